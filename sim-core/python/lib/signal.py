"""Signals: names and handlers. The interrupt key is the only signal that comes from outside."""

import enum as _enum

_handlers = {}


class Signals(_enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20


globals().update(Signals.__members__)


class Handlers(_enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


SIG_DFL, SIG_IGN = Handlers
NSIG = 65


def default_int_handler(signalnum, frame, /):
    raise KeyboardInterrupt


def getsignal(signalnum):
    return _handlers.get(Signals(signalnum), default_int_handler if signalnum == 2 else SIG_DFL)


def signal(signalnum, handler):
    import threading
    if threading.current_thread() is not threading.main_thread():
        raise ValueError('signal only works in main thread of the main interpreter')
    if not 1 <= signalnum < NSIG:
        raise ValueError('signal number out of range')
    if not callable(handler) and handler not in (0, 1):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    signalnum = Signals(signalnum)
    if signalnum in (9, 19):
        raise OSError(22, 'Invalid argument')
    old = getsignal(signalnum)
    _handlers[signalnum] = handler
    return old


def raise_signal(signalnum, /):
    handler = getsignal(signalnum)
    if handler == SIG_IGN:
        return
    if callable(handler) and handler not in (0, 1):
        import sys
        handler(int(signalnum), sys._getframe(1))


def strsignal(signalnum, /):
    return {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 6: 'Aborted', 9: 'Killed', 14: 'Alarm clock',
            15: 'Terminated', 17: 'Child exited'}.get(int(signalnum))


def valid_signals():
    return set(Signals)
