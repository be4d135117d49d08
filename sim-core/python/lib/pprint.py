"""Printing data so that people can read it."""

import sys
import collections

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(stream=stream, indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent=indent, width=width, depth=depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter()._repr(object, 0)


def isreadable(object):
    return True


def isrecursive(object):
    return '<Recursion on' in saferepr(object)


def _sorted(items, key=None):
    try:
        return sorted(items, key=key)
    except TypeError:
        return sorted(items, key=lambda x: (str(type(x)), id(x)))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent = indent
        self._width = width
        self._stream = sys.stdout if stream is None else stream
        self._compact = compact
        self._sort = sort_dicts
        self._underscore = underscore_numbers
        self._open = set()

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        return self._format(object, 0, 0, 0)

    def _items(self, object):
        items = object.items()
        return _sorted(items, key=lambda pair: _Safe(pair[0])) if self._sort else list(items)

    def _repr(self, object, level):
        if isinstance(object, (dict, list, tuple, set, frozenset)):
            own = type(object).__repr__
            if id(object) in self._open:
                return f'<Recursion on {type(object).__name__} with id={id(object)}>'
            if self._depth is not None and level >= self._depth and object:
                return {dict: '{...}', list: '[...]', tuple: '(...)'}.get(type(object), '...')
            self._open.add(id(object))
            try:
                if own is dict.__repr__:
                    return '{' + ', '.join(f'{self._repr(k, level + 1)}: {self._repr(v, level + 1)}'
                                           for k, v in self._items(object)) + '}'
                if own is list.__repr__:
                    return '[' + ', '.join(self._repr(v, level + 1) for v in object) + ']'
                if own is tuple.__repr__:
                    inner = ', '.join(self._repr(v, level + 1) for v in object)
                    return f'({inner},)' if len(object) == 1 else f'({inner})'
            finally:
                self._open.discard(id(object))
        if self._underscore and type(object) is int:
            return f'{object:_d}'
        return repr(object)

    def _format(self, object, indent, allowance, level):
        text = self._repr(object, level)
        if len(text) <= self._width - indent - allowance or (self._depth is not None and level >= self._depth):
            return text
        own = type(object).__repr__
        if id(object) in self._open:
            return text
        self._open.add(id(object))
        try:
            if own is dict.__repr__ and object:
                return self._format_dict(object, indent, allowance, level)
            if own is list.__repr__ and object:
                return '[' + self._format_items(object, indent + self._indent, allowance + 1, level) + ']'
            if own is tuple.__repr__ and object:
                end = ',)' if len(object) == 1 else ')'
                return '(' + self._format_items(object, indent + self._indent, allowance + len(end), level) + end
            if own in (set.__repr__, frozenset.__repr__) and object:
                name = '' if type(object) is set else f'{type(object).__name__}('
                close = '}' if type(object) is set else '})'
                return (name + '{' + self._format_items(_sorted(object, key=_Safe), indent + len(name) + self._indent,
                                                        allowance + len(close), level) + close)
            if own is collections.OrderedDict.__repr__ and object:
                name = type(object).__name__
                return f'{name}(' + self._format_dict(dict(object), indent + len(name) + 1, allowance + 1, level) + ')'
            if own is collections.defaultdict.__repr__ and object:
                name = type(object).__name__
                factory = self._repr(object.default_factory, level)
                pad = ' ' * (indent + len(name) + 1)
                return (f'{name}({factory},\n{pad}'
                        + self._format_dict(object, indent + len(name) + 1, allowance + 1, level) + ')')
            if own is str.__repr__ and object:
                return self._format_str(object, indent, allowance, level)
            if hasattr(type(object), '__dataclass_fields__') and not isinstance(object, type):
                return self._format_dataclass(object, indent, allowance, level)
        finally:
            self._open.discard(id(object))
        return text

    def _format_dict(self, object, indent, allowance, level):
        parts = []
        items = self._items(object)
        pad = indent + self._indent
        for i, (key, value) in enumerate(items):
            last = i == len(items) - 1
            rep = self._repr(key, level + 1)
            parts.append(f'{rep}: ' + self._format(value, pad + len(rep) + 2, allowance + 1 if last else 1, level + 1))
        return '{' + ' ' * (self._indent - 1) + (',\n' + ' ' * pad).join(parts) + '}'

    def _format_items(self, items, indent, allowance, level):
        items = list(items)
        lead = ' ' * (self._indent - 1)
        if not self._compact:
            parts = [self._format(v, indent, allowance if i == len(items) - 1 else 1, level + 1)
                     for i, v in enumerate(items)]
            return lead + (',\n' + ' ' * indent).join(parts)
        out = []
        line = ''
        for i, v in enumerate(items):
            last = i == len(items) - 1
            rep = self._repr(v, level + 1)
            room = self._width - indent - (allowance if last else 1)
            if line and len(line) + 2 + len(rep) <= room:
                line += ', ' + rep
                continue
            if line:
                out.append(line)
            line = rep if len(rep) <= room else self._format(v, indent, allowance if last else 1, level + 1)
        out.append(line)
        return lead + (',\n' + ' ' * indent).join(out)

    def _format_str(self, object, indent, allowance, level):
        chunks = []
        lines = object.splitlines(True)
        if level == 0:
            indent += 1
            allowance += 1
        max_width1 = max_width = self._width - indent
        rep = ''
        import re
        for i, line in enumerate(lines):
            rep = repr(line)
            if i == len(lines) - 1:
                max_width1 -= allowance
            if len(rep) <= max_width1:
                chunks.append(rep)
                continue
            parts = re.findall(r'\S*\s*', line)
            parts.pop()
            max_width2 = max_width
            current = ''
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    max_width2 -= allowance
                if len(repr(candidate)) > max_width2:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return rep
        text = ('\n' + ' ' * indent).join(chunks)
        return f'({text})' if level == 0 else text

    def _format_dataclass(self, object, indent, allowance, level):
        name = type(object).__name__
        pad = indent + len(name) + 1
        fields = [f for f in type(object).__dataclass_fields__.values() if f.repr]
        parts = [f'{f.name}=' + self._format(getattr(object, f.name), pad + len(f.name) + 1,
                                             allowance + 1 if i == len(fields) - 1 else 1, level + 1)
                 for i, f in enumerate(fields)]
        return f'{name}(' + (',\n' + ' ' * pad).join(parts) + ')'


class _Safe:
    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))
