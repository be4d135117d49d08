"""Running a program's main coroutine."""

__all__ = ('Runner', 'run')

import contextvars
import enum
import functools
import signal
import threading

from . import constants
from . import coroutines
from . import events
from . import exceptions
from . import tasks


class _State(enum.Enum):
    CREATED = 'created'
    INITIALIZED = 'initialized'
    CLOSED = 'closed'


class Runner:
    """A loop for several calls of run(), with an orderly end."""

    def __init__(self, *, debug=None, loop_factory=None):
        self._state = _State.CREATED
        self._debug = debug
        self._loop_factory = loop_factory
        self._loop = None
        self._context = None
        self._interrupt_count = 0
        self._set_event_loop = False

    def __enter__(self):
        self._lazy_init()  #@58
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()  #@62

    def close(self):
        if self._state is not _State.INITIALIZED:
            return
        try:
            loop = self._loop
            _cancel_all_tasks(loop)  #@70
            loop.run_until_complete(loop.shutdown_asyncgens())  #@71
            loop.run_until_complete(loop.shutdown_default_executor(constants.THREAD_JOIN_TIMEOUT))  #@72
        finally:
            if self._set_event_loop:
                events.set_event_loop(None)  #@76
            loop.close()  #@77
            self._loop = None
            self._state = _State.CLOSED

    def get_loop(self):
        self._lazy_init()
        return self._loop

    def run(self, coro, *, context=None):
        if not coroutines.iscoroutine(coro):
            raise ValueError("a coroutine was expected, got {!r}".format(coro))  #@89
        if events._get_running_loop() is not None:
            raise RuntimeError('Runner.run() cannot be called from a running event loop')  #@93
        self._lazy_init()  #@96
        if context is None:
            context = self._context
        task = self._loop.create_task(coro, context=context)  #@100

        if (threading.current_thread() is threading.main_thread()
                and signal.getsignal(signal.SIGINT) is signal.default_int_handler):
            sigint_handler = functools.partial(self._on_sigint, main_task=task)  #@105
            try:
                signal.signal(signal.SIGINT, sigint_handler)  #@107
            except ValueError:
                sigint_handler = None
        else:
            sigint_handler = None

        self._interrupt_count = 0
        try:
            return self._loop.run_until_complete(task)  #@118
        except exceptions.CancelledError:
            if self._interrupt_count > 0:
                uncancel = getattr(task, 'uncancel', None)  #@121
                if uncancel is not None and uncancel() == 0:
                    raise KeyboardInterrupt()  #@123
            raise
        finally:
            if sigint_handler is not None and signal.getsignal(signal.SIGINT) is sigint_handler:
                signal.signal(signal.SIGINT, signal.default_int_handler)  #@129

    def _lazy_init(self):
        if self._state is _State.CLOSED:
            raise RuntimeError('Runner is closed')  #@133
        if self._state is _State.INITIALIZED:
            return
        if self._loop_factory is None:
            self._loop = events.new_event_loop()  #@137
            if not self._set_event_loop:
                # Set once: child watchers and the like look for it.
                events.set_event_loop(self._loop)  #@141
                self._set_event_loop = True
        else:
            self._loop = self._loop_factory()  #@144
        if self._debug is not None:
            self._loop.set_debug(self._debug)  #@146
        self._context = contextvars.copy_context()  #@147
        self._state = _State.INITIALIZED

    def _on_sigint(self, signum, frame, main_task):
        self._interrupt_count += 1
        if self._interrupt_count == 1 and not main_task.done():
            # The first time the main task is asked to stop; the loop may sleep in select.
            main_task.cancel()
            self._loop.call_soon_threadsafe(lambda: None)
            return
        raise KeyboardInterrupt()  #@157


def run(main, *, debug=None, loop_factory=None):
    if events._get_running_loop() is not None:
        raise RuntimeError('asyncio.run() cannot be called from a running event loop')  #@190
    with Runner(debug=debug, loop_factory=loop_factory) as runner:  #@193
        return runner.run(main)  #@194


def _cancel_all_tasks(loop):
    to_cancel = tasks.all_tasks(loop)  #@198
    if not to_cancel:
        return
    for task in to_cancel:
        task.cancel()  #@203
    loop.run_until_complete(tasks.gather(*to_cancel, return_exceptions=True))  #@205
    for task in to_cancel:
        if task.cancelled():
            continue
        if task.exception() is not None:
            loop.call_exception_handler({  #@211
                'message': 'unhandled exception during asyncio.run() shutdown',
                'exception': task.exception(),
                'task': task,
            })
