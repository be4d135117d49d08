"""Sockets whose waiting lets other greenlets run. Streams over the loop-back network, as the module socket has them."""

import socket as _standard
import _socket
from os import strerror as _strerror

from gevent import monkey
from gevent._hub_local import get_hub
from gevent.exceptions import ConcurrentObjectUseError
from gevent.timeout import Timeout

_Plain = monkey.get_original('socket', 'socket')
_timeout_error = _standard.timeout
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2


class cancel_wait_ex(OSError):
    """What a greenlet gets that waits for a socket which another one closes."""

    def __init__(self):
        OSError.__init__(self, 9, 'File descriptor was closed in another greenlet')


def wait_on_watcher(watcher, timeout=None, timeout_exc=None, hub=None):
    if watcher.callback is not None:
        raise ConcurrentObjectUseError('This socket is already used by another greenlet: %r' % (watcher.callback,))
    if hub is None:
        hub = get_hub()
    if timeout is None:
        hub.wait(watcher)
        return
    limit = Timeout.start_new(timeout, _timeout_error('timed out') if timeout_exc is None else timeout_exc)
    try:
        hub.wait(watcher)
    finally:
        limit.close()


class socket(_Plain):
    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _Plain.__init__(self, family, type, proto, fileno)
        _socket.socket.setblocking(self, False)
        self._timeout = _standard.getdefaulttimeout()
        self.hub = get_hub()
        self._watch(_socket.socket.fileno(self))

    def _watch(self, fileno):
        self._read_event = self.hub.loop.io(fileno, 1)
        self._write_event = self.hub.loop.io(fileno, 2)

    def _wait(self, watcher, timeout_exc=None):
        wait_on_watcher(watcher, self.timeout, timeout_exc, self.hub)

    @property
    def timeout(self):
        return self._timeout

    def settimeout(self, howlong):
        if howlong is not None:
            if not hasattr(howlong, '__float__'):
                raise TypeError('a float is required', howlong, type(howlong))
            howlong = float(howlong)
            if howlong < 0.0:
                raise ValueError('Timeout value out of range')
        self._timeout = howlong

    def gettimeout(self):
        return self.timeout

    def setblocking(self, flag):
        self._timeout = None if flag else 0.0

    def getblocking(self):
        return self.timeout != 0.0

    def accept(self):
        while True:
            try:
                fd, address = self._accept()
                break
            except BlockingIOError:
                if self.timeout == 0.0:
                    raise
            self._wait(self._read_event)
        return socket(self.family, self.type, self.proto, fileno=fd), address

    def connect(self, address):
        if self.timeout == 0.0:
            return _Plain.connect(self, address)
        try:
            return _Plain.connect(self, address)
        except BlockingIOError:
            pass
        self._wait(self._write_event)
        error = self.getsockopt(_standard.SOL_SOCKET, _standard.SO_ERROR)
        if error:
            raise OSError(error, _strerror(error))

    def connect_ex(self, address):
        try:
            return self.connect(address) or 0
        except _timeout_error:
            return 11
        except OSError as exc:
            return exc.errno

    def _again(self, watcher, call, *args):
        while True:
            try:
                return call(self, *args)
            except BlockingIOError:
                if self.timeout == 0.0:
                    raise
            self._wait(watcher)

    def recv(self, *args):
        return self._again(self._read_event, _Plain.recv, *args)

    def recv_into(self, *args):
        return self._again(self._read_event, _Plain.recv_into, *args)

    def send(self, data, flags=0):
        return self._again(self._write_event, _Plain.send, data, flags)

    def sendall(self, data, flags=0):
        data = bytes(data)
        sent = 0
        while sent < len(data):
            sent += self.send(data[sent:], flags)

    def shutdown(self, how):
        if how in (SHUT_RD, SHUT_RDWR):
            self._cancel(self._read_event)
        if how in (SHUT_WR, SHUT_RDWR):
            self._cancel(self._write_event)
        _Plain.shutdown(self, how)

    def _cancel(self, watcher):
        if watcher.callback is not None:
            self.hub.cancel_wait(watcher, cancel_wait_ex())

    def _real_close(self):
        self._cancel(self._read_event)
        self._cancel(self._write_event)
        _Plain._real_close(self)

    def detach(self):
        self._cancel(self._read_event)
        self._cancel(self._write_event)
        return _Plain.detach(self)


SocketType = socket


def fromfd(fd, family, type, proto=0):
    import os
    return socket(family, type, proto, os.dup(fd))


def socketpair(family=None, type=_standard.SOCK_STREAM, proto=0):
    one, other = _socket._socketpair()
    return socket(_standard.AF_UNIX, type, proto, one), socket(_standard.AF_UNIX, type, proto, other)
