"""The module _thread, made of greenlets."""

import _thread as __thread__
from greenlet import GreenletExit, getcurrent

import _gevent
from gevent._hub_local import get_hub_if_exists
from gevent.exceptions import LoopExit
from gevent.greenlet import Greenlet
from gevent.hub import sleep
from gevent.local import local as _local
from gevent.lock import BoundedSemaphore, RLock

__target__ = '_thread'
__implements__ = ['allocate_lock', 'get_ident', 'exit', 'LockType', 'lock', 'stack_size', 'start_new_thread', 'start_joinable_thread',
                  '_local', 'RLock', '_ThreadHandle', '_make_thread_handle', '_get_main_thread_ident']
__all__ = __implements__

error = __thread__.error
TIMEOUT_MAX = __thread__.TIMEOUT_MAX
get_native_id = __thread__.get_native_id
stack_size = __thread__.stack_size
_main_greenlet_ident = None


def get_ident(gr=None):
    return id(getcurrent() if gr is None else gr)


def start_new_thread(function, args=(), kwargs=None):
    return get_ident(Greenlet.spawn(function, *args, **(kwargs or {})))


class _ThreadHandle:
    """What join() waits on: the greenlet of a thread."""

    def __init__(self):
        self._greenlet = None
        self.ident = None
        self._is_main = False

    def is_done(self):
        return self._greenlet is not None and not self._is_main and self._greenlet.dead

    def join(self, timeout=None):
        if self._greenlet is not None and not self._is_main:
            self._greenlet.join(timeout if timeout is None or timeout >= 0 else None)

    def _set_done(self):
        pass


_joinable = []


def start_joinable_thread(function, handle=None, daemon=True):
    if handle is None:
        handle = _ThreadHandle()
    handle._greenlet = Greenlet.spawn(function)
    handle.ident = get_ident(handle._greenlet)
    thread = getattr(function, '__self__', None)
    if hasattr(thread, '_name'):
        _gevent.renamed(handle._greenlet, thread._name)
    if not daemon:
        _joinable.append(handle)
    return handle


def _make_thread_handle(ident):
    handle = _ThreadHandle()
    handle.ident = ident
    handle._is_main = True
    return handle


def _get_main_thread_ident():
    return _main_greenlet_ident


def _join_all():
    while _joinable:
        _joinable.pop(0).join()


class LockType(BoundedSemaphore):
    _OVER_RELEASE_ERROR = error
    _TIMEOUT_MAX = TIMEOUT_MAX

    def acquire(self, blocking=True, timeout=-1):
        if timeout == -1:
            timeout = None
        if not blocking and timeout is not None:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout is not None:
            if timeout < 0:
                raise ValueError('timeout value must be strictly positive')
            if timeout > self._TIMEOUT_MAX:
                raise OverflowError('timeout value is too large')
        try:
            acquired = BoundedSemaphore.acquire(self, blocking, timeout)
        except LoopExit:
            if blocking:
                raise
            acquired = False
        if not acquired and not blocking and getcurrent() is not get_hub_if_exists():
            # A loop that only tries must let the owner run.
            sleep()
        return acquired


allocate_lock = lock = LockType


def exit():
    raise GreenletExit
