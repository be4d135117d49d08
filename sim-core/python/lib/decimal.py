"""Decimal numbers: the work is done in C (_decimal)."""

from collections import namedtuple as _namedtuple
import numbers as _numbers
from _decimal import *
from _decimal import __version__, __libmpdec_version__

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent', module='decimal')
_numbers.Number.register(Decimal)
