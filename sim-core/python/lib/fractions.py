"""Fractions: exact, in lowest terms."""

from decimal import Decimal
import math
import numbers
import operator
import re

__all__ = ['Fraction']

_MODULUS = (1 << 61) - 1
_literal = re.compile(r'\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)'
                      r'(?:(?:\s*/\s*(?P<denom>\d+(_\d+)*))?'
                      r'|(?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:E(?P<exp>[-+]?\d+(_\d+)*))?)\s*\Z', re.IGNORECASE)
_plain_spec = re.compile(r'(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<alt>\#)?'
                         r'(?P<width>0|[1-9][0-9]*)?(?P<separator>[,_])?', re.DOTALL)
_float_spec = re.compile(r'(?:(?P<fill>.)?(?P<align>[<>=^]))?(?P<sign>[-+ ]?)(?P<no_neg_zero>z)?(?P<alt>\#)?'
                         r'(?P<zeropad>0(?=[0-9]))?(?P<width>0|[1-9][0-9]*)?(?P<separator>[,_])?'
                         r'(?:\.(?P<precision>0|[1-9][0-9]*))?(?P<type>[eEfFgG%])', re.DOTALL)


def _rounded_to_power(n, d, power, no_neg_zero=False):
    """n/d as (is it negative, digits) in units of 10**power, ties to even."""
    if power >= 0:
        d *= 10 ** power
    else:
        n *= 10 ** -power
    quotient, rest = divmod(n + (d >> 1), d)
    if rest == 0 and d & 1 == 0:
        quotient &= -2
    return (quotient < 0 if no_neg_zero else n < 0), abs(quotient)


def _rounded_to_figures(n, d, figures):
    """n/d as (is it negative, digits, power of ten of the last digit) with so many digits."""
    if n == 0:
        return False, 0, 1 - figures
    above, below = str(abs(n)), str(d)
    power = len(above) - len(below) + (below <= above) - figures
    negative, digits = _rounded_to_power(n, d, power)
    if len(str(digits)) == figures + 1:
        return negative, digits // 10, power + 1
    return negative, digits, power


def _padded(match, sign, body):
    padding = (match['fill'] or ' ') * (int(match['width'] or '0') - len(sign) - len(body))
    align = match['align'] or '>'
    if align == '>':
        return padding + sign + body
    if align == '<':
        return sign + body + padding
    if align == '=':
        return sign + padding + body
    half = len(padding) // 2
    return padding[:half] + sign + body + padding[half:]


class Fraction(numbers.Rational):
    """Fraction(8, 6) is 4/3; also from texts ('3/4', '-2.5e-3'), floats, decimals and other rationals."""

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super(Fraction, cls).__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator = numerator
                self._denominator = 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator = numerator.numerator
                self._denominator = numerator.denominator
                return self
            if isinstance(numerator, (float, Decimal)):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError('argument should be a string or a Rational instance')
            numerator, denominator = cls._parsed(numerator)
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)  #@298
        common = math.gcd(numerator, denominator)
        if denominator < 0:
            common = -common
        self._numerator = numerator // common
        self._denominator = denominator // common
        return self

    @staticmethod
    def _parsed(text):
        match = _literal.match(text)
        if match is None:
            raise ValueError('Invalid literal for Fraction: %r' % text)
        above, below = int(match['num'] or '0'), 1
        if match['denom']:
            below = int(match['denom'])
        else:
            if match['decimal']:
                places = match['decimal'].replace('_', '')
                below = 10 ** len(places)
                above = above * below + int(places)
            if match['exp']:
                power = int(match['exp'])
                if power >= 0:
                    above *= 10 ** power
                else:
                    below *= 10 ** -power
        return (-above if match['sign'] == '-' else above), below

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('%s.from_float() only takes floats, not %r (%s)' % (cls.__name__, f, type(f).__name__))
        return cls._from_coprime_ints(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError('%s.from_decimal() only takes Decimals, not %r (%s)'
                            % (cls.__name__, dec, type(dec).__name__))
        return cls._from_coprime_ints(*dec.as_integer_ratio())

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        made = super(Fraction, cls).__new__(cls)
        made._numerator = numerator
        made._denominator = denominator
        return made

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction with a denominator that is not larger: one of the last two convergents."""
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')  #@390
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            q2 = q0 + whole * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + whole * p1, q2
            n, d = d, n - whole * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._from_coprime_ints(p1, q1)
        return Fraction._from_coprime_ints(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return '%s/%s' % (self._numerator, self._denominator)

    def __format__(self, format_spec, /):
        match = _plain_spec.fullmatch(format_spec)
        if match:
            return self._format_plain(match)
        match = _float_spec.fullmatch(format_spec)
        if match and (match['align'] is None or match['zeropad'] is None):
            return self._format_like_float(match)
        raise ValueError(f'Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}')

    def _format_plain(self, match):
        n, d = self._numerator, self._denominator
        separator = match['separator'] or ''
        body = f'{abs(n):{separator}}'
        if d > 1 or match['alt']:
            body += f'/{d:{separator}}'
        return _padded(match, '-' if n < 0 else match['sign'].replace('-', ''), body)

    def _format_like_float(self, match):
        letter = match['type']
        precision = int(match['precision'] or '6')
        suffix = ''
        if letter in 'fF%':
            power = -precision - (2 if letter == '%' else 0)
            negative, digits = _rounded_to_power(self._numerator, self._denominator, power,
                                                 bool(match['no_neg_zero']))
            places = precision
            if letter == '%':
                suffix = '%'
        else:
            figures = max(precision, 1) if letter in 'gG' else precision + 1
            negative, digits, power = _rounded_to_figures(self._numerator, self._denominator, figures)
            places = -power
            if letter in 'eE' or power > 0 or power + figures <= -4:
                places = figures - 1
                suffix = f'{"E" if letter in "EG" else "e"}{power + places:+03d}'
        text = f'{digits:0{places + 1}d}'
        whole, fraction = text[:len(text) - places], text[len(text) - places:]
        if letter in 'gG' and not match['alt']:
            fraction = fraction.rstrip('0')
        tail = ('.' if fraction or match['alt'] else '') + fraction + suffix
        sign = '-' if negative else match['sign'].replace('-', '')
        separator = match['separator']
        if match['zeropad']:
            room = int(match['width'] or '0') - len(sign) - len(tail)
            whole = whole.zfill(3 * room // 4 + 1 if separator else room)
        if separator:
            first = 1 + (len(whole) - 1) % 3
            whole = separator.join([whole[:first], *(whole[at:at + 3] for at in range(first, len(whole), 3))])
        return _padded(match, sign, whole + tail)

    def _operator_fallbacks(exact, fallback, handle_complex=True):
        """The operator for this side and for the other: exact between rationals, else by what the other is."""
        def forward(a, b):
            if isinstance(b, Fraction):
                return exact(a, b)
            if isinstance(b, int):
                return exact(a, Fraction(b))
            if isinstance(b, float):
                return fallback(float(a), b)
            if handle_complex and isinstance(b, complex):
                return fallback(complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return exact(Fraction(a), b)
            if isinstance(a, numbers.Real):
                return fallback(float(a), float(b))
            if handle_complex and isinstance(a, numbers.Complex):
                return fallback(complex(a), complex(b))
            return NotImplemented
        for function, name in ((forward, '__%s__'), (reverse, '__r%s__')):
            function.__name__ = name % fallback.__name__
            function.__doc__ = exact.__doc__
        return forward, reverse

    def _add(a, b):
        """a + b"""
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        common = math.gcd(da, db)
        if common == 1:
            return Fraction._from_coprime_ints(na * db + da * nb, da * db)
        share = da // common
        total = na * (db // common) + nb * share
        again = math.gcd(total, common)
        return Fraction._from_coprime_ints(total // again, share * (db // again))

    def _sub(a, b):
        """a - b"""
        return Fraction._add(a, Fraction._from_coprime_ints(-b._numerator, b._denominator))

    def _mul(a, b):
        """a * b"""
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        one, two = math.gcd(na, db), math.gcd(nb, da)
        return Fraction._from_coprime_ints((na // one) * (nb // two), (db // one) * (da // two))

    def _div(a, b):
        """a / b"""
        nb, db = b._numerator, b._denominator
        if nb == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % db)  #@813
        if nb < 0:
            nb, db = -nb, -db
        return Fraction._mul(a, Fraction._from_coprime_ints(db, nb))

    def _floordiv(a, b):
        """a // b"""
        return (a.numerator * b.denominator) // (a.denominator * b.numerator)

    def _divmod(a, b):
        """(a // b, a % b)"""
        da, db = a.denominator, b.denominator
        quotient, rest = divmod(a.numerator * db, da * b.numerator)
        return quotient, Fraction(rest, da * db)

    def _mod(a, b):
        """a % b"""
        da, db = a.denominator, b.denominator
        return Fraction((a.numerator * db) % (b.numerator * da), da * db)

    __add__, __radd__ = _operator_fallbacks(_add, operator.add)
    __sub__, __rsub__ = _operator_fallbacks(_sub, operator.sub)
    __mul__, __rmul__ = _operator_fallbacks(_mul, operator.mul)
    __truediv__, __rtruediv__ = _operator_fallbacks(_div, operator.truediv)
    __floordiv__, __rfloordiv__ = _operator_fallbacks(_floordiv, operator.floordiv, False)
    __divmod__, __rdivmod__ = _operator_fallbacks(_divmod, divmod, False)
    __mod__, __rmod__ = _operator_fallbacks(_mod, operator.mod, False)

    def __pow__(a, b):
        """a ** b: exact if b is whole."""
        if not isinstance(b, numbers.Rational):
            if isinstance(b, (float, complex)):
                return float(a) ** b
            return NotImplemented
        if b.denominator != 1:
            return float(a) ** float(b)
        power, n, d = b.numerator, a._numerator, a._denominator
        if power >= 0:
            return Fraction._from_coprime_ints(n ** power, d ** power)
        if n > 0:
            return Fraction._from_coprime_ints(d ** -power, n ** -power)
        if n == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % d ** -power)
        return Fraction._from_coprime_ints((-d) ** -power, (-n) ** -power)

    def __rpow__(b, a):
        """a ** b"""
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        """+a"""
        return Fraction._from_coprime_ints(a._numerator, a._denominator)

    def __neg__(a):
        """-a"""
        return Fraction._from_coprime_ints(-a._numerator, a._denominator)

    def __abs__(a):
        """abs(a)"""
        return Fraction._from_coprime_ints(abs(a._numerator), a._denominator)

    def __int__(a, _index=operator.index):
        """int(a)"""
        if a._numerator < 0:
            return _index(-(-a._numerator // a._denominator))
        return _index(a._numerator // a._denominator)

    def __trunc__(a):
        """math.trunc(a)"""
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a):
        """math.floor(a)"""
        return a._numerator // a._denominator

    def __ceil__(a):
        """math.ceil(a)"""
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        """round(self, ndigits), ties to even"""
        if ndigits is None:
            d = self._denominator
            below, rest = divmod(self._numerator, d)
            if rest * 2 == d:
                return below + below % 2
            return below + (rest * 2 > d)
        unit = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * unit), unit)
        return Fraction(round(self / unit) * unit)

    def __hash__(self):
        """That of the equal int or float."""
        try:
            inverse = pow(self._denominator, -1, _MODULUS)
        except ValueError:
            found = 314159
        else:
            found = hash(hash(abs(self._numerator)) * inverse)
        found = found if self._numerator >= 0 else -found
        return -2 if found == -1 else found

    def __eq__(a, b):
        """a == b"""
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            return 0.0 == b if math.isnan(b) or math.isinf(b) else a == a.from_float(b)
        return NotImplemented

    def _richcmp(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            return op(0.0, other) if math.isnan(other) or math.isinf(other) else op(self, self.from_float(other))
        return NotImplemented

    def __lt__(a, b):
        """a < b"""
        return a._richcmp(b, operator.lt)

    def __gt__(a, b):
        """a > b"""
        return a._richcmp(b, operator.gt)

    def __le__(a, b):
        """a <= b"""
        return a._richcmp(b, operator.le)

    def __ge__(a, b):
        """a >= b"""
        return a._richcmp(b, operator.ge)

    def __bool__(a):
        """a != 0"""
        return bool(a._numerator)

    def __reduce__(self):
        return (self.__class__, (self._numerator, self._denominator))

    def __copy__(self):
        return self if type(self) == Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self if type(self) == Fraction else self.__class__(self._numerator, self._denominator)
