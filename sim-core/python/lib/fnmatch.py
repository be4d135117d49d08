"""Names against patterns with *, ? and [sets], as a shell has them."""

import functools
import os
import posixpath
import re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']


def fnmatch(name, pat):
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


@functools.lru_cache(maxsize=32768, typed=True)
def _compile_pattern(pat):
    if isinstance(pat, bytes):
        return re.compile(bytes(translate(str(pat, 'ISO-8859-1')), 'ISO-8859-1')).match
    return re.compile(translate(pat)).match


def filter(names, pat):
    match = _compile_pattern(os.path.normcase(pat))
    return [name for name in names if match(name) is not None]


def fnmatchcase(name, pat):
    return _compile_pattern(pat)(name) is not None


_special = {ch: '\\' + ch for ch in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def _set(inside):
    """The regular expression of what stands between [ and ]."""
    if '-' not in inside:
        stuff = inside.replace('\\', r'\\')
    else:
        chunks, at = [], 2 if inside[0] == '!' else 1
        start = 0
        while True:
            at = inside.find('-', at)
            if at < 0:
                break
            chunks.append(inside[start:at])
            start = at + 1
            at += 3
        last = inside[start:]
        if last:
            chunks.append(last)
        else:
            chunks[-1] += '-'
        for k in range(len(chunks) - 1, 0, -1):
            if chunks[k - 1][-1] > chunks[k][0]:
                chunks[k - 1] = chunks[k - 1][:-1] + chunks[k][1:]
                del chunks[k]
        stuff = '-'.join(chunk.replace('\\', r'\\').replace('-', r'\-') for chunk in chunks)
    stuff = re.sub(r'([&~|])', r'\\\1', stuff)
    if not stuff:
        return '(?!)'
    if stuff == '!':
        return '.'
    if stuff[0] == '!':
        stuff = '^' + stuff[1:]
    elif stuff[0] in '^[':
        stuff = '\\' + stuff
    return f'[{stuff}]'


def translate(pat):
    star = object()
    parts, i, n = [], 0, len(pat)
    while i < n:
        c = pat[i]
        i += 1
        if c == '*':
            if not parts or parts[-1] is not star:
                parts.append(star)
        elif c == '?':
            parts.append('.')
        elif c == '[':
            j = i
            if j < n and pat[j] == '!':
                j += 1
            if j < n and pat[j] == ']':
                j += 1
            j = pat.find(']', j)
            if j < 0:
                parts.append('\\[')
            else:
                parts.append(_set(pat[i:j]))
                i = j + 1
        else:
            parts.append(_special.get(c, c))
    return r'(?s:%s)\Z' % ''.join(_joined(parts, star))


def _joined(parts, star):
    """Every star but a last one takes as little as it can, and never gives it back."""
    i = 0
    while i < len(parts) and parts[i] is not star:
        yield parts[i]
        i += 1
    while i < len(parts):
        i += 1
        if i == len(parts):
            yield '.*'
            return
        fixed = []
        while i < len(parts) and parts[i] is not star:
            fixed.append(parts[i])
            i += 1
        if i == len(parts):
            yield '.*'
            yield ''.join(fixed)
        else:
            yield f'(?>.*?{"".join(fixed)})'
