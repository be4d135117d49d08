"""Locks between greenlets: whoever has waited longest is told first, but a greenlet that runs may be quicker."""

from greenlet import getcurrent

from gevent._abstract_linkable import AbstractLinkable
from gevent._hub_local import get_hub

__all__ = ['Semaphore', 'BoundedSemaphore', 'DummySemaphore', 'RLock']


class Semaphore(AbstractLinkable):
    __module__ = 'gevent._gevent_c_semaphore'

    def __init__(self, value=1, hub=None):
        self.counter = value
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        AbstractLinkable.__init__(self, hub)
        self._notify_all = False

    def __str__(self):
        return f'<{type(self).__name__} at {id(self):#x} counter={self.counter} _links[{self.linkcount()}]>'

    def locked(self):
        return self.counter <= 0

    def ready(self):
        return self.counter > 0

    def release(self):
        self.counter += 1
        self._check_and_notify()
        return self.counter

    def _wait_return_value(self, waited, wait_success):
        return wait_success if waited else True

    def wait(self, timeout=None):
        if self.counter <= 0:
            self._wait(timeout)
        return self.counter

    def acquire(self, blocking=True, timeout=None):
        if self.counter > 0:
            self.counter -= 1
            return True
        if not blocking:
            return False
        if self.hub is None:
            self.hub = get_hub()
        if not self._wait(timeout):
            return False
        self.counter -= 1
        return True

    def __enter__(self):
        self.acquire()

    def __exit__(self, kind, value, traceback):
        self.release()

    def _handle_unswitched_notifications(self, unswitched):
        self._links.extend(unswitched)


class BoundedSemaphore(Semaphore):
    __module__ = 'gevent._gevent_c_semaphore'
    _OVER_RELEASE_ERROR = ValueError

    def __init__(self, *args, **kwargs):
        Semaphore.__init__(self, *args, **kwargs)
        self._initial_value = self.counter

    def release(self):
        if self.counter >= self._initial_value:
            raise self._OVER_RELEASE_ERROR('Semaphore released too many times')
        counter = Semaphore.release(self)
        if counter == self._initial_value:
            # Unused: another thread may be the next to use it.
            self.hub = None
        return counter


class DummySemaphore:
    """Never full, never waits."""

    def __init__(self, value=None):
        pass

    def __str__(self):
        return f'<{type(self).__name__}>'

    def locked(self):
        return False

    def ready(self):
        return True

    def release(self):
        pass

    def rawlink(self, callback):
        pass

    unlink = rawlink

    def wait(self, timeout=None):
        return 1

    def acquire(self, blocking=True, timeout=None):
        return True

    def __enter__(self):
        pass

    def __exit__(self, kind, value, traceback):
        pass


class RLock:
    def __init__(self, hub=None):
        self._block = Semaphore(1, hub)
        self._owner = None
        self._count = 0

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} _block={self._block} _count={self._count!r} _owner={self._owner!r})>'

    def acquire(self, blocking=True, timeout=None):
        if timeout == -1:
            timeout = None
        me = getcurrent()
        if self._owner is me:
            self._count += 1
            return 1
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner = me
            self._count = 1
        return taken

    def __enter__(self):
        return self.acquire()

    def release(self):
        if self._owner is not getcurrent():
            raise RuntimeError(f'cannot release un-acquired lock. Owner: {self._owner!r} Current: {getcurrent()!r}')
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, kind, value, traceback):
        self.release()

    def _acquire_restore(self, count_owner):
        self._block.acquire()
        self._count, self._owner = count_owner

    def _release_save(self):
        saved = self._count, self._owner
        self._count = 0
        self._owner = None
        self._block.release()
        return saved

    def _is_owned(self):
        return self._owner is getcurrent()
