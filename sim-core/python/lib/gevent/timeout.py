"""Raises an exception in a greenlet when its time is over."""

from greenlet import getcurrent

from gevent._hub_local import get_hub

__all__ = ['Timeout', 'with_timeout']

_none = object()


class _NoTimer:
    """Stands for the timer where there is no limit of time."""

    __slots__ = ()
    pending = active = False
    seconds = timer = exception = None

    def start(self, *args, **kwargs):
        raise AssertionError('non-expiring timer cannot be started')

    def stop(self):
        return None

    cancel = close = stop

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return None


_no_timer = _NoTimer()


class Timeout(BaseException):
    def __init__(self, seconds=None, exception=None, ref=True, priority=-1, _one_shot=False):
        BaseException.__init__(self)
        self.seconds = seconds
        self.exception = exception
        self._one_shot = _one_shot
        self.timer = _no_timer if seconds is None else get_hub().loop.timer(seconds or 0.0, ref=ref, priority=priority)

    def start(self):
        if self.pending:
            raise AssertionError(f'{self!r} is already started; to restart it, cancel it first')
        if self.seconds is None:
            return
        own = self.exception is None or self.exception is False or isinstance(self.exception, str)
        self.timer.start(self._on_expiration, getcurrent(), self if own else self.exception)

    def _on_expiration(self, greenlet, exception):
        greenlet.throw(exception)

    @classmethod
    def start_new(cls, timeout=None, exception=None, ref=True, _one_shot=False):
        if isinstance(timeout, Timeout):
            if not timeout.pending:
                timeout.start()
            return timeout
        made = cls(timeout, exception, ref=ref, _one_shot=_one_shot)
        made.start()
        return made

    @staticmethod
    def _start_new_or_dummy(timeout, exception=None, ref=True):
        if timeout is None:
            return _no_timer
        return Timeout.start_new(timeout, exception, ref, _one_shot=True)

    @property
    def pending(self):
        return self.timer.pending or self.timer.active

    def cancel(self):
        self.timer.stop()
        if self._one_shot:
            self.close()

    def close(self):
        self.timer.stop()
        self.timer.close()
        self.timer = _no_timer

    def __repr__(self):
        exception = '' if self.exception is None else f' exception={self.exception!r}'
        pending = ' pending' if self.pending else ''
        return f'<{type(self).__name__} at {id(self):#x} seconds={self.seconds}{exception}{pending}>'

    def __str__(self):
        if self.seconds is None:
            return ''
        text = f'{self.seconds} second{"" if self.seconds == 1 else "s"}'
        if self.exception is None:
            return text
        return f'{text} (silent)' if self.exception is False else f'{text}: {self.exception}'

    def __enter__(self):
        if not self.pending:
            self.start()
        return self

    def __exit__(self, kind, value, traceback):
        self.close()
        if value is self and self.exception is False:
            return True


def with_timeout(seconds, function, *args, **kwds):
    instead = kwds.pop('timeout_value', _none)
    timeout = Timeout.start_new(seconds, _one_shot=True)
    try:
        try:
            return function(*args, **kwds)
        except Timeout as ex:
            if ex is timeout and instead is not _none:
                return instead
            raise
    finally:
        timeout.cancel()
