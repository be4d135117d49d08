"""Queues between greenlets. Items and waiting greenlets are matched by the hub, in one callback for all."""

import sys
from collections import deque
from heapq import heapify, heappop, heappush
from queue import Empty, Full
from greenlet import getcurrent

from gevent._hub_local import get_hub
from gevent._waiter import Waiter
from gevent.exceptions import InvalidSwitchError
from gevent.timeout import Timeout

__all__ = ['SimpleQueue', 'Queue', 'PriorityQueue', 'LifoQueue', 'JoinableQueue', 'Channel', 'Empty', 'Full']


def _forget(waiters, waiter):
    try:
        waiters.remove(waiter)
    except ValueError:
        pass


class ItemWaiter(Waiter):
    """Waits to put an item."""

    __module__ = 'gevent._gevent_cqueue'

    def __init__(self, item, queue):
        Waiter.__init__(self)
        self.item = item
        self.queue = queue

    def put_and_switch(self):
        self.queue._put(self.item)
        self.queue = self.item = None
        return self.switch(self)


class Queue:
    __module__ = 'gevent._gevent_cqueue'

    def __init__(self, maxsize=None, items=(), _warn_depth=2):
        if maxsize is not None and maxsize <= 0:
            if maxsize == 0:
                import warnings
                warnings.warn('Queue(0) now equivalent to Queue(None); if you want a channel, use Channel',
                              DeprecationWarning, stacklevel=_warn_depth)
            maxsize = None
        self._maxsize = -1 if maxsize is None else maxsize
        self.getters = deque()
        self.putters = deque()
        self.hub = get_hub()
        self._event_unlock = None
        self.queue = self._create_queue(items)

    @property
    def maxsize(self):
        return self._maxsize if self._maxsize > 0 else None

    @maxsize.setter
    def maxsize(self, value):
        self._maxsize = -1 if value is None or value <= 0 else value

    def copy(self):
        return type(self)(self.maxsize, self.queue)

    def _create_queue(self, items=()):
        return deque(items)

    def _get(self):
        return self.queue.popleft()

    def _peek(self):
        return self.queue[0]

    def _put(self, item):
        self.queue.append(item)

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}{self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__}{self._format()}>'

    def _format(self):
        parts = []
        if self.maxsize is not None:
            parts.append(f'maxsize={self.maxsize!r}')
        if self.queue:
            parts.append(f'queue={self.queue!r}')
        if self.getters:
            parts.append(f'getters[{len(self.getters)}]')
        if self.putters:
            parts.append(f'putters[{len(self.putters)}]')
        return ' ' + ' '.join(parts) if parts else ''

    def qsize(self):
        return len(self.queue)

    def __len__(self):
        return self.qsize()

    def __bool__(self):
        return True

    def empty(self):
        return not self.qsize()

    def full(self):
        return self._maxsize > 0 and self.qsize() >= self._maxsize

    def put(self, item, block=True, timeout=None):
        if self._maxsize == -1 or self.qsize() < self._maxsize:
            self._put(item)
            if self.getters:
                self._schedule_unlock()
            return
        if self.hub is getcurrent():
            self._put_in_hub(item)
            return
        if not block:
            raise Full
        waiter = ItemWaiter(item, self)
        self.putters.append(waiter)
        timer = Timeout._start_new_or_dummy(timeout, Full)
        try:
            if self.getters:
                self._schedule_unlock()
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError(f'Invalid switch into Queue.put: {result!r}')
        finally:
            timer.cancel()
            _forget(self.putters, waiter)

    def _put_in_hub(self, item):
        """The hub cannot wait: it lets those who wait for items take some first."""
        while self.getters and self.qsize() >= self._maxsize:
            getter = self.getters.popleft()
            getter.switch(getter)
        if self.qsize() >= self._maxsize:
            raise Full
        self._put(item)

    def put_nowait(self, item):
        self.put(item, False)

    def _wait_for_item(self, take, block, timeout):
        if self.hub is getcurrent():
            while self.putters:
                self.putters.popleft().put_and_switch()
                if self.qsize():
                    return take()
            raise Empty
        if not block:
            raise Empty
        waiter = Waiter()
        timer = Timeout._start_new_or_dummy(timeout, Empty)
        try:
            self.getters.append(waiter)
            if self.putters:
                self._schedule_unlock()
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError(f'Invalid switch into Queue.get: {result!r}')
            return take()
        finally:
            timer.cancel()
            _forget(self.getters, waiter)

    def get(self, block=True, timeout=None):
        if self.qsize():
            if self.putters:
                self._schedule_unlock()
            return self._get()
        return self._wait_for_item(self._get, block, timeout)

    def get_nowait(self):
        return self.get(False)

    def peek(self, block=True, timeout=None):
        if self.qsize():
            return self._peek()
        return self._wait_for_item(self._peek, block, timeout)

    def peek_nowait(self):
        return self.peek(False)

    def _unlock(self):
        again = True
        while again:
            again = False
            if self.putters and (self._maxsize == -1 or self.qsize() < self._maxsize):
                again = True
                putter = self.putters.popleft()
                try:
                    self._put(putter.item)
                except:
                    putter.throw(*sys.exc_info())
                else:
                    putter.switch(putter)
            if self.getters and self.qsize():
                again = True
                getter = self.getters.popleft()
                getter.switch(getter)

    def _schedule_unlock(self):
        if not self._event_unlock:
            self._event_unlock = self.hub.loop.run_callback(self._unlock)

    def __iter__(self):
        return self

    def __next__(self):
        item = self.get()
        if item is StopIteration:
            raise item
        return item

    next = __next__


class UnboundQueue(Queue):
    __module__ = 'gevent._gevent_cqueue'

    def __init__(self, maxsize=None, items=()):
        if maxsize is not None:
            raise ValueError('UnboundQueue has no maxsize')
        Queue.__init__(self, maxsize, items)
        self.putters = None

    def put(self, item, block=True, timeout=None):
        self._put(item)
        if self.getters:
            self._schedule_unlock()


class PriorityQueue(Queue):
    __module__ = 'gevent._gevent_cqueue'

    def _create_queue(self, items=()):
        heap = list(items)
        heapify(heap)
        return heap

    def _put(self, item):
        heappush(self.queue, item)

    def _get(self):
        return heappop(self.queue)


class LifoQueue(Queue):
    __module__ = 'gevent._gevent_cqueue'

    def _create_queue(self, items=()):
        return list(items)

    def _get(self):
        return self.queue.pop()

    def _peek(self):
        return self.queue[-1]


class JoinableQueue(Queue):
    __module__ = 'gevent._gevent_cqueue'

    def __init__(self, maxsize=None, items=(), unfinished_tasks=None):
        from gevent.event import Event
        Queue.__init__(self, maxsize, items, _warn_depth=3)
        self._cond = Event()
        self._cond.set()
        self.unfinished_tasks = unfinished_tasks or len(items)
        if self.unfinished_tasks:
            self._cond.clear()

    def copy(self):
        return type(self)(self.maxsize, self.queue, self.unfinished_tasks)

    def _format(self):
        text = Queue._format(self)
        return f'{text} tasks={self.unfinished_tasks} _cond={self._cond}' if self.unfinished_tasks else text

    def _put(self, item):
        Queue._put(self, item)
        self.unfinished_tasks += 1
        self._cond.clear()

    def task_done(self):
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1
        if self.unfinished_tasks == 0:
            self._cond.set()

    def join(self, timeout=None):
        return self._cond.wait(timeout=timeout)


class Channel:
    """Holds nothing: put() waits until somebody takes the item."""

    __module__ = 'gevent._gevent_cqueue'

    def __init__(self, maxsize=1):
        if maxsize != 1:
            raise ValueError('Channels have a maxsize of 1')
        self.getters = deque()
        self.putters = deque()
        self.hub = get_hub()
        self._event_unlock = None

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self._format()}>'

    def __str__(self):
        return f'<{type(self).__name__} {self._format()}>'

    def _format(self):
        text = f' getters[{len(self.getters)}]' if self.getters else ''
        return text + (f' putters[{len(self.putters)}]' if self.putters else '')

    @property
    def balance(self):
        return len(self.putters) - len(self.getters)

    def qsize(self):
        return 0

    def empty(self):
        return True

    full = empty

    def put(self, item, block=True, timeout=None):
        if self.hub is getcurrent():
            if not self.getters:
                raise Full
            self.getters.popleft().switch(item)
            return
        if not block:
            timeout = 0
        waiter = Waiter()
        entry = item, waiter
        self.putters.append(entry)
        timer = Timeout._start_new_or_dummy(timeout, Full)
        try:
            if self.getters:
                self._schedule_unlock()
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError(f'Invalid switch into Channel.put: {result!r}')
        except:
            _forget(self.putters, entry)
            raise
        finally:
            timer.cancel()

    def put_nowait(self, item):
        self.put(item, False)

    def get(self, block=True, timeout=None):
        if self.hub is getcurrent() and self.putters:
            item, putter = self.putters.popleft()
            self.hub.loop.run_callback(putter.switch, putter)
            return item
        if not block:
            timeout = 0
        waiter = Waiter()
        timer = Timeout._start_new_or_dummy(timeout, Empty)
        try:
            self.getters.append(waiter)
            if self.putters:
                self._schedule_unlock()
            return waiter.get()
        except:
            self.getters.remove(waiter)
            raise
        finally:
            timer.close()

    def get_nowait(self):
        return self.get(False)

    def _unlock(self):
        while self.putters and self.getters:
            getter = self.getters.popleft()
            item, putter = self.putters.popleft()
            getter.switch(item)
            putter.switch(putter)

    _schedule_unlock = Queue._schedule_unlock
    __iter__ = Queue.__iter__
    __next__ = next = Queue.__next__


class SimpleQueue:
    """queue.SimpleQueue for greenlets."""

    def __init__(self):
        from gevent.lock import Semaphore
        self._queue = deque()
        self._count = Semaphore(0)

    def put(self, item, block=True, timeout=None):
        self._queue.append(item)
        self._count.release()

    def get(self, block=True, timeout=None):
        if timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._count.acquire(block, timeout):
            raise Empty
        return self._queue.popleft()

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def empty(self):
        return len(self._queue) == 0

    def qsize(self):
        return len(self._queue)
