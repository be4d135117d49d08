"""Servers over TCP."""

from gevent import socket as _socket
from gevent.baseserver import BaseServer

__all__ = ['StreamServer']


class StreamServer(BaseServer):
    backlog = 256
    reuse_addr = 1

    def __init__(self, listener, handle=None, backlog=None, spawn='default', **ssl_args):
        if ssl_args:
            raise NotImplementedError('ssl is not simulated')
        BaseServer.__init__(self, listener, handle=handle, spawn=spawn)
        if backlog is not None:
            if hasattr(listener, 'accept'):
                raise TypeError('backlog must be None when a socket instance is passed')
            self.backlog = backlog

    @property
    def ssl_enabled(self):
        return False

    def set_handle(self, handle):
        BaseServer.set_handle(self, handle)

    def init_socket(self):
        fresh = self.socket is None
        if fresh:
            self.socket = self.get_listener(self.address, self.backlog, self.family)
            self.address = self.socket.getsockname()
        if self.socket.timeout != 0.0:
            self.socket.setblocking(0)

    @classmethod
    def get_listener(cls, address, backlog=None, family=None):
        sock = _socket.socket(family=_socket.AF_INET if family is None else family)
        try:
            sock.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, cls.reuse_addr)
            try:
                sock.bind(address)
            except OSError as exc:
                text = getattr(exc, 'strerror', None)
                if text is not None:
                    exc.strerror = text + ': ' + repr(address)
                raise
            sock.listen(cls.backlog if backlog is None else backlog)
        except:
            sock.close()
            raise
        return sock

    def do_read(self):
        sock = self.socket
        try:
            fd, address = sock._accept()
        except BlockingIOError:
            return None
        return _socket.socket(sock.family, sock.type, sock.proto, fileno=fd), address

    def do_close(self, sock, *args):
        sock.close()
