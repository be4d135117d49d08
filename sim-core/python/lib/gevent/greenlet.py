"""Greenlets that the hub runs: started by it, waited for, killed."""

from sys import exc_info as _exc_info
from greenlet import GreenletExit, getcurrent, greenlet

import _gevent
from gevent._hub_local import get_hub
from gevent._waiter import Waiter
from gevent.exceptions import InvalidSwitchError
from gevent.hub import iwait, wait
from gevent.timeout import Timeout

__all__ = ['Greenlet', 'joinall', 'killall']


class SpawnedLink:
    """Calls the link in a greenlet of its own."""

    __slots__ = ['callback']

    def __init__(self, callback):
        if not callable(callback):
            raise TypeError(f'Expected callable: {callback!r}')
        self.callback = callback

    def __call__(self, source):
        greenlet(self.callback, get_hub()).switch(source)

    def __hash__(self):
        return hash(self.callback)

    def __eq__(self, other):
        return self.callback == getattr(other, 'callback', other)

    def __str__(self):
        return str(self.callback)

    def __repr__(self):
        return repr(self.callback)


class SuccessSpawnedLink(SpawnedLink):
    __slots__ = []

    def __call__(self, source):
        if source.successful():
            return SpawnedLink.__call__(self, source)


class FailureSpawnedLink(SpawnedLink):
    __slots__ = []

    def __call__(self, source):
        if not source.successful():
            return SpawnedLink.__call__(self, source)


class _NoEvent:
    """Stands for the start where it is over or has been called off."""

    __slots__ = ('pending', 'active')

    def __init__(self):
        self.pending = self.active = False

    def stop(self):
        pass

    def close(self):
        pass


class _Name:
    """A greenlet's name is made up when it is first asked for; from then on it is an ordinary attribute."""

    def __get__(self, greenlet, owner=None):
        if greenlet is None:
            return self
        greenlet.__dict__['name'] = name = f'Greenlet-{greenlet.minimal_ident}'
        return name


_start_cancelled = _NoEvent()
_start_completed = _NoEvent()
_spawn_callbacks = None
_dead = greenlet.dead


class Greenlet(greenlet):
    __module__ = 'gevent._gevent_cgreenlet'
    spawning_stack_limit = 10

    def __init__(self, run=None, *args, **kwargs):
        greenlet.__init__(self, None, get_hub())
        if run is not None:
            self._run = run
        if not callable(self._run):
            raise TypeError('The run argument or self._run must be callable')
        self.args = args
        self.kwargs = kwargs
        self.value = None
        self._start_event = None
        self._notifier = None
        self._formatted_info = None
        self._links = []
        self._ident = None
        self._exc_info = None
        self.spawning_greenlet = getcurrent
        _gevent.made(self, self._run)

    @property
    def minimal_ident(self):
        if self._ident is None:
            self._ident = self.parent.ident_registry.get_ident(self)
        return self._ident

    name = _Name()

    @property
    def loop(self):
        return self.parent.loop

    def __bool__(self):
        return self._start_event is not None and self._exc_info is None

    @property
    def dead(self):
        start = self._start_event
        if start is _start_cancelled:
            return True
        if start is not None and start is not _start_completed and not self._is_start_pending():
            return True
        return _dead.__get__(self)

    def _is_start_pending(self):
        start = self._start_event
        return start is not None and (start.pending or getattr(start, 'active', False))

    def _cancel_start(self):
        if self._start_event is None:
            self._start_event = _start_cancelled
        self._start_event.stop()
        self._start_event.close()

    def _handle_death_before_start(self, args):
        if self._exc_info is None and self.dead:
            if len(args) == 1:
                arg = args[0]
                if isinstance(arg, type) and issubclass(arg, BaseException):
                    args = (arg, arg(), None)
                else:
                    args = (type(arg), arg, None)
            elif not args:
                args = (GreenletExit, GreenletExit(), None)
            self._report_error(args)

    @property
    def started(self):
        return bool(self)

    def ready(self):
        return self.dead or self._exc_info is not None

    def successful(self):
        return self._exc_info is not None and self._exc_info[1] is None

    def __repr__(self):
        name = ' ' if 'name' not in self.__dict__ and self._ident is None else f' "{self.name}" '
        text = f'<{type(self).__name__}{name}at {hex(id(self))}'
        info = self._formatinfo()
        return f'{text}: {info}>' if info else text + '>'

    def _formatinfo(self):
        if self._formatted_info is not None:
            return self._formatted_info
        function = self._run
        owner = getattr(function, '__self__', None)
        if owner is self:
            text = '_run'
        elif owner is not None:
            text = repr(function)
        else:
            text = getattr(function, '__name__', '') or repr(function)
        args = [repr(each)[:50] for each in self.args]
        args.extend(f'{key}={repr(value)[:50]}' for key, value in self.kwargs.items())
        if args:
            text += '(' + ', '.join(args) + ')'
        self._formatted_info = text
        return text

    @property
    def exception(self):
        return self._exc_info[1] if self._exc_info is not None else None

    @property
    def exc_info(self):
        info = self._exc_info
        return info if info is not None and info[0] is not None else None

    def _raise_exception(self):
        kind, value, traceback = self.exc_info
        raise value.with_traceback(traceback)

    def throw(self, *args):
        self._cancel_start()
        try:
            if not self.dead:
                greenlet.throw(self, *args)
        finally:
            self._handle_death_before_start(args)

    def start(self):
        if self._start_event is None:
            _call_spawn_callbacks(self)
            self._start_event = self.parent.loop.run_callback(self.switch)

    def start_later(self, seconds):
        if self._start_event is None:
            _call_spawn_callbacks(self)
            self._start_event = self.parent.loop.timer(seconds)
            self._start_event.start(self.switch)

    @staticmethod
    def add_spawn_callback(callback):
        global _spawn_callbacks
        if _spawn_callbacks is None:
            _spawn_callbacks = set()
        _spawn_callbacks.add(callback)

    @staticmethod
    def remove_spawn_callback(callback):
        global _spawn_callbacks
        if _spawn_callbacks is not None:
            _spawn_callbacks.discard(callback)
            if not _spawn_callbacks:
                _spawn_callbacks = None

    @classmethod
    def spawn(cls, *args, **kwargs):
        made = cls(*args, **kwargs)
        made.start()
        return made

    @classmethod
    def spawn_later(cls, seconds, *args, **kwargs):
        if cls is Greenlet and not args and 'run' not in kwargs:
            raise TypeError('')
        made = cls(*args, **kwargs)
        made.start_later(seconds)
        return made

    def _maybe_kill_before_start(self, exception):
        self._cancel_start()
        self._free()
        dead = self.dead
        if dead:
            self._handle_death_before_start(
                exception if isinstance(exception, tuple) and len(exception) == 3 else (exception,))
        return dead

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        if self._maybe_kill_before_start(exception) or self.ready():
            return
        _gevent.kill_asked(self)
        waiter = Waiter() if block else None
        self.parent.loop.run_callback(_kill, self, exception, waiter)
        if waiter is not None:
            waiter.get()
            self.join(timeout)

    def get(self, block=True, timeout=None):
        if self.ready():
            return self._outcome()
        if not block:
            raise Timeout()
        switch = getcurrent().switch
        self.rawlink(switch)
        try:
            timer = Timeout._start_new_or_dummy(timeout)
            try:
                result = self.parent.switch()
                if result is not self:
                    raise InvalidSwitchError(f'Invalid switch into Greenlet.get(): {result!r}')
            finally:
                timer.cancel()
        except:
            self.unlink(switch)
            raise
        if self.ready():
            return self._outcome()

    def _outcome(self):
        if self.successful():
            return self.value
        self._raise_exception()

    def join(self, timeout=None):
        if self.ready():
            return
        switch = getcurrent().switch
        self.rawlink(switch)
        try:
            timer = Timeout._start_new_or_dummy(timeout)
            try:
                result = self.parent.switch()
                if result is not self:
                    raise InvalidSwitchError(f'Invalid switch into Greenlet.join(): {result!r}')
            finally:
                timer.cancel()
        except Timeout as ex:
            self.unlink(switch)
            if ex is not timer:
                raise
        except:
            self.unlink(switch)
            raise

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if kind is not None:
            self.kill((kind, value, traceback))
            return
        try:
            self.join()
        finally:
            self.kill()

    def _report_result(self, result):
        self._exc_info = (None, None, None)
        self.value = result
        self._schedule_links()

    def _report_error(self, exc_info):
        if isinstance(exc_info[1], GreenletExit):
            _gevent.ends(self, 'cancelled')
            self._report_result(exc_info[1])
            return
        _gevent.ends(self, 'failed')
        self._exc_info = exc_info
        self._schedule_links()
        self.parent.handle_error(self, *exc_info)

    def _schedule_links(self):
        if self._links and not self._notifier:
            self._notifier = self.parent.loop.run_callback(self._notify_links)

    def run(self):
        try:
            self._cancel_start()
            self._start_event = _start_completed
            try:
                result = self._run(*self.args, **self.kwargs)
            except:
                self._report_error(_exc_info())
            else:
                self._report_result(result)
        finally:
            self._free()

    def _free(self):
        self.__dict__.pop('_run', None)
        self.args = ()
        self.kwargs.clear()

    def _run(self):
        return None

    def has_links(self):
        return len(self._links)

    def rawlink(self, callback):
        if not callable(callback):
            raise TypeError(f'Expected callable: {callback!r}')
        self._links.append(callback)
        if self.ready():
            self._schedule_links()

    def link(self, callback, SpawnedLink=SpawnedLink):
        self.rawlink(SpawnedLink(callback))

    def unlink(self, callback):
        try:
            self._links.remove(callback)
        except ValueError:
            pass

    def unlink_all(self):
        self._links.clear()

    def link_value(self, callback, SpawnedLink=SuccessSpawnedLink):
        self.link(callback, SpawnedLink=SpawnedLink)

    def link_exception(self, callback, SpawnedLink=FailureSpawnedLink):
        self.link(callback, SpawnedLink=SpawnedLink)

    def _notify_links(self):
        while self._links:
            link = self._links.pop(0)
            try:
                link(self)
            except:
                self.parent.handle_error((link, self), *_exc_info())


def _call_spawn_callbacks(greenlet):
    for callback in _spawn_callbacks or ():
        callback(greenlet)


def _kill(target, exception, waiter):
    try:
        if isinstance(exception, tuple) and len(exception) == 3:
            target.throw(*exception)
        else:
            target.throw(exception)
    except:
        target.parent.handle_error(target, *_exc_info())
    if waiter is not None:
        waiter.switch(None)


def joinall(greenlets, timeout=None, raise_error=False, count=None):
    if not raise_error:
        return wait(greenlets, timeout=timeout, count=count)
    done = []
    for each in iwait(greenlets, timeout=timeout, count=count):
        if getattr(each, 'exception', None) is not None:
            if hasattr(each, '_raise_exception'):
                each._raise_exception()
            raise each.exception
        done.append(each)
    return done


def _throw_all(greenlets, exception):
    alive = []
    for each in greenlets:
        if not each.dead:
            try:
                each.throw(exception)
            except:
                each.parent.handle_error(each, *_exc_info())
            if not each.dead:
                alive.append(each)
    return alive


def _kill_all_and_tell(greenlets, exception, waiter):
    waiter.switch(_throw_all(greenlets, exception))


def killall(greenlets, exception=GreenletExit, block=True, timeout=None):
    running = []
    for each in greenlets:
        before_start = getattr(each, '_maybe_kill_before_start', None)
        if before_start is None or not before_start(exception):
            running.append(each)
    if not running:
        return
    loop = running[-1].loop
    if not block:
        loop.run_callback(_throw_all, running, exception)
        return
    waiter = Waiter()
    loop.run_callback(_kill_all_and_tell, running, exception, waiter)
    timer = Timeout._start_new_or_dummy(timeout)
    try:
        alive = waiter.get()
        if alive:
            joinall(alive, raise_error=False)
    finally:
        timer.cancel()
