"""Arrays of numbers of one kind."""

import _collections_abc
import struct

__all__ = ['array', 'ArrayType', 'typecodes']

typecodes = 'bBuwhHiIlLqQfd'
_sizes = {'b': 1, 'B': 1, 'u': 4, 'w': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}


class array:
    def __init__(self, typecode, initializer=(), /):
        if typecode not in _sizes:
            raise ValueError('bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)')
        self.typecode = typecode
        self.itemsize = _sizes[typecode]
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif isinstance(initializer, str) and typecode not in 'uw':
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        else:
            self.extend(initializer)

    def _check(self, value):
        code = self.typecode
        if code in 'uw':
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError('array item must be a unicode character, not ' + type(value).__name__)
            return value
        if code in 'fd':
            if not isinstance(value, (int, float)) and not hasattr(type(value), '__float__'):
                raise TypeError('must be real number, not ' + type(value).__name__)
            value = float(value)
            return struct.unpack('f', struct.pack('f', value))[0] if code == 'f' else value
        if not isinstance(value, int):
            if isinstance(value, float) or not hasattr(type(value), '__index__'):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
            value = value.__index__()
        value = int(value)
        bits = 8 * self.itemsize
        low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if code in 'bhilq' else (0, (1 << bits) - 1)
        if value > high:
            raise OverflowError({'b': 'signed char is greater than maximum',
                                 'B': 'unsigned byte integer is greater than maximum',
                                 'h': 'signed short integer is greater than maximum',
                                 'H': 'unsigned short is greater than maximum',
                                 'i': 'signed integer is greater than maximum',
                                 'I': 'unsigned int is greater than maximum'}.get(code, 'Python int too large to convert to C long'))
        if value < low:
            raise OverflowError({'b': 'signed char is less than minimum',
                                 'B': 'unsigned byte integer is less than minimum',
                                 'h': 'signed short integer is less than minimum',
                                 'H': 'unsigned short is less than minimum',
                                 'i': 'signed integer is less than minimum',
                                 'I': "can't convert negative value to unsigned int"}.get(code, "can't convert negative value to unsigned int"))
        return value

    def append(self, x, /):
        self._items.append(self._check(x))

    def extend(self, bb, /):
        if isinstance(bb, array) and bb.typecode != self.typecode:
            raise TypeError('can only extend with array of same kind')
        self._items.extend([self._check(x) for x in bb])

    fromlist = extend

    def insert(self, i, v, /):
        self._items.insert(i, self._check(v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError('pop from empty array')
        return self._items.pop(i)

    def remove(self, x, /):
        if x not in self._items:
            raise ValueError('array.remove(x): x not in array')
        self._items.remove(x)

    def index(self, v, /, *args):
        try:
            return self._items.index(v, *args)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def count(self, v, /):
        return self._items.count(v)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def clear(self):
        self._items.clear()

    def tobytes(self):
        if self.typecode in 'uw':
            return ''.join(self._items).encode('utf-32-le')
        return struct.pack(f'={len(self._items)}' + self.typecode.replace('l', 'q').replace('L', 'Q'), *self._items)

    def frombytes(self, buffer, /):
        if len(buffer) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        code = self.typecode.replace('l', 'q').replace('L', 'Q')
        self._items.extend(struct.unpack(f'={len(buffer) // self.itemsize}{code}', buffer))

    def buffer_info(self):
        return id(self), len(self._items)

    def byteswap(self):
        data = self.tobytes()
        size = self.itemsize
        self._items.clear()
        self.frombytes(b''.join(data[i:i + size][::-1] for i in range(0, len(data), size)))

    def tounicode(self):
        return ''.join(self._items)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, x):
        return x in self._items

    def _of(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def __getitem__(self, i):
        if isinstance(i, slice):
            return self._of(self._items[i])
        if not isinstance(i, int):
            raise TypeError('array indices must be integers')
        if not -len(self._items) <= i < len(self._items):
            raise IndexError('array index out of range')
        return self._items[i]

    def __setitem__(self, i, value):
        if isinstance(i, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            self._items[i] = value._items
            return
        if not isinstance(i, int):
            raise TypeError('array indices must be integers')
        if not -len(self._items) <= i < len(self._items):
            raise IndexError('array assignment index out of range')
        self._items[i] = self._check(value)

    def __delitem__(self, i):
        del self._items[i]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        return self._of(self._items + other._items)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._of(self._items * n)

    __rmul__ = __mul__

    def __copy__(self):
        return self._of(list(self._items))

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if not self._items:
            return f"array('{self.typecode}')"
        if self.typecode in 'uw':
            return f"array('{self.typecode}', {''.join(self._items)!r})"
        return f"array('{self.typecode}', {self._items!r})"


array.__module__ = 'array'
ArrayType = array
_collections_abc.MutableSequence.register(array)
