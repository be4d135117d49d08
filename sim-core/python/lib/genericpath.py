"""What os.path has on every system."""

from posixpath import (commonprefix, exists, getatime, getctime, getmtime, getsize, isdevdrive, isdir, isfile, isjunction,
                       islink, lexists, samefile, sameopenfile, samestat)

__all__ = ['commonprefix', 'exists', 'getatime', 'getctime', 'getmtime', 'getsize', 'isdevdrive', 'isdir', 'isfile',
           'isjunction', 'islink', 'lexists', 'samefile', 'sameopenfile', 'samestat']


def _splitext(p, sep, altsep, extsep):
    start = max(p.rfind(sep), p.rfind(altsep) if altsep else -1) + 1
    at = p.rfind(extsep)
    if at > start and p[start:at].strip(extsep):
        return p[:at], p[at:]
    return p, p[:0]


def _check_arg_types(funcname, *args):
    from posixpath import _same_kind
    _same_kind(funcname, args)
