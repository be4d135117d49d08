"""Keyed hashes (RFC 2104)."""

import hashlib as _hashlib
import warnings as _warnings
from _operator import _compare_digest as compare_digest

trans_5C = bytes(number ^ 0x5C for number in range(256))
trans_36 = bytes(number ^ 0x36 for number in range(256))
digest_size = None


class HMAC:
    """A hash that only who has the key can make: HMAC(key, message, 'sha256')."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError('key: expected bytes or bytearray, but got %r' % type(key).__name__)  #@53
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")  #@56
        if callable(digestmod):
            make = digestmod
        elif isinstance(digestmod, str):
            def make(data=b''):
                return _hashlib.new(digestmod, data)
        else:
            def make(data=b''):
                return digestmod.new(data)
        self._outer, self._inner = make(), make()
        self._make = make
        self.digest_size = self._inner.digest_size
        blocksize = getattr(self._inner, 'block_size', None)
        if blocksize is None:
            _warnings.warn('No block_size attribute on given digest object; Assuming %d.' % self.blocksize,
                           RuntimeWarning, 2)
            blocksize = self.blocksize
        elif blocksize < 16:
            _warnings.warn('block_size of %d seems too small; using our default of %d.' % (blocksize, self.blocksize),
                           RuntimeWarning, 2)
            blocksize = self.blocksize
        self.block_size = blocksize
        if len(key) > blocksize:
            key = make(key).digest()
        key = bytes(key).ljust(blocksize, b'\0')
        self._outer.update(key.translate(trans_5C))
        self._inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f'hmac-{self._inner.name}'

    def update(self, msg):
        """Feeds further data."""
        self._inner.update(msg)

    def copy(self):
        """A second one that goes on from here by itself."""
        twin = self.__class__.__new__(self.__class__)
        twin.digest_size = self.digest_size
        twin.block_size = self.block_size
        twin._make = self._make
        twin._inner = self._inner.copy()
        twin._outer = self._outer.copy()
        return twin

    def _current(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer

    def digest(self):
        return self._current().digest()

    def hexdigest(self):
        return self._current().hexdigest()


def new(key, msg=None, digestmod=''):
    """A new keyed hash; digestmod says of which kind ('sha256', hashlib.sha256)."""
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    """The digest of one message, at once."""
    return HMAC(key, msg, digest).digest()
