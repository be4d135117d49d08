"""Fractions."""

import math
import numbers
import re

__all__ = ['Fraction']

_FORMAT = re.compile(r'\s*([-+]?)(?=\d|\.\d)(\d*|\d+(?:_\d+)*)(?:/(\d+(?:_\d+)*))?(?:\.(\d*))?(?:[eE]([-+]?\d+))?\s*')


class Fraction(numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, str):
                m = _FORMAT.fullmatch(numerator)
                if m is None:
                    raise ValueError('Invalid literal for Fraction: %r' % numerator)
                sign, num, denom, decimal, exp = m.groups()
                value = int(num or '0')
                below = 1
                if denom:
                    below = int(denom)
                else:
                    if decimal:
                        below = 10 ** len(decimal)
                        value = value * below + int(decimal)
                    if exp:
                        if int(exp) >= 0:
                            value *= 10 ** int(exp)
                        else:
                            below *= 10 ** -int(exp)
                numerator, denominator = -value if sign == '-' else value, below
            elif hasattr(numerator, 'as_integer_ratio'):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            else:
                raise TypeError('argument should be a string or a Rational instance or have the as_integer_ratio() method')
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)  #@298
        g = math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        self._numerator = numerator // g
        self._denominator = denominator // g
        return self

    @classmethod
    def from_float(cls, f):
        return cls(*f.as_integer_ratio())

    from_decimal = from_float

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def is_integer(self):
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else '%s/%s' % (self._numerator, self._denominator)

    def __format__(self, spec):
        return format(str(self), spec) if not spec or spec[-1] not in 'eEfFgG%' else format(float(self), spec)

    def _operate(self, other, exact, inexact, swapped):
        if isinstance(other, (int, Fraction)):
            a, b = (other, self) if swapped else (self, other)
            return exact(a.numerator, a.denominator, b.numerator, b.denominator)
        if isinstance(other, (float, complex)):
            a = self._numerator / self._denominator
            return inexact(other, a) if swapped else inexact(a, other)
        return NotImplemented

    def __add__(self, other, swapped=False):
        return self._operate(other, lambda a, b, c, d: Fraction(a * d + c * b, b * d), lambda x, y: x + y, swapped)

    def __radd__(self, other):
        return self.__add__(other, True)

    def __sub__(self, other, swapped=False):
        return self._operate(other, lambda a, b, c, d: Fraction(a * d - c * b, b * d), lambda x, y: x - y, swapped)

    def __rsub__(self, other):
        return self.__sub__(other, True)

    def __mul__(self, other, swapped=False):
        return self._operate(other, lambda a, b, c, d: Fraction(a * c, b * d), lambda x, y: x * y, swapped)

    def __rmul__(self, other):
        return self.__mul__(other, True)

    def __truediv__(self, other, swapped=False):
        return self._operate(other, lambda a, b, c, d: Fraction(a * d, b * c), lambda x, y: x / y, swapped)

    def __rtruediv__(self, other):
        return self.__truediv__(other, True)

    def __floordiv__(self, other, swapped=False):
        return self._operate(other, lambda a, b, c, d: (a * d) // (b * c), lambda x, y: x // y, swapped)

    def __rfloordiv__(self, other):
        return self.__floordiv__(other, True)

    def __mod__(self, other, swapped=False):
        return self._operate(other, lambda a, b, c, d: Fraction((a * d) % (c * b), b * d), lambda x, y: x % y, swapped)

    def __rmod__(self, other):
        return self.__mod__(other, True)

    def __divmod__(self, other):
        return self // other, self % other

    def __pow__(a, b):
        if isinstance(b, (int, Fraction)) and b.denominator == 1:
            power = b.numerator
            if power >= 0:
                return Fraction(a._numerator ** power, a._denominator ** power)
            return Fraction(a._denominator ** -power, a._numerator ** -power)
        return float(a) ** float(b)

    def __rpow__(b, a):
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __neg__(a):
        return Fraction(-a._numerator, a._denominator)

    def __pos__(a):
        return Fraction(a._numerator, a._denominator)

    def __abs__(a):
        return Fraction(abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __float__(a):
        return a._numerator / a._denominator

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            d = self._denominator
            floor, remainder = divmod(self._numerator, d)
            if remainder * 2 < d:
                return floor
            if remainder * 2 > d:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        modulus = (1 << 61) - 1
        try:
            inverse = pow(self._denominator, -1, modulus)
        except ValueError:
            result = 314159
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        result = result if self._numerator >= 0 else -result
        return -2 if result == -1 else result

    def __eq__(a, b):
        if isinstance(b, (int, Fraction)):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == Fraction(b)
        return NotImplemented

    def _order(self, other, op):
        if isinstance(other, (int, Fraction)):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, Fraction(other))
        return NotImplemented

    def __lt__(a, b):
        return a._order(b, lambda x, y: x < y)

    def __gt__(a, b):
        return a._order(b, lambda x, y: x > y)

    def __le__(a, b):
        return a._order(b, lambda x, y: x <= y)

    def __ge__(a, b):
        return a._order(b, lambda x, y: x >= y)

    def __bool__(a):
        return bool(a._numerator)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self
