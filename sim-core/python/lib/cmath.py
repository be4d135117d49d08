"""Functions of complex numbers, the basic ones."""

import math

pi, e, tau, inf, nan = math.pi, math.e, math.tau, math.inf, math.nan
infj, nanj = complex(0.0, inf), complex(0.0, nan)


def phase(z):
    z = complex(z)
    return math.atan2(z.imag, z.real)


def polar(z):
    z = complex(z)
    return math.hypot(z.real, z.imag), phase(z)


def rect(r, phi):
    return complex(r * math.cos(phi), r * math.sin(phi))


def sqrt(z):
    z = complex(z)
    a, b = z.real, z.imag
    if a == 0 and b == 0:
        return complex(0.0, b)
    s = 2 * math.sqrt(abs(a) / 8 + math.hypot(abs(a) / 8, abs(b) / 8))
    d = abs(b) / (2 * s)
    if a >= 0:
        return complex(s, math.copysign(d, b))
    return complex(d, math.copysign(s, b))


def exp(z):
    z = complex(z)
    r = math.exp(z.real)
    return complex(r * math.cos(z.imag), r * math.sin(z.imag))


def log(z, base=None):
    z = complex(z)
    result = complex(math.log(math.hypot(z.real, z.imag)), phase(z))
    return result if base is None else result / log(base)


def isnan(z):
    z = complex(z)
    return math.isnan(z.real) or math.isnan(z.imag)


def isinf(z):
    z = complex(z)
    return math.isinf(z.real) or math.isinf(z.imag)


def isfinite(z):
    z = complex(z)
    return math.isfinite(z.real) and math.isfinite(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    return a == b or abs(a - b) <= max(rel_tol * max(abs(a), abs(b)), abs_tol)
