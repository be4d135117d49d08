"""The module threading, made of greenlets: only its primitives have to be replaced."""

import threading as __threading__
from greenlet import getcurrent

from gevent import thread as _thread
from gevent.local import local
from gevent.lock import RLock as _CRLock
from gevent.thread import _ThreadHandle, allocate_lock as _allocate_lock, get_ident, start_joinable_thread as _start_joinable_thread

__implements__ = ['local', '_start_joinable_thread', '_ThreadHandle', '_allocate_lock', 'Lock', '_CRLock', 'get_ident']
__all__ = __implements__

Lock = _allocate_lock
RLock = _CRLock


def main_native_thread():
    return __threading__.main_thread()


def move_main_thread():
    """The main thread is known by its greenlet from now on."""
    main = __threading__.main_thread()
    active = __threading__._active
    old = main._ident
    main._ident = _thread._main_greenlet_ident = get_ident()
    main._greenlet = getcurrent()
    if old in active:
        active[main._ident] = active.pop(old)
