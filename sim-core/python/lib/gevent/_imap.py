"""imap and imap_unordered: a greenlet that starts one for every item, and an iterator over their results."""

from gevent.greenlet import Greenlet
from gevent.lock import Semaphore
from gevent.queue import UnboundQueue

__all__ = ['IMapUnordered', 'IMap']


class Failure:
    __slots__ = ('exc', 'raise_exception')

    def __init__(self, exc, raise_exception=None):
        self.exc = exc
        self.raise_exception = raise_exception

    def throw(self):
        if self.raise_exception:
            self.raise_exception()
        else:
            raise self.exc


class IMapUnordered(Greenlet):
    __module__ = 'gevent._gevent_c_imap'

    def __init__(self, func, iterable, spawn, maxsize=None, _zipped=False):
        Greenlet.__init__(self)
        self.spawn = spawn
        self._zipped = _zipped
        self.func = func
        self.iterable = iterable
        self.queue = UnboundQueue()
        self._result_semaphore = Semaphore(maxsize) if maxsize else None
        self._outstanding_tasks = 0
        self._max_index = -1
        self.finished = False

    def __iter__(self):
        return self

    def __next__(self):
        if self._result_semaphore is not None:
            self._result_semaphore.release()
        value = self._inext()
        if isinstance(value, Failure):
            value.throw()
        return value

    next = __next__

    def _inext(self):
        return self.queue.get()

    def _ispawn(self, item, index):
        if self._result_semaphore is not None:
            self._result_semaphore.acquire()
        self._outstanding_tasks += 1
        made = self.spawn(self.func, *item) if self._zipped else self.spawn(self.func, item)
        made._imap_task_index = index
        made.rawlink(self._on_result)
        return made

    def _run(self):
        try:
            for item in self.iterable:
                self._max_index += 1
                self._ispawn(item, self._max_index)
            self._on_finish(None)
        except BaseException as error:
            self._on_finish(error)
            raise
        finally:
            self.spawn = self.func = self.iterable = self._result_semaphore = None

    def _on_result(self, greenlet):
        self._outstanding_tasks -= 1
        is_last = self.ready() and self._outstanding_tasks <= 0 and not self.finished
        if is_last:
            self.finished = True
        if greenlet.successful():
            self.queue.put(self._entry(greenlet, greenlet.value))
        else:
            self.queue.put(self._entry(greenlet, Failure(greenlet.exception, greenlet._raise_exception)))
        if is_last:
            self.queue.put(self._last_entry(Failure(StopIteration())))

    def _on_finish(self, exception):
        if self.finished:
            return
        if exception is not None:
            self.finished = True
            self.queue.put(self._last_entry(Failure(exception, self._raise_exception)))
        elif self._outstanding_tasks <= 0:
            self.finished = True
            self.queue.put(self._last_entry(Failure(StopIteration())))

    def _entry(self, greenlet, value):
        return value

    def _last_entry(self, failure):
        return failure


class IMap(IMapUnordered):
    __module__ = 'gevent._gevent_c_imap'

    def __init__(self, *args, **kwargs):
        self._results = {}
        self.index = 0
        IMapUnordered.__init__(self, *args, **kwargs)

    def _inext(self):
        while self.index not in self._results:
            index, value = self.queue.get()
            self._results[index] = value
        value = self._results.pop(self.index)
        self.index += 1
        return value

    def _entry(self, greenlet, value):
        return greenlet._imap_task_index, value

    def _last_entry(self, failure):
        return self._max_index + 1, failure
