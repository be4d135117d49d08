"""Averages and spreads."""

import math
from collections import Counter
from fractions import Fraction

__all__ = ['mean', 'fmean', 'geometric_mean', 'harmonic_mean', 'median', 'median_low', 'median_high', 'mode',
           'multimode', 'pstdev', 'pvariance', 'stdev', 'variance', 'quantiles', 'correlation', 'covariance',
           'linear_regression', 'StatisticsError']


class StatisticsError(ValueError):
    pass


def _exact_sum(data):
    total = Fraction(0)
    kind = int
    n = 0
    for x in data:
        n += 1
        total += Fraction(x)
        if isinstance(x, float):
            kind = float
        elif isinstance(x, Fraction) and kind is int:
            kind = Fraction
    return kind, total, n


def _convert(value, kind):
    if kind is int:
        return value.numerator if value.denominator == 1 else value.numerator / value.denominator
    if kind is float:
        return value.numerator / value.denominator
    return value


def mean(data):
    kind, total, n = _exact_sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')  #@490
    return _convert(total / n, kind)


def fmean(data, weights=None):
    data = list(data)
    if weights is None:
        if not data:
            raise StatisticsError('fmean requires at least one data point')
        return math.fsum(data) / len(data)
    weights = list(weights)
    return math.sumprod(data, weights) / math.fsum(weights)


def geometric_mean(data):
    data = list(data)
    if not data:
        raise StatisticsError('Must have a non-empty dataset')
    return math.exp(fmean(map(math.log, data)))


def harmonic_mean(data, weights=None):
    data = list(data)
    if not data:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if min(data) < 0:
        raise StatisticsError('harmonic mean does not support negative values')
    if 0 in data:
        return 0
    weights = [1] * len(data) if weights is None else list(weights)
    kind, _, _ = _exact_sum(data)
    total = sum(Fraction(w) / Fraction(x) for w, x in zip(weights, data))
    return _convert(Fraction(sum(weights)) / total, float if kind is int else kind)


def median(data):
    data = sorted(data)
    n = len(data)
    if n == 0:
        raise StatisticsError('no median for empty data')
    i = n // 2
    return data[i] if n % 2 else (data[i - 1] + data[i]) / 2


def median_low(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[(len(data) - 1) // 2]


def median_high(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data[len(data) // 2]


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def _squares(data, center, least, name):
    data = list(data)
    if len(data) < least:
        raise StatisticsError(f'{name} requires at least {"one data point" if least == 1 else "two data points"}')
    kind, total, n = _exact_sum(data)
    c = total / n if center is None else Fraction(center)
    return kind, sum((Fraction(x) - c) ** 2 for x in data), n


def variance(data, xbar=None):
    kind, ss, n = _squares(data, xbar, 2, 'variance')
    return _convert(ss / (n - 1), kind)


def pvariance(data, mu=None):
    kind, ss, n = _squares(data, mu, 1, 'pvariance')
    return _convert(ss / n, kind)


def _sqrt(value):
    'The nearest float to the root of a fraction.'
    n, m = value.numerator, value.denominator
    if not n:
        return 0.0
    q = (n.bit_length() - m.bit_length() - 109) // 2
    if q >= 0:
        root = math.isqrt(n // (m << 2 * q))
        numerator = (root | (root * root * (m << 2 * q) != n)) << q
        return numerator / 1
    root = math.isqrt((n << -2 * q) // m)
    return (root | (root * root * m != n << -2 * q)) / (1 << -q)


def stdev(data, xbar=None):
    kind, ss, n = _squares(data, xbar, 2, 'stdev')
    return _sqrt(ss / (n - 1))


def pstdev(data, mu=None):
    kind, ss, n = _squares(data, mu, 1, 'pstdev')
    return _sqrt(ss / n)


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    ld = len(data)
    if ld < 2:
        if ld == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    result = []
    if method == 'inclusive':
        m = ld - 1
        for i in range(1, n):
            j, delta = divmod(i * m, n)
            result.append((data[j] * (n - delta) + data[j + 1] * delta) / n)
        return result
    if method == 'exclusive':
        m = ld + 1
        for i in range(1, n):
            j = i * m // n
            j = 1 if j < 1 else ld - 1 if j > ld - 1 else j
            delta = i * m - j * n
            result.append((data[j - 1] * (n - delta) + data[j] * delta) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


def covariance(x, y, /):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('covariance requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('covariance requires at least two data points')
    xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    return math.sumprod([xi - xbar for xi in x], [yi - ybar for yi in y]) / (n - 1)


def correlation(x, y, /, *, method='linear'):
    n = len(x)
    if len(y) != n:
        raise StatisticsError('correlation requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('correlation requires at least two data points')
    xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
    x = [xi - xbar for xi in x]
    y = [yi - ybar for yi in y]
    try:
        return math.sumprod(x, y) / math.sqrt(math.sumprod(x, x) * math.sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


def linear_regression(x, y, /, *, proportional=False):
    from collections import namedtuple
    LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))
    n = len(x)
    if not proportional:
        xbar, ybar = math.fsum(x) / n, math.fsum(y) / n
        x = [xi - xbar for xi in x]
        y = [yi - ybar for yi in y]
    slope = (math.sumprod(x, y) + 0.0) / math.sumprod(x, x)
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)
