"""Real threads for what would block the hub: greenlets wait for their results."""

import sys
import time as _time
import concurrent.futures as _futures
import queue as _plain_queue

from gevent import monkey
from gevent._hub_local import get_hub
from gevent.event import AsyncResult
from gevent.pool import GroupMappingMixin
from gevent.lock import Semaphore

__all__ = ['ThreadPool', 'ThreadResult', 'ThreadPoolExecutor']

_get_ident = monkey.get_original('_thread', 'get_ident')
_start_thread = monkey.get_original('_thread', 'start_new_thread')
_Queue = monkey.get_original('queue', 'SimpleQueue')


class ThreadResult:
    """Carries what a thread has got to the hub of whoever waits."""

    def __init__(self, receiver, hub, call_when_ready):
        self.receiver = receiver
        self.hub = hub
        self.value = None
        self.exc_info = ()
        self.context = None
        self.call_when_ready = call_when_ready
        self.async_watcher = hub.loop.async_()
        self.async_watcher.start(self._on_async)

    def _on_async(self):
        self.async_watcher.stop()
        if self.call_when_ready is not None:
            self.call_when_ready()
        if self.exc_info:
            self.hub.handle_error(self.context, *self.exc_info)
        self.receiver(self)
        self.receiver = None

    def set(self, value):
        self.value = value
        self.async_watcher.send()

    def handle_error(self, context, exc_info):
        self.context = context
        self.exc_info = exc_info
        self.async_watcher.send()

    @property
    def exception(self):
        return self.exc_info[1] if self.exc_info else None

    def successful(self):
        return self.exception is None


class ThreadPoolWorker:
    def __init__(self, hub):
        self._hub = hub
        self._ident = _get_ident()

    def __repr__(self):
        return '<ThreadPoolWorker at 0x%x thread_ident=0x%x threadpool-hub=<%s at 0x%x thread_ident=0x%x>>' % (
            id(self), self._ident, type(self._hub).__name__, id(self._hub), self._hub.thread_ident)


class ThreadPool(GroupMappingMixin):
    def __init__(self, maxsize, hub=None, idle_task_timeout=-1):
        if not isinstance(maxsize, int):
            raise TypeError('maxsize must be integer: %r' % (maxsize,))
        if maxsize < 0:
            raise ValueError('maxsize must not be negative: %r' % (maxsize,))
        self.hub = get_hub() if hub is None else hub
        self.maxsize = maxsize
        self._available = Semaphore(maxsize)
        self._tasks = _Queue()
        self._workers = 0
        self._unfinished = 0

    def __repr__(self):
        return '<%s at 0x%x tasks=%s size=%s maxsize=%s hub=<%s at 0x%x thread_ident=0x%s>>' % (
            type(self).__name__, id(self), self.task_count, self.size, self.maxsize, type(self.hub).__name__, id(self.hub),
            self.hub.thread_ident)

    def __len__(self):
        return self._unfinished

    @property
    def task_count(self):
        return self._unfinished

    @property
    def size(self):
        return self._workers

    def adjust(self):
        """Threads are made when there is work."""

    def _work(self):
        worker = ThreadPoolWorker(self.hub)
        while True:
            task = self._tasks.get()
            if task is None:
                return
            func, args, kwargs, result = task
            try:
                value = func(*args, **kwargs)
            except BaseException:
                result.handle_error((worker, func), sys.exc_info())
            else:
                result.set(value)
            task = func = args = kwargs = result = None

    def spawn(self, func, *args, **kwargs):
        self._available.acquire()
        result = AsyncResult()
        carrier = ThreadResult(result, self.hub, self._task_done)
        self._unfinished += 1
        if self._workers < self._unfinished and self._workers < self.maxsize:
            self._workers += 1
            _start_thread(self._work, ())
        self._tasks.put((func, args, kwargs, carrier))
        return result

    def _task_done(self):
        self._unfinished -= 1
        self._available.release()

    def join(self, timeout=None):
        from gevent.hub import sleep
        delay = 0.0005
        end = None if timeout is None else _time.monotonic() + timeout
        while self._unfinished > 0:
            if end is not None and _time.monotonic() > end:
                return
            sleep(delay)
            delay = min(delay * 2, 0.05)

    def kill(self):
        for _ in range(self._workers):
            self._tasks.put(None)
        self._workers = 0

    def _apply_immediately(self):
        return get_hub() is not self.hub

    def _apply_async_cb_spawn(self, callback, result):
        callback(result)

    def _apply_async_use_greenlet(self):
        return True


class _FutureProxy:
    def __init__(self, asyncresult):
        self.asyncresult = asyncresult

    def result(self, timeout=None):
        from gevent.timeout import Timeout
        try:
            return self.asyncresult.result(timeout=timeout)
        except Timeout:
            raise _futures.TimeoutError()

    def exception(self, timeout=None):
        from gevent.timeout import Timeout
        try:
            self.asyncresult.get(timeout=timeout)
            return self.asyncresult.exception
        except Timeout:
            raise _futures.TimeoutError()
        except BaseException as error:
            return error

    def add_done_callback(self, fn):
        self.asyncresult.rawlink(lambda _result: fn(self))

    def done(self):
        return self.asyncresult.ready()

    def cancelled(self):
        return False

    def running(self):
        return not self.done()

    def cancel(self):
        return False


class ThreadPoolExecutor(_futures.ThreadPoolExecutor):
    def __init__(self, *args, **kwargs):
        most = kwargs.pop('max_workers', None) or (args[0] if args else None)
        _futures.ThreadPoolExecutor.__init__(self, max_workers=most)
        self._threadpool = ThreadPool(self._max_workers)
        self._threadpool._worker_greenlet = None

    def submit(self, fn, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError('cannot schedule new futures after shutdown')
        return _FutureProxy(self._threadpool.spawn(fn, *args, **kwargs))

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(fn, *args) for args in zip(*iterables)]
        return (each.result() for each in futures)

    def shutdown(self, wait=True, **kwargs):
        self._shutdown = True
        if wait:
            self._threadpool.join()
        self._threadpool.kill()
