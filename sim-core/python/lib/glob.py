"""Names of files by patterns."""

import fnmatch
import os
import re

__all__ = ['escape', 'glob', 'iglob', 'translate']

_magic = re.compile('([*?[])')
_magic_bytes = re.compile(b'([*?[])')


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, dir_fd=dir_fd, recursive=recursive, include_hidden=include_hidden))


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    root = os.fspath(root_dir) if root_dir is not None else pathname[:0]
    found = _iglob(pathname, root, recursive, False, include_hidden)
    if not pathname or recursive and _is_recursive(pathname[:2]):
        try:
            first = next(found)
            if first:
                found = _chain(first, found)
        except StopIteration:
            pass
    return found


def _chain(first, rest):
    yield first
    yield from rest


def has_magic(s):
    return (_magic_bytes if isinstance(s, bytes) else _magic).search(s) is not None


def _is_hidden(name):
    return name[:1] in ('.', b'.')


def _is_recursive(pattern):
    return pattern in ('**', b'**')


def _join(dirname, basename):
    return os.path.join(dirname, basename) if dirname and basename else dirname or basename


def _iglob(pathname, root, recursive, dironly, include_hidden):
    dirname, basename = os.path.split(pathname)
    if not has_magic(pathname):
        if basename:
            if os.path.lexists(_join(root, pathname)):
                yield pathname
        elif os.path.isdir(_join(root, dirname)):
            yield pathname
        return
    if not dirname:
        yield from _below(root, basename, recursive, dironly, include_hidden)
        return
    if dirname != pathname and has_magic(dirname):
        dirs = _iglob(dirname, root, recursive, True, include_hidden)
    else:
        dirs = [dirname]
    for directory in dirs:
        place = _join(root, directory)
        if has_magic(basename):
            names = _below(place, basename, recursive, dironly, include_hidden)
        elif basename:
            names = [basename] if os.path.lexists(_join(place, basename)) else []
        else:
            names = [basename] if os.path.isdir(place) else []
        for name in names:
            yield os.path.join(directory, name)


def _below(directory, pattern, recursive, dironly, include_hidden):
    if recursive and _is_recursive(pattern):
        if not directory or os.path.isdir(directory):
            yield pattern[:0]
        yield from _deep(directory, dironly, include_hidden)
        return
    names = _names(directory, dironly)
    if not (include_hidden or _is_hidden(pattern)):
        names = [name for name in names if not _is_hidden(name)]
    yield from fnmatch.filter(names, pattern)


def _deep(directory, dironly, include_hidden):
    for name in _names(directory, dironly):
        if include_hidden or not _is_hidden(name):
            yield name
            for below in _deep(_join(directory, name), dironly, include_hidden):
                yield _join(name, below)


def _names(directory, dironly):
    try:
        place = directory or (b'.' if isinstance(directory, bytes) else '.')
        return [entry.name for entry in os.scandir(place) if not dironly or entry.is_dir()]
    except OSError:
        return []


def escape(pathname):
    if isinstance(pathname, bytes):
        return _magic_bytes.sub(br'[\1]', pathname)
    return _magic.sub(r'[\1]', pathname)


def translate(pat, *, recursive=False, include_hidden=False, seps=None):
    seps = seps or os.sep
    any_sep = re.escape(seps) if len(seps) == 1 else f'[{re.escape(seps)}]'
    not_sep = f'[^{re.escape(seps)}]'
    one = f'{not_sep}+' if include_hidden else rf'(?!\.){not_sep}+'
    results = []
    parts = re.split(f'{any_sep}', pat)
    for i, part in enumerate(parts):
        is_last = i == len(parts) - 1
        if part == '*':
            results.append(one if is_last else one + any_sep)
        elif recursive and part == '**':
            if not is_last:
                if parts[i + 1] != '**':
                    results.append(f'(?:.+{any_sep})?' if include_hidden else rf'(?:(?!\.){not_sep}+{any_sep})*')
            else:
                results.append('.*' if include_hidden else rf'(?:(?!\.){not_sep}+{any_sep})*(?:(?!\.){not_sep}+)?')
        else:
            if part:
                if not include_hidden and part[0] in '*?':
                    results.append(r'(?!\.)')
                inner = fnmatch.translate(part)[4:-3].replace('.*', f'{not_sep}*')
                results.append(inner)
            if not is_last:
                results.append(any_sep)
    return rf'(?s:{"".join(results)})\Z'
