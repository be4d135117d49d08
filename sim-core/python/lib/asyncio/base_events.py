"""The event loop without its sockets: the ready queue, timers, running, executors, errors, servers."""

import collections
import collections.abc
import concurrent.futures
import heapq
import itertools
import socket
import sys
import threading
import time
import traceback
import warnings
import weakref
from _asyncio import _loop_phase, _timer_made

from . import constants
from . import coroutines
from . import events
from . import exceptions
from . import futures

from . import staggered
from . import tasks
from . import timeouts

from . import trsock
from .log import logger

__all__ = ('BaseEventLoop', 'Server')

# With more cancelled timers than this (and more than that share of all) the heap is made anew.
_MIN_SCHEDULED_TIMER_HANDLES = 100
_MIN_CANCELLED_TIMER_HANDLES_FRACTION = 0.5

# select() is never asked to wait longer than a day.
MAXIMUM_SELECT_TIMEOUT = 24 * 3600

# The phases of a turn, by the numbers of the trace.
_SELECT, _SOCKETS, _TIMERS, _CALLBACKS, _STARTED, _STOPPED = range(6)




def _format_handle(handle):
    cb = handle._callback
    if isinstance(getattr(cb, '__self__', None), tasks.Task):
        # A step of a task: the task says more.
        return repr(cb.__self__)
    return str(handle)


def _set_reuseport(sock):
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)


def _ipaddr_info(host, port, family, type, proto, flowinfo=0, scopeid=0):
    """The address as getaddrinfo() would give it where the host is numeric already: nobody has to be asked."""
    if proto not in {0, socket.IPPROTO_TCP, socket.IPPROTO_UDP} or host is None:
        return None
    if type == socket.SOCK_STREAM:
        proto = socket.IPPROTO_TCP
    elif type == socket.SOCK_DGRAM:
        proto = socket.IPPROTO_UDP
    else:
        return None
    if port is None:
        port = 0
    elif isinstance(port, (bytes, str)) and not port:
        port = 0
    else:
        try:
            port = int(port)
        except (TypeError, ValueError):
            return None
    if family not in (socket.AF_UNSPEC, socket.AF_INET):
        return None
    if isinstance(host, bytes):
        host = host.decode('idna')
    parts = host.split('.')
    if len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts):
        return socket.AF_INET, type, proto, '', (host, port)
    return None


def _run_until_complete_cb(fut):
    if not fut.cancelled():
        exc = fut.exception()  #@184
        if isinstance(exc, (SystemExit, KeyboardInterrupt)):
            # It has left run_forever() already.
            return
    futures._get_loop(fut).stop()  #@189


class Server(events.AbstractServer):
    """Listening sockets, and the connections that came through them."""

    def __init__(self, loop, sockets, protocol_factory, ssl_context, backlog, ssl_handshake_timeout,
                 ssl_shutdown_timeout=None):
        self._loop = loop
        self._sockets = sockets
        self._clients = set()
        self._waiters = []
        self._protocol_factory = protocol_factory
        self._backlog = backlog
        self._ssl_context = ssl_context
        self._ssl_handshake_timeout = ssl_handshake_timeout
        self._ssl_shutdown_timeout = ssl_shutdown_timeout
        self._serving = False
        self._serving_forever_fut = None

    def __repr__(self):
        return f'<{self.__class__.__name__} sockets={self.sockets!r}>'

    def _attach(self, transport):
        assert self._sockets is not None
        self._clients.add(transport)

    def _detach(self, transport):
        self._clients.discard(transport)
        if len(self._clients) == 0 and self._sockets is None:
            self._wakeup()

    def _wakeup(self):
        waiters, self._waiters = self._waiters, None
        for waiter in waiters or ():
            if not waiter.done():
                waiter.set_result(None)

    def _start_serving(self):
        if self._serving:
            return
        self._serving = True
        for sock in self._sockets:
            sock.listen(self._backlog)
            self._loop._start_serving(self._protocol_factory, sock, self._ssl_context, self, self._backlog,
                                      self._ssl_handshake_timeout, self._ssl_shutdown_timeout)

    def get_loop(self):
        return self._loop

    def is_serving(self):
        return self._serving

    @property
    def sockets(self):
        if self._sockets is None:
            return ()
        return tuple(trsock.TransportSocket(s) for s in self._sockets)

    def close(self):
        sockets = self._sockets
        if sockets is None:
            return
        self._sockets = None
        for sock in sockets:
            self._loop._stop_serving(sock)  #@343
        self._serving = False
        if self._serving_forever_fut is not None and not self._serving_forever_fut.done():
            self._serving_forever_fut.cancel()  #@349
            self._serving_forever_fut = None
        if len(self._clients) == 0:
            self._wakeup()  #@353

    def close_clients(self):
        for transport in self._clients.copy():
            transport.close()

    def abort_clients(self):
        for transport in self._clients.copy():
            transport.abort()

    async def start_serving(self):
        self._start_serving()
        # A turn of the loop, so that the readers are in place.
        await tasks.sleep(0)  #@367

    async def serve_forever(self):
        if self._serving_forever_fut is not None:
            raise RuntimeError(f'server {self!r} is already being awaited on serve_forever()')  #@371
        if self._sockets is None:
            raise RuntimeError(f'server {self!r} is closed')  #@374
        self._start_serving()
        self._serving_forever_fut = self._loop.create_future()
        try:
            await self._serving_forever_fut  #@380
        except exceptions.CancelledError:
            try:
                self.close()
                await self.wait_closed()  #@384
            finally:
                raise
        finally:
            self._serving_forever_fut = None

    async def wait_closed(self):
        # Both must have happened: the server is closed and its connections are gone.
        if self._waiters is None:
            return
        waiter = self._loop.create_future()
        self._waiters.append(waiter)
        await waiter  #@415


class BaseEventLoop(events.AbstractEventLoop):
    def __init__(self):
        self._timer_cancelled_count = 0
        self._closed = False
        self._stopping = False
        self._ready = collections.deque()
        self._scheduled = []
        self._default_executor = None
        self._internal_fds = 0
        # The thread that runs the loop; None while nobody does.
        self._thread_id = None
        self._clock_resolution = 1e-9
        self._exception_handler = None
        self.set_debug(coroutines._is_debug_mode())
        self._old_agen_hooks = None
        # Debug mode warns of callbacks that take longer.
        self.slow_callback_duration = 0.1
        self._current_handle = None
        self._task_factory = None
        self._coroutine_origin_tracking_enabled = False
        self._coroutine_origin_tracking_saved_depth = None
        # The asynchronous generators that are being iterated.
        self._asyncgens = weakref.WeakSet()
        self._asyncgens_shutdown_called = False
        self._executor_shutdown_called = False

    def __repr__(self):
        return (f'<{self.__class__.__name__} running={self.is_running()} closed={self.is_closed()} '
                f'debug={self.get_debug()}>')

    # Futures and tasks

    def create_future(self):
        return futures.Future(loop=self)  #@460

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        if self._task_factory is None:
            task = tasks.Task(coro, loop=self, name=name, context=context)  #@469
            if task._source_traceback:
                del task._source_traceback[-1]
        else:
            if context is None:
                task = self._task_factory(self, coro)  #@475
            else:
                task = self._task_factory(self, coro, context=context)  #@477
            task.set_name(name)  #@479
        return task

    def set_task_factory(self, factory):
        if factory is not None and not callable(factory):
            raise TypeError('task factory must be a callable or None')  #@494
        self._task_factory = factory

    def get_task_factory(self):
        return self._task_factory

    # What a loop with sockets fills in

    def _make_socket_transport(self, sock, protocol, waiter=None, *, extra=None, server=None):
        raise NotImplementedError  #@504

    def _write_to_self(self):
        raise NotImplementedError  #@544

    def _process_events(self, event_list):
        raise NotImplementedError  #@548

    def _check_closed(self):
        if self._closed:
            raise RuntimeError('Event loop is closed')  #@552

    def _check_default_executor(self):
        if self._executor_shutdown_called:
            raise RuntimeError('Executor shutdown has been called')  #@556

    # Asynchronous generators

    def _asyncgen_finalizer_hook(self, agen):
        self._asyncgens.discard(agen)
        if not self.is_closed():
            self.call_soon_threadsafe(self.create_task, agen.aclose())

    def _asyncgen_firstiter_hook(self, agen):
        if self._asyncgens_shutdown_called:
            warnings.warn(f'asynchronous generator {agen!r} was scheduled after loop.shutdown_asyncgens() call',
                          ResourceWarning, source=self)
        self._asyncgens.add(agen)

    async def shutdown_asyncgens(self):
        self._asyncgens_shutdown_called = True
        # Those that have run to their end are not alive any more.
        closing_agens = [agen for agen in self._asyncgens if agen.ag_frame is not None]
        self._asyncgens.clear()
        if not closing_agens:
            return
        results = await tasks.gather(*[agen.aclose() for agen in closing_agens], return_exceptions=True)
        for result, agen in zip(results, closing_agens):
            if isinstance(result, Exception):
                self.call_exception_handler({
                    'message': f'an error occurred during closing of asynchronous generator {agen!r}',
                    'exception': result,
                    'asyncgen': agen,
                })

    # Running

    async def shutdown_default_executor(self, timeout=None):
        self._executor_shutdown_called = True
        if self._default_executor is None:
            return
        future = self.create_future()
        thread = threading.Thread(target=self._do_shutdown, args=(future,))
        thread.start()
        try:
            async with timeouts.timeout(timeout):  #@611
                await future  #@612
        except TimeoutError:
            warnings.warn(f'The executor did not finishing joining its threads within {timeout} seconds.',
                          RuntimeWarning, stacklevel=2)
            self._default_executor.shutdown(wait=False)
        else:
            thread.join()

    def _do_shutdown(self, future):
        try:
            self._default_executor.shutdown(wait=True)
            if not self.is_closed():
                self.call_soon_threadsafe(futures._set_result_unless_cancelled, future, None)
        except Exception as ex:
            if not self.is_closed() and not future.cancelled():
                self.call_soon_threadsafe(future.set_exception, ex)

    def _check_running(self):
        if self.is_running():
            raise RuntimeError('This event loop is already running')  #@633
        if events._get_running_loop() is not None:
            raise RuntimeError('Cannot run the event loop while another loop is running')  #@635

    def _run_forever_setup(self):
        self._check_closed()
        self._check_running()
        self._set_coroutine_origin_tracking(self._debug)  #@647
        self._old_agen_hooks = sys.get_asyncgen_hooks()  #@649
        self._thread_id = threading.get_ident()  #@650
        sys.set_asyncgen_hooks(firstiter=self._asyncgen_firstiter_hook, finalizer=self._asyncgen_finalizer_hook)
        events._set_running_loop(self)  #@656
        _loop_phase(self, _STARTED)

    def _run_forever_cleanup(self):
        _loop_phase(self, _STOPPED)
        self._stopping = False
        self._thread_id = None
        events._set_running_loop(None)
        self._set_coroutine_origin_tracking(False)
        if self._old_agen_hooks is not None:
            sys.set_asyncgen_hooks(*self._old_agen_hooks)
            self._old_agen_hooks = None

    def run_forever(self):
        try:
            self._run_forever_setup()  #@677
            while True:
                self._run_once()  #@679
                if self._stopping:
                    break
        finally:
            self._run_forever_cleanup()  #@683

    def run_until_complete(self, future):
        self._check_closed()
        self._check_running()
        new_task = not futures.isfuture(future)  #@699
        future = tasks.ensure_future(future, loop=self)  #@700
        if new_task:
            # If it does not end, an exception tells so.
            future._log_destroy_pending = False
        future.add_done_callback(_run_until_complete_cb)  #@706
        try:
            self.run_forever()  #@708
        except:
            if new_task and future.done() and not future.cancelled():
                # The caller never sees the task: its exception counts as asked for.
                future.exception()  #@714
            raise
        finally:
            future.remove_done_callback(_run_until_complete_cb)  #@717
        if not future.done():
            raise RuntimeError('Event loop stopped before Future completed.')  #@719
        return future.result()  #@721

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError('Cannot close a running event loop')  #@740
        if self._closed:
            return
        if self._debug:
            logger.debug('Close %r', self)
        self._closed = True
        self._ready.clear()
        self._scheduled.clear()
        self._executor_shutdown_called = True
        executor = self._default_executor
        if executor is not None:
            self._default_executor = None
            executor.shutdown(wait=False)

    def is_closed(self):
        return self._closed

    def is_running(self):
        return self._thread_id is not None

    def time(self):
        return time.monotonic()

    # Callbacks

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError('delay must not be None')  #@794
        timer = self.call_at(self.time() + delay, callback, *args, context=context)
        if timer._source_traceback:
            del timer._source_traceback[-1]
        return timer

    def call_at(self, when, callback, *args, context=None):
        if when is None:
            raise TypeError('when cannot be None')  #@807
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, 'call_at')
        timer = events.TimerHandle(when, callback, args, self, context)  #@812
        if timer._source_traceback:
            del timer._source_traceback[-1]
        heapq.heappush(self._scheduled, timer)
        timer._scheduled = True
        _timer_made()
        return timer

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        if self._debug:
            self._check_thread()
            self._check_callback(callback, 'call_soon')
        handle = self._call_soon(callback, args, context)  #@833
        if handle._source_traceback:
            del handle._source_traceback[-1]
        return handle

    def _check_callback(self, callback, method):
        if coroutines.iscoroutine(callback) or coroutines.iscoroutinefunction(callback):
            raise TypeError(f'coroutines cannot be used with {method}()')  #@841
        if not callable(callback):
            raise TypeError(f'a callable object was expected by {method}(), got {callback!r}')  #@844

    def _call_soon(self, callback, args, context):
        handle = events.Handle(callback, args, self, context)
        if handle._source_traceback:
            del handle._source_traceback[-1]
        self._ready.append(handle)
        return handle

    def _check_thread(self):
        if self._thread_id is None:
            return
        if threading.get_ident() != self._thread_id:
            raise RuntimeError('Non-thread-safe operation invoked on an event loop other than the current one')  #@868

    def call_soon_threadsafe(self, callback, *args, context=None):
        self._check_closed()
        if self._debug:
            self._check_callback(callback, 'call_soon_threadsafe')
        handle = self._call_soon(callback, args, context)
        if handle._source_traceback:
            del handle._source_traceback[-1]
        self._write_to_self()
        return handle

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if self._debug:
            self._check_callback(func, 'run_in_executor')
        if executor is None:
            executor = self._default_executor
            self._check_default_executor()
            if executor is None:
                executor = concurrent.futures.ThreadPoolExecutor(thread_name_prefix='asyncio')  #@892
                self._default_executor = executor
        return futures.wrap_future(executor.submit(func, *args), loop=self)  #@896

    def set_default_executor(self, executor):
        if not isinstance(executor, concurrent.futures.ThreadPoolExecutor):
            raise TypeError('executor must be ThreadPoolExecutor instance')  #@901
        self._default_executor = executor

    # Names and connections

    async def getaddrinfo(self, host, port, *, family=0, type=0, proto=0, flags=0):
        return await self.run_in_executor(None, socket.getaddrinfo, host, port, family, type, proto, flags)

    async def getnameinfo(self, sockaddr, flags=0):
        return await self.run_in_executor(None, socket.getnameinfo, sockaddr, flags)  #@939

    async def _ensure_resolved(self, address, *, family=0, type=socket.SOCK_STREAM, proto=0, flags=0, loop):
        host, port = address[:2]
        info = _ipaddr_info(host, port, family, type, proto, *address[2:])
        if info is not None:
            return [info]
        return await loop.getaddrinfo(host, port, family=family, type=type, proto=proto, flags=flags)  #@1489

    async def _connect_sock(self, collected, addr_info, local_addr_infos=None):
        failures = []
        collected.append(failures)
        family, type_, proto, _, address = addr_info
        sock = None
        try:
            sock = socket.socket(family=family, type=type_, proto=proto)
            sock.setblocking(False)
            if local_addr_infos is not None:
                self._bind_local(sock, family, local_addr_infos, failures)
            await self.sock_connect(sock, address)  #@1040
            return sock
        except OSError as exc:
            failures.append(exc)
            if sock is not None:
                sock.close()
            raise
        except:
            if sock is not None:
                sock.close()
            raise
        finally:
            collected = failures = None

    def _bind_local(self, sock, family, local_addr_infos, failures):
        for lfamily, _, _, _, laddr in local_addr_infos:
            if lfamily != family:
                continue
            try:
                sock.bind(laddr)
                return
            except OSError as exc:
                failures.append(OSError(exc.errno, f'error while attempting to bind on address {laddr!r}: '
                                                   f'{str(exc).lower()}'))
        if failures:
            raise failures.pop()
        raise OSError(f'no matching local address with {family=} found')

    async def create_connection(self, protocol_factory, host=None, port=None, *, ssl=None, family=0, proto=0, flags=0,
                                sock=None, local_addr=None, server_hostname=None, ssl_handshake_timeout=None,
                                ssl_shutdown_timeout=None, happy_eyeballs_delay=None, interleave=None,
                                all_errors=False):
        if server_hostname is not None and not ssl:
            raise ValueError('server_hostname is only meaningful with ssl')  #@1075
        if ssl_handshake_timeout is not None and not ssl:
            raise ValueError('ssl_handshake_timeout is only meaningful with ssl')  #@1094
        if ssl_shutdown_timeout is not None and not ssl:
            raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')  #@1098
        if ssl:
            raise NotImplementedError('TLS is not simulated')
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')  #@1110
            sock = await self._connect_to(host, port, family=family, proto=proto, flags=flags, local_addr=local_addr,
                                          happy_eyeballs_delay=happy_eyeballs_delay, all_errors=all_errors)
        else:
            if sock is None:
                raise ValueError('host and port was not specified and no sock specified')  #@1170
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f'A Stream Socket was expected, got {sock!r}')  #@1179
        transport, protocol = await self._create_connection_transport(sock, protocol_factory)
        if self._debug:
            sock = transport.get_extra_info('socket')
            logger.debug('%r connected to %s:%r: (%r, %r)', sock, host, port, transport, protocol)
        return transport, protocol

    async def _connect_to(self, host, port, *, family, proto, flags, local_addr, happy_eyeballs_delay, all_errors):
        infos = await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, proto=proto,
                                            flags=flags, loop=self)
        if not infos:
            raise OSError('getaddrinfo() returned empty list')
        laddr_infos = None
        if local_addr is not None:
            laddr_infos = await self._ensure_resolved(local_addr, family=family, type=socket.SOCK_STREAM, proto=proto,
                                                      flags=flags, loop=self)
            if not laddr_infos:
                raise OSError('getaddrinfo() returned empty list')
        collected = []
        sock = None
        if happy_eyeballs_delay is None:
            for addrinfo in infos:
                try:
                    sock = await self._connect_sock(collected, addrinfo, laddr_infos)
                    break
                except OSError:
                    continue
        else:
            sock, _, _ = await staggered.staggered_race(
                ((lambda info=addrinfo: self._connect_sock(collected, info, laddr_infos)) for addrinfo in infos),
                happy_eyeballs_delay, loop=self)
        if sock is not None:
            return sock
        failures = [exc for sub in collected for exc in sub]
        try:
            if all_errors:
                raise ExceptionGroup('create_connection failed', failures)
            model = str(failures[0])
            if all(str(exc) == model for exc in failures):
                raise failures[0]
            raise OSError('Multiple exceptions: {}'.format(', '.join(str(exc) for exc in failures)))
        finally:
            failures = collected = None

    async def _create_connection_transport(self, sock, protocol_factory):
        sock.setblocking(False)
        protocol = protocol_factory()
        waiter = self.create_future()
        transport = self._make_socket_transport(sock, protocol, waiter)
        try:
            await waiter  #@1215
        except:
            transport.close()
            raise
        return transport, protocol

    async def _create_server_getaddrinfo(self, host, port, family, flags):
        infos = await self._ensure_resolved((host, port), family=family, type=socket.SOCK_STREAM, flags=flags,  #@1493
                                            loop=self)
        if not infos:
            raise OSError(f'getaddrinfo({host!r}) returned empty list')  #@1497
        return infos

    async def create_server(self, protocol_factory, host=None, port=None, *, family=socket.AF_UNSPEC,
                            flags=socket.AI_PASSIVE, sock=None, backlog=100, ssl=None, reuse_address=None,
                            reuse_port=None, keep_alive=None, ssl_handshake_timeout=None, ssl_shutdown_timeout=None,
                            start_serving=True):
        if isinstance(ssl, bool):
            raise TypeError('ssl argument must be an SSLContext or None')  #@1530
        if ssl is not None:
            raise NotImplementedError('TLS is not simulated')
        if ssl_handshake_timeout is not None:
            raise ValueError('ssl_handshake_timeout is only meaningful with ssl')  #@1533
        if ssl_shutdown_timeout is not None:
            raise ValueError('ssl_shutdown_timeout is only meaningful with ssl')  #@1537
        if host is not None or port is not None:
            if sock is not None:
                raise ValueError('host/port and sock can not be specified at the same time')  #@1545
            if host == '':
                hosts = [None]
            elif isinstance(host, str) or not isinstance(host, collections.abc.Iterable):
                hosts = [host]
            else:
                hosts = host
            infos = await tasks.gather(*[self._create_server_getaddrinfo(host, port, family=family, flags=flags)
                                         for host in hosts])
            sockets = self._bind_server_sockets(set(itertools.chain.from_iterable(infos)), reuse_port, keep_alive)
        else:
            if sock is None:
                raise ValueError('Neither host/port nor sock were specified')  #@1622
            if sock.type != socket.SOCK_STREAM:
                raise ValueError(f'A Stream Socket was expected, got {sock!r}')  #@1624
            sockets = [sock]
        for sock in sockets:
            sock.setblocking(False)
        server = Server(self, sockets, protocol_factory, ssl, backlog, ssl_handshake_timeout, ssl_shutdown_timeout)
        if start_serving:
            server._start_serving()
            # A turn of the loop, so that the readers are in place.
            await tasks.sleep(0)  #@1637
        if self._debug:
            logger.info('%r is serving', server)
        return server

    def _bind_server_sockets(self, infos, reuse_port, keep_alive):
        sockets = []
        completed = False
        try:
            for af, socktype, proto, _, sa in infos:
                sock = socket.socket(af, socktype, proto)
                sockets.append(sock)
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, True)
                if reuse_port:
                    _set_reuseport(sock)
                if keep_alive:
                    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, True)
                try:
                    sock.bind(sa)
                except OSError as err:
                    msg = 'error while attempting to bind on address %r: %s' % (sa, str(err).lower())
                    raise OSError(err.errno, msg) from None
            if not sockets:
                raise OSError('could not bind on any address out of %r' % ([info[4] for info in infos],))
            completed = True
        finally:
            if not completed:
                for sock in sockets:
                    sock.close()
        return sockets

    async def create_datagram_endpoint(self, protocol_factory, local_addr=None, remote_addr=None, *, family=0, proto=0,
                                       flags=0, reuse_port=None, allow_broadcast=None, sock=None):
        # There are no datagrams in the simulated network, and making their socket says so.
        return socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    async def connect_accepted_socket(self, protocol_factory, sock, *, ssl=None, ssl_handshake_timeout=None,
                                      ssl_shutdown_timeout=None):
        if sock.type != socket.SOCK_STREAM:
            raise ValueError(f'A Stream Socket was expected, got {sock!r}')  #@1649
        return await self._create_connection_transport(sock, protocol_factory)

    # Errors

    def get_exception_handler(self):
        return self._exception_handler

    def set_exception_handler(self, handler):
        if handler is not None and not callable(handler):
            raise TypeError(f'A callable object or None is expected, got {handler!r}')  #@1806
        self._exception_handler = handler

    def default_exception_handler(self, context):
        message = context.get('message')
        if not message:
            message = 'Unhandled exception in event loop'
        exception = context.get('exception')
        exc_info = False if exception is None else (type(exception), exception, exception.__traceback__)
        if ('source_traceback' not in context and self._current_handle is not None
                and self._current_handle._source_traceback):
            context['handle_traceback'] = self._current_handle._source_traceback
        log_lines = [message]
        for key in sorted(context):
            if key in {'message', 'exception'}:
                continue
            value = context[key]
            if key in ('source_traceback', 'handle_traceback'):
                what = 'Object' if key == 'source_traceback' else 'Handle'
                text = ''.join(traceback.format_list(value)).rstrip()
                value = f'{what} created at (most recent call last):\n{text}'
            else:
                value = repr(value)
            log_lines.append(f'{key}: {value}')
        logger.error('\n'.join(log_lines), exc_info=exc_info)

    def call_exception_handler(self, context):
        if self._exception_handler is None:
            try:
                self.default_exception_handler(context)  #@1884
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error('Exception in default exception handler', exc_info=True)
            return
        try:
            ctx = None
            # A task's or handle's context is the one in which the handler runs.
            thing = context.get('task')  #@1896
            if thing is None:
                thing = context.get('future')  #@1901
            if thing is None:
                thing = context.get('handle')  #@1904
            if thing is not None and hasattr(thing, 'get_context'):
                ctx = thing.get_context()  #@1906
            if ctx is not None and hasattr(ctx, 'run'):
                ctx.run(self._exception_handler, self, context)  #@1908
            else:
                self._exception_handler(self, context)  #@1910
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as exc:
            try:
                self.default_exception_handler({'message': 'Unhandled error in exception handler', 'exception': exc,  #@1917
                                                'context': context})
            except (SystemExit, KeyboardInterrupt):
                raise
            except BaseException:
                logger.error('Exception in default exception handler while handling an unexpected error '
                             'in custom exception handler', exc_info=True)

    # One turn

    def _add_callback(self, handle):
        if not handle._cancelled:
            self._ready.append(handle)

    def _add_callback_signalsafe(self, handle):
        self._add_callback(handle)
        self._write_to_self()

    def _timer_handle_cancelled(self, handle):
        if handle._scheduled:
            self._timer_cancelled_count += 1

    def _drop_cancelled_timers(self):
        sched_count = len(self._scheduled)
        if (sched_count > _MIN_SCHEDULED_TIMER_HANDLES
                and self._timer_cancelled_count / sched_count > _MIN_CANCELLED_TIMER_HANDLES_FRACTION):
            kept = []
            for handle in self._scheduled:
                if handle._cancelled:
                    handle._scheduled = False
                else:
                    kept.append(handle)
            heapq.heapify(kept)
            self._scheduled = kept
            self._timer_cancelled_count = 0
        else:
            while self._scheduled and self._scheduled[0]._cancelled:
                self._timer_cancelled_count -= 1
                heapq.heappop(self._scheduled)._scheduled = False

    def _run_once(self):
        if self._scheduled:
            self._drop_cancelled_timers()

        # How long may select() wait?
        timeout = None
        if self._ready or self._stopping:
            timeout = 0
        elif self._scheduled:
            timeout = self._scheduled[0]._when - self.time()
            if timeout > MAXIMUM_SELECT_TIMEOUT:
                timeout = MAXIMUM_SELECT_TIMEOUT
            elif timeout < 0:
                timeout = 0

        _loop_phase(self, _SELECT, timeout)
        event_list = self._selector.select(timeout)  #@1989
        if event_list:
            _loop_phase(self, _SOCKETS, len(event_list))
        self._process_events(event_list)  #@1990
        event_list = None

        # Timers that are due join the ready queue, as the heap has them.
        end_time = self.time() + self._clock_resolution
        moved = 0
        while self._scheduled:
            handle = self._scheduled[0]
            if handle._when >= end_time:
                break
            handle = heapq.heappop(self._scheduled)
            handle._scheduled = False
            self._ready.append(handle)
            moved += 1
        if moved:
            _loop_phase(self, _TIMERS, moved)

        # Exactly those that are ready now: what they add has its turn next time.
        ntodo = len(self._ready)
        _loop_phase(self, _CALLBACKS, ntodo)
        for i in range(ntodo):
            handle = self._ready.popleft()
            if handle._cancelled:
                continue
            if self._debug:
                try:
                    self._current_handle = handle
                    t0 = self.time()
                    handle._run()  #@2019
                    dt = self.time() - t0
                    if dt >= self.slow_callback_duration:
                        logger.warning('Executing %s took %.3f seconds', _format_handle(handle), dt)
                finally:
                    self._current_handle = None
            else:
                handle._run()  #@2027
        handle = None

    def _set_coroutine_origin_tracking(self, enabled):
        if bool(enabled) == bool(self._coroutine_origin_tracking_enabled):
            return
        if enabled:
            self._coroutine_origin_tracking_saved_depth = sys.get_coroutine_origin_tracking_depth()
            sys.set_coroutine_origin_tracking_depth(constants.DEBUG_STACK_DEPTH)
        else:
            sys.set_coroutine_origin_tracking_depth(self._coroutine_origin_tracking_saved_depth)
        self._coroutine_origin_tracking_enabled = enabled

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled
        if self.is_running():
            self.call_soon_threadsafe(self._set_coroutine_origin_tracking, enabled)
