"""Writing JSON."""

from _json import encode, encode_string

__all__ = ['JSONEncoder']

INFINITY = float('inf')


class JSONEncoder:
    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        chunks = self.iterencode(o, _one_shot=True)  #@200
        return ''.join(chunks)

    def iterencode(self, o, _one_shot=False):
        parts = []
        indent = self.indent
        if _one_shot and indent is None and type(self)._float is JSONEncoder._float:
            return [encode(self, vars(self) | {'item_separator': self.item_separator,
                                               'key_separator': self.key_separator}, o)]
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        self._write(o, parts.append, indent, 0, set())
        return iter(parts)

    def _float(self, o):
        if o != o:
            text = 'NaN'
        elif o == INFINITY:
            text = 'Infinity'
        elif o == -INFINITY:
            text = '-Infinity'
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            raise ValueError('Out of range float values are not JSON compliant: ' + repr(o))
        return text

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return 'true'
        if key is False:
            return 'false'
        if key is None:
            return 'null'
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _write(self, o, write, indent, level, markers):
        if isinstance(o, str):
            write(encode_string(o, self.ensure_ascii))
        elif o is None:
            write('null')
        elif o is True:
            write('true')
        elif o is False:
            write('false')
        elif isinstance(o, int):
            write(int.__repr__(o))
        elif isinstance(o, float):
            write(self._float(o))
        else:
            marker = id(o)
            if self.check_circular:
                if marker in markers:
                    raise ValueError('Circular reference detected')
                markers.add(marker)
            if isinstance(o, (list, tuple)):
                self._write_list(o, write, indent, level, markers)
            elif isinstance(o, dict):
                self._write_dict(o, write, indent, level, markers)
            else:
                self._write(self.default(o), write, indent, level, markers)
            markers.discard(marker)

    def _write_list(self, o, write, indent, level, markers):
        if not o:
            write('[]')
            return
        separator = self.item_separator
        write('[')
        if indent is not None:
            newline = '\n' + indent * (level + 1)
            separator += newline
            write(newline)
        first = True
        for value in o:
            if not first:
                write(separator)
            first = False
            self._write(value, write, indent, level + 1, markers)
        if indent is not None:
            write('\n' + indent * level)
        write(']')

    def _write_dict(self, o, write, indent, level, markers):
        if not o:
            write('{}')
            return
        separator = self.item_separator
        write('{')
        if indent is not None:
            newline = '\n' + indent * (level + 1)
            separator += newline
            write(newline)
        first = True
        for key, value in sorted(o.items()) if self.sort_keys else o.items():
            key = self._key(key)
            if key is None:
                continue
            if not first:
                write(separator)
            first = False
            write(encode_string(key, self.ensure_ascii))
            write(self.key_separator)
            self._write(value, write, indent, level + 1, markers)
        if indent is not None:
            write('\n' + indent * level)
        write('}')
