"""The event loop: what libev does for gevent. Callbacks first, then timers that are due; between turns it waits for the next timer."""

import sys
from collections import deque
from heapq import heappop, heappush
from time import monotonic

import _gevent

__all__ = ['loop']

# So many callbacks run before the loop looks at the clock; so long they may keep the timers waiting.
_check_every = 50


def _name_of(function):
    return getattr(function, '__qualname__', None) or type(function).__name__


class callback:
    """A function that the loop calls in its next turn."""

    __slots__ = ('callback', 'args')

    def __init__(self, function, args):
        self.callback = function
        self.args = args

    def stop(self):
        self.callback = None
        self.args = None

    close = stop

    def __bool__(self):
        return self.args is not None

    @property
    def pending(self):
        return self.callback is not None

    def __repr__(self):
        text = f'<callback at {id(self):#x}'
        if self.pending:
            text += ' pending'
        if self.callback is not None:
            text += f' callback={self.callback!r}'
        if self.args is not None:
            text += f' args={self.args!r}'
        if self.callback is None and self.args is None:
            text += ' stopped'
        return text + '>'


class watcher:
    """What the loop watches: calls its callback when it happens."""

    def __init__(self, loop, ref=True, priority=None):
        self.loop = loop
        self.ref = ref
        self.priority = priority or 0
        self.callback = None
        self.args = None
        self.active = False
        self.pending = False

    def start(self, callback, *args, update=None):
        if not callable(callback):
            raise TypeError(f'Expected callable, not {callback!r}')
        self.callback = callback
        self.args = args
        if not self.active:
            self.active = True
            self._begin()

    def stop(self):
        if self.active:
            self.active = False
            self._end()
        self.pending = False
        self.callback = None
        self.args = None

    def close(self):
        self.stop()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def __repr__(self):
        text = f'<{type(self).__name__} at {id(self):#x} native={id(self) + 64:#x}'
        if self.active:
            text += ' active'
        if self.pending:
            text += ' pending'
        if self.callback is not None:
            text += f' callback={self.callback!r} args={self.args!r}'
        return text + '>'

    def _call(self):
        function, args = self.callback, self.args
        if function is None:
            return
        _gevent.calls(function, _name_of(function))
        try:
            function(*args)
        except:
            self.loop.handle_error(self, *sys.exc_info())


class timer(watcher):
    def __init__(self, loop, after=0.0, repeat=0.0, ref=True, priority=None):
        if repeat < 0.0:
            raise ValueError('repeat must be positive or zero: %r' % repeat)
        watcher.__init__(self, loop, ref, priority)
        self._after = after
        self._repeat = repeat
        self._entry = None

    def _begin(self):
        self._schedule(self._after)

    def _schedule(self, after):
        loop = self.loop
        loop._timer_count += 1
        self._entry = [monotonic() + after, loop._timer_count, self]
        heappush(loop._timers, self._entry)
        if self.ref:
            loop._active += 1

    def _end(self):
        if self._entry is not None:
            self._entry[2] = None
            self._entry = None
            if self.ref:
                self.loop._active -= 1

    def _expire(self):
        self._entry = None
        if self.ref:
            self.loop._active -= 1
        if self._repeat:
            self._schedule(self._repeat)
        else:
            self.active = False
        self.pending = True

    def again(self, callback, *args, update=True):
        self.stop()
        self.start(callback, *args)

    @property
    def at(self):
        return self._entry[0] if self._entry is not None else 0.0


class io(watcher):
    """Calls back while a descriptor can be read (1) or written (2)."""

    def __init__(self, loop, fd, events, ref=True, priority=None):
        if fd < 0:
            raise ValueError('fd must be non-negative: %r' % fd)
        if events & ~3:
            raise ValueError('illegal event mask: %r' % events)
        watcher.__init__(self, loop, ref, priority)
        self.fd = fd
        self.events = events

    def start(self, callback, *args, **kwargs):
        args = args or ()
        if kwargs.get('pass_events'):
            args = (self.events, *args)
        watcher.start(self, callback, *args)

    def _begin(self):
        loop = self.loop
        loop._ios.setdefault(self.fd, []).insert(0, self)
        loop._watch(self.fd)
        if self.ref:
            loop._active += 1

    def _end(self):
        loop = self.loop
        watchers = loop._ios[self.fd]
        watchers.remove(self)
        if not watchers:
            del loop._ios[self.fd]
        loop._watch(self.fd)
        if self.ref:
            loop._active -= 1


class idle(watcher):
    """Called in every turn in which nothing else happens."""

    def _begin(self):
        self.loop._idles.append(self)
        if self.ref:
            self.loop._active += 1

    def _end(self):
        self.loop._idles.remove(self)
        if self.ref:
            self.loop._active -= 1


class async_(watcher):
    """Can be called for from another thread."""

    def _begin(self):
        self.loop._asyncs.append(self)
        if self.ref:
            self.loop._active += 1

    def _end(self):
        self.loop._asyncs.remove(self)
        if self.ref:
            self.loop._active -= 1

    def send(self):
        self.pending = True
        self.loop._poller.wake()

    def send_ignoring_arg(self, _ignored):
        self.send()


class loop:
    default = True
    approx_timer_resolution = 0.00001
    MAXPRI = 2
    MINPRI = -2
    activecnt = -1
    pendingcnt = 0
    origflags = 0

    def __init__(self, flags=None, default=None):
        self._callbacks = deque()
        self._timers = []
        self._timer_count = 0
        self._idles = []
        # Watchers of each descriptor, the newest first.
        self._ios = {}
        self._asyncs = []
        self._active = 0
        self._must_turn = False
        self._poller = _gevent.Poller()
        self.error_handler = None
        self.dying = False

    def __repr__(self):
        return f'<loop at {id(self):#x} {self._format()}>'

    def _format(self):
        return f'epoll{" default" if self.default else ""} pending=0 ref=-1'

    def debug(self):
        return []

    def now(self):
        return monotonic()

    def update_now(self):
        pass

    update = update_now

    def timer(self, after, repeat=0.0, ref=True, priority=None):
        return timer(self, after, repeat, ref, priority)

    def io(self, fd, events, ref=True, priority=None):
        return io(self, fd, events, ref, priority)

    def _watch(self, fd):
        events = 0
        for each in self._ios.get(fd, ()):
            events |= each.events
        self._poller.watch(fd, events)

    def idle(self, ref=True, priority=None):
        return idle(self, ref, priority)

    def async_(self, ref=True, priority=None):
        return async_(self, ref, priority)

    def run_callback(self, func, *args):
        made = callback(func, args)
        self._callbacks.append(made)
        _gevent.scheduled(func)
        return made

    def run_callback_threadsafe(self, func, *args):
        made = callback(func, args)
        self._callbacks.append(made)
        self._poller.wake()
        return made

    def handle_error(self, context, type, value, tb):
        handler = self.error_handler
        if handler is None:
            import traceback
            traceback.print_exception(type, value, tb)
        else:
            handler.handle_error(context, type, value, tb)

    def run(self, nowait=False, once=False):
        _gevent.runs(self)
        _gevent.phase('started', 1)
        while True:
            self._run_callbacks()
            if not (self._active or self._callbacks):
                break
            ready = self._poller.wait(self._waiting_time(nowait))
            happened = self._due(ready)
            if happened:
                _gevent.phase('timersDue', len(happened))
            else:
                happened = list(self._idles)
            for each in happened:
                each.pending = False
                each._call()
            if nowait or once or not (self._active or self._callbacks):
                break
        _gevent.phase('stopped', 0)

    def _waiting_time(self, nowait):
        if nowait or self._callbacks or self._idles:
            return 0
        timers = self._timers
        while timers and timers[0][2] is None:
            heappop(timers)
        return max(0, timers[0][0] - monotonic()) if timers else None

    def _due(self, ready):
        """Timers whose time has come, descriptors that are ready (the last one first, as libev has them), then what other threads have
        called for; the higher priority first."""
        timers = self._timers
        happened = []
        now = monotonic()
        while timers and timers[0][0] < now:
            each = heappop(timers)[2]
            if each is not None:
                each._expire()
                happened.append(each)
        if ready:
            found = [each for fd, events in ready for each in self._ios.get(fd, ()) if each.events & events]
            for each in reversed(found):
                each.pending = True
                happened.append(each)
        happened.extend(each for each in self._asyncs if each.pending)
        if len(happened) > 1:
            happened.sort(key=lambda each: -each.priority)
        return happened

    def _run_callbacks(self):
        callbacks = self._callbacks
        if not callbacks:
            return
        _gevent.phase('callbacks', len(callbacks))
        left = _check_every
        expiration = monotonic() + sys.getswitchinterval()
        while callbacks:
            each = callbacks.popleft()
            function, args = each.callback, each.args
            if function is not None and args is not None:
                each.callback = None
                _gevent.calls(function, _name_of(function))
                try:
                    function(*args)
                except:
                    each.args = ()
                    self.handle_error(each, *sys.exc_info())
                finally:
                    each.args = None
            left -= 1
            if left == 0 and callbacks:
                left = _check_every
                if monotonic() >= expiration:
                    break
