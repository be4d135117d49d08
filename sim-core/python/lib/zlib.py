"""Compression and checksums."""

import _zlib
from _zlib import adler32, crc32

__all__ = ['adler32', 'compress', 'compressobj', 'crc32', 'decompress', 'decompressobj', 'error']

DEFLATED = 8
MAX_WBITS = 15
DEF_MEM_LEVEL = 8
Z_NO_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION, Z_DEFAULT_COMPRESSION = 0, 1, 9, -1
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY = 0, 1, 2
Z_NO_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH = 0, 2, 3, 4
ZLIB_VERSION = ZLIB_RUNTIME_VERSION = '1.2.13'


class error(Exception):
    pass


error.__module__ = 'zlib'


def compress(data, /, level=-1, wbits=15):
    return _zlib.compress(data, level, wbits)


def decompress(data, /, wbits=15, bufsize=16384):
    return _zlib.decompress(data, wbits, error)


class _Compress:
    def __init__(self, level, wbits):
        self._level = level
        self._wbits = wbits
        self._data = b''

    def compress(self, data, /):
        self._data += data
        return b''

    def flush(self, mode=Z_FINISH, /):
        data, self._data = self._data, b''
        return _zlib.compress(data, self._level, self._wbits)

    def copy(self):
        other = _Compress(self._level, self._wbits)
        other._data = self._data
        return other


def compressobj(level=-1, method=DEFLATED, wbits=15, memLevel=8, strategy=0, zdict=None):
    return _Compress(level, wbits)


class _Decompress:
    def __init__(self, wbits):
        self._wbits = wbits
        self._data = b''
        self.unused_data = self.unconsumed_tail = b''
        self.eof = False

    def decompress(self, data, /, max_length=0):
        self._data += data
        try:
            text = _zlib.decompress(self._data, self._wbits, error)
        except error as problem:
            if 'Error -5' in str(problem):
                return b''
            raise
        self._data = b''
        self.eof = True
        return text

    def flush(self, length=16384, /):
        return b''


def decompressobj(wbits=15, zdict=b''):
    return _Decompress(wbits)
