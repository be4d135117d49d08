"""Groups of greenlets, and pools that run only so many at a time."""

from greenlet import GreenletExit, getcurrent

from gevent._imap import IMap, IMapUnordered
from gevent.event import Event
from gevent.greenlet import Greenlet, joinall
from gevent.hub import kill as _kill
from gevent.lock import DummySemaphore, Semaphore
from gevent.queue import Full as QueueFull
from gevent.timeout import Timeout

__all__ = ['Group', 'Pool', 'PoolFull']


class pass_value:
    """A link that hands on the value of a greenlet that did not fail."""

    __slots__ = ['callback']

    def __init__(self, callback):
        self.callback = callback

    def __call__(self, source):
        if source.successful():
            self.callback(source.value)

    def __hash__(self):
        return hash(self.callback)

    def __eq__(self, other):
        return self.callback == getattr(other, 'callback', other)

    def __repr__(self):
        return repr(self.callback)


class GroupMappingMixin:
    def apply_cb(self, func, args=None, kwds=None, callback=None):
        result = self.apply(func, args, kwds)
        if callback is not None:
            self._apply_async_cb_spawn(callback, result)
        return result

    def apply_async(self, func, args=None, kwds=None, callback=None):
        args = () if args is None else args
        kwds = {} if kwds is None else kwds
        if self._apply_async_use_greenlet():
            # There is no room: somebody else has to wait for it.
            return Greenlet.spawn(self.apply_cb, func, args, kwds, callback)
        made = self.spawn(func, *args, **kwds)
        if callback is not None:
            made.link(pass_value(callback))
        return made

    def apply(self, func, args=None, kwds=None):
        args = () if args is None else args
        kwds = {} if kwds is None else kwds
        if self._apply_immediately():
            return func(*args, **kwds)
        return self.spawn(func, *args, **kwds).get()

    def __map(self, func, iterable):
        return [each.get() for each in [self.spawn(func, item) for item in iterable]]

    def map(self, func, iterable):
        return Greenlet.spawn(self.__map, func, iterable).get()

    def map_cb(self, func, iterable, callback=None):
        result = self.map(func, iterable)
        if callback is not None:
            callback(result)
        return result

    def map_async(self, func, iterable, callback=None):
        return Greenlet.spawn(self.map_cb, func, iterable, callback)

    def _imap(self, cls, func, iterables, kwargs):
        maxsize = kwargs.pop('maxsize', None)
        if kwargs:
            raise TypeError('Unsupported keyword arguments')
        return cls.spawn(func, zip(*iterables), spawn=self.spawn, _zipped=True, maxsize=maxsize)

    def imap(self, func, *iterables, **kwargs):
        return self._imap(IMap, func, iterables, kwargs)

    def imap_unordered(self, func, *iterables, **kwargs):
        return self._imap(IMapUnordered, func, iterables, kwargs)


class Group(GroupMappingMixin):
    greenlet_class = Greenlet

    def __init__(self, *args):
        assert len(args) <= 1, args
        self.greenlets = set(*args)
        for each in args[0] if args else ():
            each.rawlink(self._discard)
        self.dying = set()
        self._empty_event = Event()
        self._empty_event.set()

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} {self.greenlets}>'

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(self.greenlets)

    def add(self, greenlet):
        rawlink = getattr(greenlet, 'rawlink', None)
        if rawlink is not None:
            rawlink(self._discard)
        self.greenlets.add(greenlet)
        self._empty_event.clear()

    def _discard(self, greenlet):
        self.greenlets.discard(greenlet)
        self.dying.discard(greenlet)
        if not self.greenlets:
            self._empty_event.set()

    def discard(self, greenlet):
        self._discard(greenlet)
        unlink = getattr(greenlet, 'unlink', None)
        if unlink is not None:
            unlink(self._discard)

    def start(self, greenlet):
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        made = self.greenlet_class(*args, **kwargs)
        self.start(made)
        return made

    def join(self, timeout=None, raise_error=False):
        members = list(self.greenlets) if raise_error else ()
        result = self._empty_event.wait(timeout=timeout)
        for each in members:
            if each.exception is not None:
                if hasattr(each, '_raise_exception'):
                    each._raise_exception()
                raise each.exception
        return result

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        timer = Timeout._start_new_or_dummy(timeout)
        try:
            while self.greenlets:
                for each in list(self.greenlets):
                    if each in self.dying:
                        continue
                    kill = getattr(each, 'kill', None)
                    if kill is None:
                        _kill(each, exception)
                    else:
                        kill(exception, block=False)
                    self.dying.add(each)
                if not block:
                    break
                joinall(self.greenlets)
        except Timeout as ex:
            if ex is not timer:
                raise
        finally:
            timer.cancel()

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        if greenlet not in self.dying and greenlet in self.greenlets:
            greenlet.kill(exception, block=False)
            self.dying.add(greenlet)
            if block:
                greenlet.join(timeout)

    def full(self):
        return False

    def wait_available(self, timeout=None):
        pass

    def _apply_immediately(self):
        # A member that waited for another member could wait for ever.
        return getcurrent() in self

    def _apply_async_cb_spawn(self, callback, result):
        Greenlet.spawn(callback, result)

    def _apply_async_use_greenlet(self):
        return self.full()


class PoolFull(QueueFull):
    'The pool has no room now.'


class Pool(Group):
    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError(f'size must not be negative: {size!r}')
        Group.__init__(self)
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._semaphore = DummySemaphore() if size is None else Semaphore(size)

    def wait_available(self, timeout=None):
        return self._semaphore.wait(timeout=timeout)

    def full(self):
        return self.free_count() <= 0

    def free_count(self):
        return 1 if self.size is None else max(0, self.size - len(self))

    def add(self, greenlet, blocking=True, timeout=None):
        if not self._semaphore.acquire(blocking=blocking, timeout=timeout):
            raise PoolFull()
        try:
            Group.add(self, greenlet)
        except:
            self._semaphore.release()
            raise

    def _discard(self, greenlet):
        Group._discard(self, greenlet)
        self._semaphore.release()
