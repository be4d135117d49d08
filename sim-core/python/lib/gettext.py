"""Translations: here texts stay as they are."""

__all__ = ['NullTranslations', 'gettext', 'ngettext', 'pgettext', 'npgettext', 'dgettext', 'dngettext', 'textdomain',
           'bindtextdomain', 'translation', 'install', 'find']


class NullTranslations:
    def gettext(self, message):
        return message

    def ngettext(self, msgid1, msgid2, n):
        return msgid1 if n == 1 else msgid2

    def pgettext(self, context, message):
        return message

    def npgettext(self, context, msgid1, msgid2, n):
        return msgid1 if n == 1 else msgid2

    def info(self):
        return {}

    def install(self, names=None):
        import builtins
        builtins.__dict__['_'] = self.gettext


_none = NullTranslations()
gettext, ngettext, pgettext, npgettext = _none.gettext, _none.ngettext, _none.pgettext, _none.npgettext
_domain = 'messages'


def dgettext(domain, message):
    return message


def dngettext(domain, msgid1, msgid2, n):
    return ngettext(msgid1, msgid2, n)


def textdomain(domain=None):
    global _domain
    if domain is not None:
        _domain = domain
    return _domain


def bindtextdomain(domain, localedir=None):
    return localedir or '/usr/local/share/locale'


def find(domain, localedir=None, languages=None, all=False):
    return [] if all else None


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    if fallback:
        return NullTranslations()
    raise FileNotFoundError(2, 'No translation file found for domain', domain)


def install(domain, localedir=None, *, names=None):
    NullTranslations().install(names)
