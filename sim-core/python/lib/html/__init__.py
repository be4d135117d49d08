"""Text in HTML."""

import re as _re

__all__ = ['escape', 'unescape']

_names = {'lt': '<', 'gt': '>', 'amp': '&', 'quot': '"', 'apos': "'", 'nbsp': '\xa0', 'copy': '\xa9', 'reg': '\xae', 'euro': '\u20ac',
          'hellip': '\u2026', 'mdash': '\u2014', 'ndash': '\u2013', 'laquo': '\xab', 'raquo': '\xbb', 'times': '\xd7', 'eacute': '\xe9',
          'egrave': '\xe8', 'agrave': '\xe0', 'auml': '\xe4', 'ouml': '\xf6', 'uuml': '\xfc', 'szlig': '\xdf', 'deg': '\xb0',
          'pound': '\xa3', 'yen': '\xa5', 'cent': '\xa2', 'sect': '\xa7', 'para': '\xb6', 'middot': '\xb7', 'larr': '\u2190',
          'uarr': '\u2191', 'rarr': '\u2192', 'darr': '\u2193', 'hearts': '\u2665', 'bull': '\u2022', 'trade': '\u2122'}


def escape(s, quote=True):
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    if quote:
        s = s.replace('"', '&quot;').replace("'", '&#x27;')
    return s


def _replace(match):
    s = match.group(1)
    if s[0] == '#':
        code = int(s[2:].rstrip(';'), 16) if s[1] in 'xX' else int(s[1:].rstrip(';'))
        if 0xd800 <= code <= 0xdfff or code > 0x10ffff or code == 0:
            return '\ufffd'
        return chr(code)
    name = s.rstrip(';')
    if s.endswith(';') and name in _names:
        return _names[name]
    for end in range(len(name), 1, -1):
        if name[:end] in ('lt', 'gt', 'amp', 'quot', 'nbsp', 'copy', 'reg'):
            return _names[name[:end]] + s[end:]
    return '&' + s


_reference = _re.compile(r'&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)')


def unescape(s):
    return _reference.sub(_replace, s) if '&' in s else s
