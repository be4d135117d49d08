"""The garbage collector. Only objects whose end can be noticed are collected, and what only they hold."""

from _weakref import _collect

_enabled = True
callbacks = []
garbage = []


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def collect(generation=2):
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    for callback in list(callbacks):
        callback('start', {'generation': generation, 'collected': 0, 'uncollectable': 0})
    collected = _collect()
    for callback in list(callbacks):
        callback('stop', {'generation': generation, 'collected': collected, 'uncollectable': 0})
    return collected


def get_count():
    return (0, 0, 0)


def get_threshold():
    return (2000, 10, 0)


def set_threshold(threshold0, threshold1=None, threshold2=None):
    pass


def freeze():
    pass


def unfreeze():
    pass


def is_tracked(obj):
    return not isinstance(obj, (int, float, str, bytes, bool, type(None)))
