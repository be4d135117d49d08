"""Events and results that greenlets wait for."""

from gevent._abstract_linkable import AbstractLinkable
from gevent.timeout import Timeout

__all__ = ['Event', 'AsyncResult']

_none = object()


class Event(AbstractLinkable):
    __module__ = 'gevent._gevent_cevent'

    def __init__(self):
        AbstractLinkable.__init__(self)
        self._flag = False

    def __str__(self):
        return f'<{type(self).__name__} {"set" if self._flag else "clear"} _links[{self.linkcount()}]>'

    def is_set(self):
        return self._flag

    isSet = ready = is_set

    def set(self):
        self._flag = True
        self._check_and_notify()

    def clear(self):
        self._flag = False

    def _wait_return_value(self, waited, wait_success):
        return wait_success if waited else self._flag

    def wait(self, timeout=None):
        return self._wait(timeout)

    def _reset_internal_locks(self):
        pass


class AsyncResult(AbstractLinkable):
    __module__ = 'gevent._gevent_cevent'

    def __init__(self):
        AbstractLinkable.__init__(self)
        self._value = _none
        self._exc_info = ()

    @property
    def _exception(self):
        return self._exc_info[1] if self._exc_info else _none

    @property
    def value(self):
        return self._value if self._value is not _none else None

    @property
    def exc_info(self):
        return self._exc_info

    def __str__(self):
        text = f'<{type(self).__name__} '
        if self.value is not None or self._exception is not _none:
            text += f'value={self.value!r} '
        if self._exception is _none:
            text += 'unset '
        elif self._exception is not None:
            text += f'exception={self._exception!r} '
        return f'{text} _links[{self.linkcount()}]>'

    def ready(self):
        return self._exc_info or self._value is not _none

    def successful(self):
        return self._value is not _none

    @property
    def exception(self):
        return self._exc_info[1] if self._exc_info else None

    def set(self, value=None):
        self._value = value
        self._check_and_notify()

    set_result = set

    def set_exception(self, exception, exc_info=None):
        self._exc_info = tuple(exc_info) if exc_info else (type(exception), exception, None)
        self._check_and_notify()

    def _raise_exception(self):
        kind, value, traceback = self._exc_info
        raise value.with_traceback(traceback)

    def get(self, block=True, timeout=None):
        if self._value is not _none:
            return self._value
        if self._exc_info:
            return self._raise_exception()
        if not block:
            raise Timeout()
        self._capture_hub(True)
        self._wait_core(timeout, ())
        return self.get(block=False)

    def get_nowait(self):
        return self.get(block=False)

    def _wait_return_value(self, waited, wait_success):
        return self.value

    def wait(self, timeout=None):
        return self._wait(timeout)

    def __call__(self, source):
        """As the link of a greenlet: takes its result over."""
        if source.successful():
            self.set(source.value)
        else:
            self.set_exception(source.exception, getattr(source, 'exc_info', None))

    def result(self, timeout=None):
        return self.get(timeout=timeout)

    def done(self):
        return self.ready()

    def cancel(self):
        return False

    cancelled = cancel
