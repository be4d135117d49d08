"""The hub: the greenlet that runs the event loop and switches to whoever can go on. Greenlets wait by switching to it."""

import sys
import time as _time
import traceback
from functools import partial as _partial
from _thread import get_ident as get_thread_ident
from greenlet import GreenletExit, error as GreenletError, getcurrent, greenlet as RawGreenlet

import _gevent
from gevent._hub_local import get_hub, get_hub_if_exists as _get_hub, set_default_hub_class, set_hub
from gevent._loop import loop as _loop_class
from gevent._waiter import MultipleWaiter, Waiter
from gevent.exceptions import BlockingSwitchOutError, HubDestroyed, InvalidSwitchError, LoopExit

__all__ = ['getcurrent', 'GreenletExit', 'spawn_raw', 'sleep', 'kill', 'signal', 'reinit', 'get_hub', 'Hub', 'Waiter']

MAIN_THREAD_IDENT = get_thread_ident()
_switch = RawGreenlet.switch


def spawn_raw(function, *args, **kwargs):
    if not callable(function):
        raise TypeError('function must be callable')
    hub = get_hub()
    if kwargs:
        function = _partial(function, *args, **kwargs)
        args = ()
    greenlet = RawGreenlet(function, hub)
    hub.loop.run_callback(greenlet.switch, *args)
    greenlet.loop = hub.loop
    return greenlet


def sleep(seconds=0, ref=True):
    hub = get_hub()
    if seconds <= 0:
        waiter = Waiter(hub)
        _gevent.yields()
        hub.loop.run_callback(waiter.switch, None)
        waiter.get()
    else:
        with hub.loop.timer(seconds, ref=ref) as timer:
            hub.wait(timer)


def idle(priority=0):
    hub = get_hub()
    with hub.loop.idle() as watcher:
        if priority:
            watcher.priority = priority
        hub.wait(watcher)


def kill(greenlet, exception=GreenletExit):
    if greenlet.dead:
        return
    if hasattr(greenlet, 'kill'):
        greenlet.kill(exception=exception, block=False)
    else:
        get_hub().loop.run_callback(greenlet.throw, exception)


def reinit(hub=None):
    return None


def _format_context(context):
    return repr(context)


class _IdentRegistry:
    """Small numbers for greenlets, in the order they are asked for."""

    def __init__(self):
        self._idents = {}

    def get_ident(self, greenlet):
        return self._idents.setdefault(id(greenlet), len(self._idents))


class Hub(RawGreenlet):
    SYSTEM_ERROR = (KeyboardInterrupt, SystemExit, SystemError)
    NOT_ERROR = (GreenletExit, SystemExit)
    name = ''
    loop_class = _loop_class
    periodic_monitoring_thread = None
    threadpool_size = 10
    _hub_counter = 0
    _threadpool = None

    def __init__(self, loop=None, default=None):
        _gevent.is_hub(self)
        RawGreenlet.__init__(self, None, None)
        self.thread_ident = get_thread_ident()
        self.loop = loop if hasattr(loop, 'run') else self.loop_class()
        self.loop.default = self.thread_ident == MAIN_THREAD_IDENT
        self.ident_registry = _IdentRegistry()
        self.format_context = _format_context
        Hub._hub_counter += 1
        self.minimal_ident = Hub._hub_counter

    @property
    def main_hub(self):
        return self.thread_ident == MAIN_THREAD_IDENT

    @property
    def exception_stream(self):
        return sys.stderr

    def __repr__(self):
        info = 'destroyed' if self.loop is None else self.loop._format()
        return f'<{type(self).__name__} {self.name!r} at {id(self):#x} {info} thread_ident={self.thread_ident:#x}>'

    def switch(self):
        leave = getattr(getcurrent(), 'switch_out', None)
        if leave is not None:
            leave()
        return _switch(self)

    def switch_out(self):
        raise BlockingSwitchOutError('Impossible to call blocking function in the event loop callback')

    @property
    def threadpool(self):
        if self._threadpool is None:
            from gevent.threadpool import ThreadPool
            self._threadpool = ThreadPool(self.threadpool_size, hub=self)
        return self._threadpool

    def cancel_wait(self, watcher, error, close_watcher=False):
        if watcher.callback is not None:
            self.loop.run_callback(self._cancel_wait, watcher, error, close_watcher)

    def _cancel_wait(self, watcher, error, close_watcher):
        switch = watcher.callback
        waiting = None if switch is None else getattr(switch, '__self__', None)
        if close_watcher:
            watcher.close()
        if waiting is not None:
            waiting.throw(error)

    def wait(self, watcher):
        waiter = Waiter(self)
        watcher.start(waiter.switch, waiter)
        try:
            result = waiter.get()
            if result is not waiter:
                raise InvalidSwitchError(
                    f'Invalid switch into {getcurrent()}: got {result!r} (expected {waiter!r}; waiting on {self!r} with {watcher!r})')
        finally:
            watcher.stop()

    def run(self):
        assert self is getcurrent(), 'Do not call Hub.run() directly'
        while True:
            loop = self.loop
            loop.error_handler = self
            try:
                loop.run()
            finally:
                loop.error_handler = None
            self.parent.throw(LoopExit('This operation would block forever', self, loop.debug()))

    def handle_error(self, context, type, value, tb):
        if type is HubDestroyed:
            raise value
        if not issubclass(type, self.NOT_ERROR):
            self.print_exception(context, type, value, tb)
        if context is None or issubclass(type, self.SYSTEM_ERROR):
            self.handle_system_error(type, value, tb)

    def handle_system_error(self, type, value, tb=None):
        current = getcurrent()
        if current is self or current is self.parent or self.loop is None:
            self.parent.throw(type, value, tb)
            return
        # The greenlet goes on after the main one has been told.
        later = self.loop.run_callback(current.switch)
        try:
            self.parent.throw(type, value, tb)
        finally:
            later.stop()

    def print_exception(self, context, t, v, tb):
        stream = self.exception_stream
        if v is None:
            stream.write(f'{t.__name__}\n')
        else:
            stream.write(_traceback_text(v))
        stamp = _time.strftime('%Y-%m-%dT%H:%M:%SZ', _time.gmtime())
        if context is None:
            stream.write(f'{stamp}\n')
            return
        if not isinstance(context, str):
            context = self.format_context(context)
        stream.write(f'{stamp} {context} failed with {getattr(t, "__name__", "exception")}\n\n')

    def join(self, timeout=None):
        assert getcurrent() is self.parent, 'only possible from the MAIN greenlet'
        if self.dead:
            return True
        waiter = Waiter(self)
        timer = None
        if timeout is not None:
            timer = self.loop.timer(timeout, ref=False)
            timer.start(waiter.switch, None)
        try:
            waiter.get()
        except LoopExit:
            return True
        finally:
            if timer is not None:
                timer.close()
        return False

    def destroy(self, destroy_loop=None):
        try:
            self.throw(HubDestroyed(destroy_loop))
        except (LoopExit, GreenletError):
            pass
        self.loop = None
        if _get_hub() is self:
            set_hub(None)


set_default_hub_class(Hub)

# Most of gevent is compiled in reality: such frames have a line, but no source that could be shown. By file and function.
_compiled = {
    'greenlet.py run': ('greenlet.py", line 908, in gevent._gevent_cgreenlet.Greenlet.run',),
    'greenlet.py throw': ('greenlet.py", line 614, in gevent._gevent_cgreenlet.Greenlet.throw',),
    'greenlet.py get': (
        'greenlet.py", line 804, in gevent._gevent_cgreenlet.Greenlet.get',
    ),
    'hub.py wait': (
        '_hub_primitives.py", line 46, in gevent._gevent_c_hub_primitives.WaitOperationsGreenlet.wait',
        '_hub_primitives.py", line 55, in gevent._gevent_c_hub_primitives.WaitOperationsGreenlet.wait',
    ),
    '_waiter.py get': ('_waiter.py", line 154, in gevent._gevent_c_waiter.Waiter.get',),
    'hub.py switch': (
        '_greenlet_primitives.py", line 61, in gevent._gevent_c_greenlet_primitives.SwitchOutGreenletWithLoop.switch',
        '_greenlet_primitives.py", line 61, in gevent._gevent_c_greenlet_primitives.SwitchOutGreenletWithLoop.switch',
        '_greenlet_primitives.py", line 65, in gevent._gevent_c_greenlet_primitives.SwitchOutGreenletWithLoop.switch',
        '_gevent_c_greenlet_primitives.pxd", line 35, in gevent._gevent_c_greenlet_primitives._greenlet_switch',
    ),
}


def _traceback_text(exception):
    """The traceback as gevent prints it; the loop's own frames are C and do not show."""
    shown = []
    for entry in traceback.format_exception(exception):
        lines = entry.split('\n')
        place = lines[0].split('/gevent/')[-1] if lines[0].startswith('  File "') and '/gevent/' in lines[0] else ''
        own = place.split('"')[0]
        if own == '_loop.py':
            skips = True
        elif own:
            skips = f'{own} {place.split(" in ")[-1].strip()}' in _compiled
            shown.extend(f'  File "src/gevent/{each}\n' for each in _compiled.get(f'{own} {place.split(" in ")[-1].strip()}', ()))
        elif not lines[0].startswith('    '):
            skips = False
        if not skips:
            shown.append(entry)
    return ''.join(shown)


class _WaitIterator:
    """Gives objects in the order in which they become ready."""

    def __init__(self, objects, hub, timeout, count):
        self._hub = hub
        self._waiter = MultipleWaiter(hub)
        self._switch = self._waiter.switch
        self._timeout = timeout
        self._objects = objects
        self._timer = None
        self._begun = False
        self._count = len(objects) if count is None else min(count, len(objects))

    def _begin(self):
        if self._begun:
            return
        self._begun = True
        for each in self._objects:
            each.rawlink(self._switch)
        if self._timeout is not None:
            self._timer = self._hub.loop.timer(self._timeout, priority=-1)
            self._timer.start(self._switch, self)

    def __iter__(self):
        return self

    def __next__(self):
        self._begin()
        if self._count == 0:
            self._cleanup()
            raise StopIteration()
        self._count -= 1
        try:
            item = self._waiter.get()
            self._waiter.clear()
            if item is self:
                raise StopIteration()
            return item
        except:
            self._cleanup()
            raise

    next = __next__

    def _cleanup(self):
        if self._timer is not None:
            self._timer.close()
            self._timer = None
        objects, self._objects = self._objects, ()
        for each in objects:
            unlink = getattr(each, 'unlink', None)
            if unlink is not None:
                unlink(self._switch)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self._cleanup()


def iwait(objects, timeout=None, count=None):
    hub = get_hub()
    if objects is None:
        return [hub.join(timeout=timeout)]
    return _WaitIterator(objects, hub, timeout, count)


def wait(objects=None, timeout=None, count=None):
    if objects is None:
        return get_hub().join(timeout=timeout)
    ready = []
    for each in iwait(objects, timeout, count):
        ready.append(each)
    return ready
