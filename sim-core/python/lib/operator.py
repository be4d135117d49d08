"""The operators as functions."""

from _operator import *
from _operator import (__add__, __and__, __floordiv__, __lshift__, __matmul__, __mul__, __mod__, __or__, __pow__,
                       __rshift__, __sub__, __truediv__, __xor__, __lt__, __le__, __eq__, __ne__, __gt__, __ge__,
                       __neg__, __pos__, __invert__, __inv__, __abs__, __index__, __getitem__, __setitem__,
                       __delitem__, __contains__, __concat__, __call__)
