"""Signals: names for the numbers, and handlers that are called with and give back those names."""

import enum as _enum

import _signal
from _signal import (ITIMER_PROF, ITIMER_REAL, ITIMER_VIRTUAL, NSIG, ItimerError, alarm, default_int_handler, getitimer, pause,
                     pthread_kill, raise_signal, set_wakeup_fd, setitimer, siginterrupt, strsignal)

_names = [(name, number) for name, number in vars(_signal).items() if name.startswith('SIG') and not name.startswith('SIG_')]
Signals = _enum.IntEnum('Signals', _names, module=__name__)
Handlers = _enum.IntEnum('Handlers', [('SIG_DFL', _signal.SIG_DFL), ('SIG_IGN', _signal.SIG_IGN)], module=__name__)
Sigmasks = _enum.IntEnum('Sigmasks', [('SIG_BLOCK', _signal.SIG_BLOCK), ('SIG_UNBLOCK', _signal.SIG_UNBLOCK),
                                      ('SIG_SETMASK', _signal.SIG_SETMASK)], module=__name__)
for _class in (Signals, Handlers, Sigmasks):
    globals().update(_class.__members__)
del _class, _names


def _named(value, names):
    """The member with this number, or the value itself where there is none."""
    if not isinstance(value, int):
        return value
    try:
        return names(value)
    except ValueError:
        return value


def _number(value):
    return int(value) if isinstance(value, int) else value


def signal(signalnum, handler):
    return _named(_signal.signal(_number(signalnum), _number(handler)), Handlers)


def getsignal(signalnum):
    return _named(_signal.getsignal(signalnum), Handlers)


def pthread_sigmask(how, mask):
    return {_named(number, Signals) for number in _signal.pthread_sigmask(int(how), mask)}


def sigpending():
    return {_named(number, Signals) for number in _signal.sigpending()}


def sigwait(sigset):
    return _named(_signal.sigwait(sigset), Signals)


def valid_signals():
    return {_named(number, Signals) for number in _signal.valid_signals()}
