"""Event loops as others see them: handles, the abstract loop and server, policies, and which loop is running."""

__all__ = (
    'AbstractEventLoopPolicy', 'AbstractEventLoop', 'AbstractServer', 'Handle', 'TimerHandle',
    'get_event_loop_policy', 'set_event_loop_policy', 'get_event_loop', 'set_event_loop', 'new_event_loop',
    '_set_running_loop', 'get_running_loop', '_get_running_loop',
)

import contextvars
import sys
import threading
import warnings
from _asyncio import (_callback_begins, _get_running_loop, _set_running_loop, get_event_loop, get_running_loop)

from . import format_helpers


class Handle:
    """A callback that will be called, unless it is cancelled."""

    __slots__ = ('_callback', '_args', '_cancelled', '_loop', '_source_traceback', '_repr', '__weakref__', '_context')

    def __init__(self, callback, args, loop, context=None):
        if context is None:
            context = contextvars.copy_context()
        self._context = context
        self._loop = loop
        self._callback = callback
        self._args = args
        self._cancelled = False
        self._repr = None
        if self._loop.get_debug():
            self._source_traceback = format_helpers.extract_stack(sys._getframe(1))
        else:
            self._source_traceback = None

    def _repr_info(self):
        info = [self.__class__.__name__]
        if self._cancelled:
            info.append('cancelled')
        if self._callback is not None:
            info.append(format_helpers._format_callback_source(self._callback, self._args,
                                                               debug=self._loop.get_debug()))
        if self._source_traceback:
            made = self._source_traceback[-1]
            info.append(f'created at {made[0]}:{made[1]}')
        return info

    def __repr__(self):
        if self._repr is not None:
            return self._repr
        return '<{}>'.format(' '.join(self._repr_info()))

    def get_context(self):
        return self._context

    def cancel(self):
        if not self._cancelled:
            self._cancelled = True
            if self._loop.get_debug():
                # What is kept for the repr is made now: callback and arguments are let go.
                self._repr = repr(self)
            self._callback = None
            self._args = None

    def cancelled(self):
        return self._cancelled

    def _run(self):
        _callback_begins(self._callback, self._args)
        try:
            self._context.run(self._callback, *self._args)  #@89
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            where = format_helpers._format_callback_source(self._callback, self._args, debug=self._loop.get_debug())
            context = {'message': f'Exception in callback {where}', 'exception': exc, 'handle': self}
            if self._source_traceback:
                context['source_traceback'] = self._source_traceback
            self._loop.call_exception_handler(context)  #@104
        self = None


class TimerHandle(Handle):
    """A callback for a time."""

    __slots__ = ['_scheduled', '_when']

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(callback, args, loop, context)
        if self._source_traceback:
            del self._source_traceback[-1]
        self._when = when
        self._scheduled = False

    def _repr_info(self):
        info = super()._repr_info()
        info.insert(2 if self._cancelled else 1, f'when={self._when}')
        return info

    def __hash__(self):
        return hash(self._when)

    # The heap compares times only: equal ones come out as the heap has them.
    def __lt__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, TimerHandle):
            return self._when < other._when or self.__eq__(other)
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, TimerHandle):
            return self._when > other._when or self.__eq__(other)
        return NotImplemented

    def __eq__(self, other):
        if isinstance(other, TimerHandle):
            return (self._when == other._when and self._callback == other._callback and self._args == other._args
                    and self._cancelled == other._cancelled)
        return NotImplemented

    def cancel(self):
        if not self._cancelled:
            self._loop._timer_handle_cancelled(self)
        super().cancel()

    def when(self):
        return self._when


class AbstractServer:
    def close(self):
        raise NotImplementedError  #@176

    def close_clients(self):
        raise NotImplementedError  #@180

    def abort_clients(self):
        raise NotImplementedError  #@184

    def get_loop(self):
        raise NotImplementedError  #@188

    def is_serving(self):
        raise NotImplementedError  #@192

    async def start_serving(self):
        raise NotImplementedError  #@200

    async def serve_forever(self):
        raise NotImplementedError  #@207

    async def wait_closed(self):
        raise NotImplementedError  #@211

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()  #@218


def _abstract(name, is_coroutine=False):
    if is_coroutine:
        async def method(self, *args, **kwargs):
            raise NotImplementedError
    else:
        def method(self, *args, **kwargs):
            raise NotImplementedError
    method.__name__ = name
    method.__qualname__ = f'AbstractEventLoop.{name}'
    return method


class AbstractEventLoop:
    """What every event loop can do."""


for _name in ('run_forever run_until_complete stop is_running is_closed close call_soon call_later call_at time '
              'create_future create_task call_soon_threadsafe run_in_executor set_default_executor add_reader '
              'remove_reader add_writer remove_writer add_signal_handler remove_signal_handler set_task_factory '
              'get_task_factory get_exception_handler set_exception_handler default_exception_handler '
              'call_exception_handler get_debug set_debug _timer_handle_cancelled').split():
    setattr(AbstractEventLoop, _name, _abstract(_name))
for _name in ('shutdown_asyncgens shutdown_default_executor getaddrinfo getnameinfo create_connection create_server '
              'sock_recv sock_recv_into sock_sendall sock_connect sock_accept create_datagram_endpoint '
              'subprocess_shell subprocess_exec connect_read_pipe connect_write_pipe').split():
    setattr(AbstractEventLoop, _name, _abstract(_name, True))
del _name


class AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError  #@643

    def set_event_loop(self, loop):
        raise NotImplementedError  #@647

    def new_event_loop(self):
        raise NotImplementedError  #@653


class BaseDefaultEventLoopPolicy(AbstractEventLoopPolicy):
    """A loop per thread; only the main thread's is made when it is first asked for."""

    _loop_factory = None

    class _Local(threading.local):
        _loop = None
        _set_called = False

    def __init__(self):
        self._local = self._Local()

    def get_event_loop(self):
        if (self._local._loop is None and not self._local._set_called
                and threading.current_thread() is threading.main_thread()):
            # The line to blame is the one outside asyncio.
            stacklevel = 2
            frame = sys._getframe(1)
            while frame is not None:
                module = frame.f_globals.get('__name__')
                if module != 'asyncio' and not module.startswith('asyncio.'):
                    break
                frame = frame.f_back
                stacklevel += 1
            warnings.warn('There is no current event loop', DeprecationWarning, stacklevel=stacklevel)  #@711
            self.set_event_loop(self.new_event_loop())  #@713
        if self._local._loop is None:
            raise RuntimeError('There is no current event loop in thread %r.' % threading.current_thread().name)  #@716
        return self._local._loop

    def set_event_loop(self, loop):
        self._local._set_called = True
        if loop is not None and not isinstance(loop, AbstractEventLoop):
            raise TypeError("loop must be an instance of AbstractEventLoop or None, "  #@725
                            f"not '{type(loop).__name__}'")
        self._local._loop = loop

    def new_event_loop(self):
        return self._loop_factory()


_event_loop_policy = None
_lock = threading.Lock()


def _init_event_loop_policy():
    global _event_loop_policy
    with _lock:
        if _event_loop_policy is None:
            from . import DefaultEventLoopPolicy
            _event_loop_policy = DefaultEventLoopPolicy()


def get_event_loop_policy():
    if _event_loop_policy is None:
        _init_event_loop_policy()
    return _event_loop_policy


def set_event_loop_policy(policy):
    global _event_loop_policy
    if policy is not None and not isinstance(policy, AbstractEventLoopPolicy):
        raise TypeError("policy must be an instance of AbstractEventLoopPolicy or None, "  #@810
                        f"not '{type(policy).__name__}'")
    _event_loop_policy = policy


def set_event_loop(loop):
    get_event_loop_policy().set_event_loop(loop)


def new_event_loop():
    return get_event_loop_policy().new_event_loop()
