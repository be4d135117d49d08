"""How a greenlet waits for something that the hub will tell it."""

import sys
from greenlet import getcurrent

from gevent._hub_local import get_hub
from gevent.exceptions import ConcurrentObjectUseError

__all__ = ['Waiter']

_unset = object()


class Waiter:
    """One greenlet waits in get(); switch() or throw(), called in the hub, make it go on."""

    __module__ = 'gevent._gevent_c_waiter'

    def __init__(self, hub=None):
        self.hub = get_hub() if hub is None else hub
        self.greenlet = None
        self.value = None
        self._exception = _unset

    def clear(self):
        self.greenlet = None
        self.value = None
        self._exception = _unset

    def __str__(self):
        text = f'<{type(self).__name__} greenlet={self.greenlet}'
        if self._exception is None:
            text += f' value={self.value!r}'
        elif self._exception is not _unset:
            text += f' exc_info={self.exc_info!r}'
        return text + '>'

    def ready(self):
        return self._exception is not _unset

    def successful(self):
        return self._exception is None

    @property
    def exc_info(self):
        return self._exception if self._exception is not _unset else None

    def switch(self, value):
        greenlet = self.greenlet
        if greenlet is None:
            self.value = value
            self._exception = None
            return
        if getcurrent() is not self.hub:
            raise AssertionError('Can only use Waiter.switch method from the Hub greenlet')
        switch = greenlet.switch
        try:
            switch(value)
        except:
            self.hub.handle_error(switch, *sys.exc_info())

    def switch_args(self, *args):
        return self.switch(args)

    def throw(self, *throw_args):
        greenlet = self.greenlet
        if greenlet is None:
            self._exception = throw_args
            return
        if getcurrent() is not self.hub:
            raise AssertionError('Can only use Waiter.switch method from the Hub greenlet')
        throw = greenlet.throw
        try:
            throw(*throw_args)
        except:
            self.hub.handle_error(throw, *sys.exc_info())

    def get(self):
        if self._exception is not _unset:
            if self._exception is None:
                return self.value
            getcurrent().throw(*self._exception)
            return None
        if self.greenlet is not None:
            raise ConcurrentObjectUseError(f'This Waiter is already used by {self.greenlet!r}')
        self.greenlet = getcurrent()
        try:
            return self.hub.switch()
        finally:
            self.greenlet = None

    def __call__(self, source):
        if source.exception is None:
            self.switch(source.value)
        else:
            self.throw(source.exception)


class MultipleWaiter(Waiter):
    """Keeps every value it is given until it is asked for."""

    __module__ = 'gevent._gevent_c_waiter'

    def __init__(self, hub=None):
        Waiter.__init__(self, hub)
        self._values = []

    def switch(self, value):
        self._values.append(value)
        Waiter.switch(self, True)

    def get(self):
        if not self._values:
            Waiter.get(self)
            Waiter.clear(self)
        return self._values.pop(0)
