"""The module select, waiting in the hub."""

import select as __select__

from gevent.event import Event
from gevent._hub_local import get_hub

__implements__ = ['select']
__all__ = ['error', *__implements__]
error = __select__.error
_real_select = __select__.select


def _number(fd):
    return fd if isinstance(fd, int) else fd.fileno()


class _Result:
    def __init__(self):
        self.read = []
        self.write = []
        self.event = Event()

    def add(self, found, fd):
        if fd not in found:
            found.append(fd)
        self.event.set()


def select(rlist, wlist, xlist, timeout=None):
    if timeout is not None and timeout < 0:
        raise ValueError('timeout must be non-negative')
    # What is ready at once is told at once.
    ready = _real_select(rlist, wlist, xlist, 0)
    if timeout == 0 or ready[0] or ready[1] or ready[2]:
        return ready
    result = _Result()
    loop = get_hub().loop
    watchers = []
    try:
        for descriptors, events, found in ((rlist, 1, result.read), (wlist, 2, result.write)):
            for fd in descriptors:
                watcher = loop.io(_number(fd), events)
                watcher.start(result.add, found, fd)
                watchers.append(watcher)
        result.event.wait(timeout=timeout)
        return result.read, result.write, []
    finally:
        for each in watchers:
            each.close()
