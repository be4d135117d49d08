"""Tasks that begin and end together."""

__all__ = ('TaskGroup',)

from . import events
from . import exceptions
from . import tasks


class TaskGroup:
    """Waits at its end for all its tasks; where one fails the others are cancelled."""

    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._loop = None
        self._parent_task = None
        self._parent_cancel_requested = False
        self._tasks = set()
        self._errors = []
        self._base_error = None
        self._on_completed_fut = None

    def __repr__(self):
        info = ['']
        if self._tasks:
            info.append(f'tasks={len(self._tasks)}')
        if self._errors:
            info.append(f'errors={len(self._errors)}')
        if self._aborting:
            info.append('cancelling')
        elif self._entered:
            info.append('entered')
        return f"<TaskGroup{' '.join(info)}>"

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f'TaskGroup {self!r} has already been entered')  #@56
        if self._loop is None:
            self._loop = events.get_running_loop()
        self._parent_task = tasks.current_task(self._loop)
        if self._parent_task is None:
            raise RuntimeError(f'TaskGroup {self!r} cannot determine the parent task')  #@62
        self._entered = True
        return self

    async def __aexit__(self, et, exc, tb):
        self._exiting = True
        if exc is not None and self._is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        if et is not None and issubclass(et, exceptions.CancelledError):
            propagate_cancellation_error = exc
        else:
            propagate_cancellation_error = None
        if et is not None and not self._aborting:
            # The body has failed, or the task around it was cancelled.
            self._abort()

        # Tasks may still make new ones.
        while self._tasks:
            if self._on_completed_fut is None:
                self._on_completed_fut = self._loop.create_future()
            try:
                await self._on_completed_fut  #@106
            except exceptions.CancelledError as ex:
                if not self._aborting:
                    propagate_cancellation_error = ex
                    self._abort()
            self._on_completed_fut = None
        assert not self._tasks

        if self._base_error is not None:
            raise self._base_error  #@125
        if self._parent_cancel_requested:
            # It was this group that had cancelled its parent: nobody else.
            if self._parent_task.uncancel() == 0:
                propagate_cancellation_error = None
        if propagate_cancellation_error is not None and not self._errors:
            raise propagate_cancellation_error  #@137
        if et is not None and not issubclass(et, exceptions.CancelledError):
            self._errors.append(exc)
        if self._errors:
            # A cancellation from outside is not lost over the errors: the next await will see it.
            if self._parent_task.cancelling():
                self._parent_task.uncancel()
                self._parent_task.cancel()
            me = BaseExceptionGroup('unhandled errors in a TaskGroup', self._errors)
            try:
                raise me from None  #@154
            finally:
                self._errors = me = None

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            coro.close()  #@164
            raise RuntimeError(f'TaskGroup {self!r} has not been entered')  #@165
        if self._exiting and not self._tasks:
            coro.close()  #@167
            raise RuntimeError(f'TaskGroup {self!r} is finished')  #@168
        if self._aborting:
            coro.close()  #@170
            raise RuntimeError(f'TaskGroup {self!r} is shutting down')  #@171
        if context is None:
            task = self._loop.create_task(coro, name=name)  #@173
        else:
            task = self._loop.create_task(coro, name=name, context=context)  #@175
        if task.done():
            # It was eager and is over already.
            self._on_task_done(task)  #@181
        else:
            self._tasks.add(task)
            task.add_done_callback(self._on_task_done)  #@184
        return task

    def _is_base_error(self, exc):
        assert isinstance(exc, BaseException)
        return isinstance(exc, (SystemExit, KeyboardInterrupt))

    def _abort(self):
        self._aborting = True
        for t in self._tasks:
            if not t.done():
                t.cancel()

    def _on_task_done(self, task):
        self._tasks.discard(task)
        if self._on_completed_fut is not None and not self._tasks:
            if not self._on_completed_fut.done():
                self._on_completed_fut.set_result(True)
        if task.cancelled():
            return
        exc = task.exception()
        if exc is None:
            return
        self._errors.append(exc)
        if self._is_base_error(exc) and self._base_error is None:
            self._base_error = exc
        if self._parent_task.done():
            self._loop.call_exception_handler({
                'message': f'Task {task!r} has errored out but its parent task {self._parent_task} is already '
                           'completed',
                'exception': exc,
                'task': task,
            })
            return
        if not self._aborting and not self._parent_cancel_requested:
            # The first failure: the others are cancelled, and the parent, so that it comes to the group's end.
            self._abort()
            self._parent_cancel_requested = True
            self._parent_task.cancel()
