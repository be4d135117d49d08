"""What accepts connections and gives each to a greenlet of its own."""

from gevent._hub_local import get_hub
from gevent.event import Event
from gevent.greenlet import Greenlet
from gevent.hub import getcurrent
from gevent.timeout import Timeout

__all__ = ['BaseServer']


class BaseServer:
    min_delay = 0.01
    max_delay = 1
    max_accept = 100
    stop_timeout = 1
    _spawn = Greenlet.spawn
    fatal_errors = (9, 22, 88)

    def __init__(self, listener, handle=None, spawn='default'):
        self._stop_event = Event()
        self._stop_event.set()
        self._watcher = None
        self._timer = None
        self._handle = None
        self.pool = None
        self.full = None
        self.delay = self.min_delay
        self.loop = get_hub().loop
        self.socket = None
        self.address = None
        self.family = None
        if hasattr(listener, 'accept'):
            self.socket = listener
            self.family = listener.family
            self.address = listener.getsockname()
        else:
            self.family, self.address = parse_address(listener)
        self.set_spawn(spawn)
        if handle is not None:
            self.set_handle(handle)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.stop()

    def set_spawn(self, spawn):
        if spawn == 'default':
            self.pool = None
            self._spawn = type(self)._spawn
        elif hasattr(spawn, 'spawn'):
            self.pool = spawn
            self._spawn = spawn.spawn
        elif isinstance(spawn, int):
            from gevent.pool import Pool
            self.pool = Pool(spawn)
            self._spawn = self.pool.spawn
        else:
            self.pool = None
            self._spawn = spawn
        if hasattr(self.pool, 'full'):
            self.full = self.pool.full
        if self.pool is not None:
            self.pool._semaphore.rawlink(self._start_accepting_if_started)

    def set_handle(self, handle):
        self.handle = handle
        self._handle = self.handle

    def _start_accepting_if_started(self, _event=None):
        if self.started:
            self.start_accepting()

    def start_accepting(self):
        if self._watcher is None:
            self._watcher = self.loop.io(self.socket.fileno(), 1)
            self._watcher.start(self._do_read)

    def stop_accepting(self):
        if self._watcher is not None:
            self._watcher.close()
            self._watcher = None
        if self._timer is not None:
            self._timer.close()
            self._timer = None

    def do_handle(self, *args):
        spawn = self._spawn
        handle = self._handle
        try:
            if spawn is None:
                self._handle_and_close_when_done(handle, *args)
            else:
                spawn(self._handle_and_close_when_done, handle, *args)
        except:
            self.do_close(*args)
            raise

    def _handle_and_close_when_done(self, handle, *args):
        try:
            return handle(*args)
        finally:
            self.do_close(*args)

    def _do_read(self):
        for _ in range(self.max_accept):
            if self.full is not None and self.full():
                self.stop_accepting()
                if self.pool is not None:
                    self.pool._semaphore.rawlink(self._start_accepting_if_started)
                return
            try:
                args = self.do_read()
                self.delay = self.min_delay
                if not args:
                    return
            except:
                import sys
                self.loop.handle_error(self, *sys.exc_info())
                if not self.started:
                    return
                if self.delay >= 0:
                    self.stop_accepting()
                    self._timer = self.loop.timer(self.delay)
                    self._timer.start(self._start_accepting_if_started)
                    self.delay = min(self.max_delay, self.delay * 2)
                return
            try:
                self.do_handle(*args)
            except:
                import sys
                self.loop.handle_error((args[1:], self), *sys.exc_info())

    def __repr__(self):
        return '<%s at %s %s>' % (type(self).__name__, hex(id(self)), self._formatinfo())

    def __str__(self):
        return '<%s %s>' % (type(self).__name__, self._formatinfo())

    def _formatinfo(self):
        if self.socket is not None:
            try:
                result = 'fileno=%s' % self.socket.fileno()
            except Exception as exc:
                result = 'fileno=%s' % (exc,)
        else:
            result = 'not started'
        try:
            if isinstance(self.address, tuple) and len(self.address) == 2:
                result += ' address=%s:%s' % self.address
            else:
                result += ' address=%s' % (self.address,)
        except Exception:
            result += ' address=<error>'
        handle = self.__dict__.get('handle')
        return result if handle is None else result + ' handle=%s' % (handle,)

    @property
    def server_host(self):
        if isinstance(self.address, tuple):
            return self.address[0]

    @property
    def server_port(self):
        if isinstance(self.address, tuple):
            return self.address[1]

    def init_socket(self):
        """Makes the socket that listens."""

    @property
    def started(self):
        return not self._stop_event.is_set()

    def start(self):
        self.init_socket()
        self._stop_event.clear()
        try:
            self.start_accepting()
        except:
            self.close()
            raise

    def close(self):
        self._stop_event.set()
        self.stop_accepting()
        sock, self.socket = self.socket, None
        if sock is not None:
            sock.close()
        self.__dict__.pop('_handle', None)
        self._handle = None

    @property
    def closed(self):
        return not self.started

    def stop(self, timeout=None):
        self.close()
        if timeout is None:
            timeout = self.stop_timeout
        if self.pool:
            self.pool.join(timeout=timeout)
            self.pool.kill(block=True, timeout=1)

    def serve_forever(self, stop_timeout=None):
        if not self.started:
            self.start()
        try:
            self._stop_event.wait()
        finally:
            Greenlet.spawn(self.stop, timeout=stop_timeout).join()

    def is_fatal_error(self, ex):
        return isinstance(ex, OSError) and ex.errno in self.fatal_errors


def parse_address(address):
    from gevent.socket import AF_INET
    if isinstance(address, tuple):
        if not address[0] or ':' not in address[0]:
            return AF_INET, address
        raise ValueError('Only IPv4 is simulated: %r' % (address,))
    if isinstance(address, str) and ':' in address:
        host, port = address.rsplit(':', 1)
        return AF_INET, ('' if host == '*' else host, int(port))
    if isinstance(address, str) and address.isdigit():
        return AF_INET, ('', int(address))
    if isinstance(address, int):
        return AF_INET, ('', address)
    raise ValueError('Failed to parse address %r' % (address,))
