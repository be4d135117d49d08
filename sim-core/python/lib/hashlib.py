"""Digests."""

from _hashlib import new
from _hashlib import (openssl_md5 as md5, openssl_sha1 as sha1, openssl_sha224 as sha224, openssl_sha256 as sha256,
                      openssl_sha384 as sha384, openssl_sha512 as sha512)

algorithms_guaranteed = {'md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_224', 'sha3_256', 'sha3_384',
                         'sha3_512', 'blake2b', 'blake2s', 'shake_128', 'shake_256'}
algorithms_available = set(algorithms_guaranteed)

__all__ = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'new', 'algorithms_available',
           'algorithms_guaranteed', 'file_digest', 'pbkdf2_hmac']


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    digestobj = new(digest) if isinstance(digest, str) else digest()
    while chunk := fileobj.read(_bufsize):
        digestobj.update(chunk)
    return digestobj


def _hmac(hash_name, key, message):
    block = new(hash_name).block_size
    if len(key) > block:
        key = new(hash_name, key).digest()
    key = key.ljust(block, b'\0')
    inner = new(hash_name, bytes(byte ^ 0x36 for byte in key) + message).digest()
    return new(hash_name, bytes(byte ^ 0x5C for byte in key) + inner).digest()


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    length = dklen or new(hash_name).digest_size
    key = b''
    block = 1
    while len(key) < length:
        last = _hmac(hash_name, password, salt + block.to_bytes(4, 'big'))
        total = int.from_bytes(last, 'big')
        for _ in range(iterations - 1):
            last = _hmac(hash_name, password, last)
            total ^= int.from_bytes(last, 'big')
        key += total.to_bytes(len(last), 'big')
        block += 1
    return key[:length]
