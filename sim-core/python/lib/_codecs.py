"""What is C of the codecs."""

from codecs import decode, encode, lookup, register
