"""The module socket, made of sockets that let other greenlets run while they wait."""

import socket as __socket__

from gevent._hub_local import get_hub
from gevent._socket3 import SocketType, cancel_wait_ex, fromfd, socket, socketpair, wait_on_watcher

__implements__ = ['create_connection', 'create_server', 'socket', 'SocketType', 'fromfd', 'socketpair', 'getaddrinfo', 'gethostbyname',
                  'getnameinfo']
__dns__ = ['getaddrinfo', 'gethostbyname', 'getnameinfo']
__extensions__ = ['cancel_wait', 'wait_read', 'wait_write', 'wait_readwrite', 'wait']

# Everything else is as it is there: the constants, the errors, the looking up of names.
for _name in dir(__socket__):
    if _name not in globals() and not _name.startswith('__'):
        globals()[_name] = getattr(__socket__, _name)
del _name

__imports__ = [name for name in globals() if not name.startswith('_') and name not in __implements__ + __extensions__]
__all__ = __implements__ + __extensions__ + __imports__

_GLOBAL_DEFAULT_TIMEOUT = __socket__._GLOBAL_DEFAULT_TIMEOUT
wait = wait_on_watcher


def wait_read(fileno, timeout=None, timeout_exc=None):
    hub = get_hub()
    with hub.loop.io(fileno, 1) as watcher:
        wait(watcher, timeout, timeout_exc, hub)


def wait_write(fileno, timeout=None, timeout_exc=None, event=None):
    hub = get_hub()
    with hub.loop.io(fileno, 2) as watcher:
        wait(watcher, timeout, timeout_exc, hub)


def wait_readwrite(fileno, timeout=None, timeout_exc=None, event=None):
    hub = get_hub()
    with hub.loop.io(fileno, 3) as watcher:
        wait(watcher, timeout, timeout_exc, hub)


def cancel_wait(watcher, error=cancel_wait_ex):
    get_hub().cancel_wait(watcher, error() if isinstance(error, type) else error)


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None):
    host, port = address
    error = None
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, __socket__.SOCK_STREAM):
        sock = None
        try:
            sock = socket(family, kind, proto)
            if timeout is not _GLOBAL_DEFAULT_TIMEOUT:
                sock.settimeout(timeout)
            if source_address:
                sock.bind(source_address)
            sock.connect(target)
            return sock
        except OSError as exc:
            error = exc
            if sock is not None:
                sock.close()
    raise OSError('getaddrinfo returns an empty list') if error is None else error


def create_server(address, *, family=__socket__.AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    sock = socket(family, __socket__.SOCK_STREAM)
    try:
        sock.setsockopt(__socket__.SOL_SOCKET, __socket__.SO_REUSEADDR, 1)
        try:
            sock.bind(address)
        except OSError as err:
            text = '%s (while attempting to bind on address %r)' % (err.strerror, address)
            raise OSError(err.errno, text) from None
        sock.listen(*(() if backlog is None else (backlog,)))
        return sock
    except OSError:
        sock.close()
        raise
