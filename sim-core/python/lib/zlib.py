"""Checksums; compression is not simulated."""

from _hashes import adler32, crc32

__all__ = ['adler32', 'crc32']
