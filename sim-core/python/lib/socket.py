"""Sockets above the system's: the object, pairs, and how to connect. Streams over the loop-back network."""

import io
import _socket
from enum import IntEnum

_Socket = _socket.socket
error = OSError
timeout = TimeoutError


class AddressFamily(IntEnum):
    AF_UNSPEC = 0
    AF_UNIX = 1
    AF_INET = 2
    AF_INET6 = 10


class SocketKind(IntEnum):
    SOCK_STREAM = 1
    SOCK_DGRAM = 2
    SOCK_NONBLOCK = 2048
    SOCK_CLOEXEC = 524288


globals().update(AddressFamily.__members__)
globals().update(SocketKind.__members__)

SOL_SOCKET = 1
SO_REUSEADDR = 2
SO_TYPE = 3
SO_ERROR = 4
SO_BROADCAST = 6
SO_SNDBUF = 7
SO_RCVBUF = 8
SO_KEEPALIVE = 9
SO_LINGER = 13
SO_REUSEPORT = 15
IPPROTO_IP = 0
IPPROTO_TCP = 6
IPPROTO_UDP = 17
IPPROTO_IPV6 = 41
IPV6_V6ONLY = 26
TCP_NODELAY = 1
SHUT_RD = 0
SHUT_WR = 1
SHUT_RDWR = 2
MSG_PEEK = 2
MSG_DONTWAIT = 64
SOMAXCONN = 4096
AI_PASSIVE = 1
AI_NUMERICHOST = 4
NI_NUMERICHOST = 1
EAI_NONAME = -2
INADDR_ANY = 0
has_ipv6 = True
has_dualstack_ipv6 = lambda: True

_default_timeout = None


class gaierror(OSError):
    pass


class herror(OSError):
    pass


def _known(value, enum):
    try:
        return enum(value)
    except ValueError:
        return value


class socket(_Socket):
    __slots__ = ['__weakref__', '_io_refs', '_closed']

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        super().__init__(family, type, proto, fileno)
        self._io_refs = 0
        self._closed = False
        if fileno is None and _default_timeout is not None:
            self.settimeout(_default_timeout)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        text = '<%s.%s%s fd=%i, family=%i, type=%i, proto=%i' % (
            self.__class__.__module__, self.__class__.__qualname__, ' [closed]' if self._closed else '',
            self.fileno(), self.family, self.type, self.proto)
        if not self._closed:
            for name, ask in ('laddr', self.getsockname), ('raddr', self.getpeername):
                try:
                    address = ask()
                    if address:
                        text += f', {name}={address}'
                except OSError:
                    pass
        return text + '>'

    @property
    def family(self):
        return _known(super().family, AddressFamily)

    @property
    def type(self):
        return _known(super().type, SocketKind)

    def dup(self):
        import os
        made = self.__class__(self.family, self.type, self.proto, fileno=os.dup(self.fileno()))
        made.settimeout(self.gettimeout())
        return made

    def accept(self):
        fd, addr = self._accept()
        sock = socket(self.family, self.type, self.proto, fileno=fd)
        if _default_timeout is None and self.gettimeout():
            sock.setblocking(True)
        return sock, addr

    def makefile(self, mode='r', buffering=None, *, encoding=None, errors=None, newline=None):
        if not set(mode) <= {'r', 'w', 'b'}:
            raise ValueError('invalid mode %r (only r, w, b allowed)' % (mode,))
        writing = 'w' in mode
        reading = 'r' in mode or not writing
        raw = SocketIO(self, ('r' if reading else '') + ('w' if writing else ''))
        self._io_refs += 1
        if buffering is None or buffering < 0:
            buffering = io.DEFAULT_BUFFER_SIZE
        if buffering == 0:
            if 'b' not in mode:
                raise ValueError('unbuffered streams must be binary')
            return raw
        if reading and writing:
            buffer = io.BufferedRWPair(raw, raw, buffering)
        elif reading:
            buffer = io.BufferedReader(raw, buffering)
        else:
            buffer = io.BufferedWriter(raw, buffering)
        if 'b' in mode:
            return buffer
        text = io.TextIOWrapper(buffer, encoding, errors, newline)
        text.mode = mode
        return text

    def _decref_socketios(self):
        if self._io_refs > 0:
            self._io_refs -= 1
        if self._closed:
            self.close()

    def _real_close(self):
        _Socket.close(self)

    def close(self):
        self._closed = True
        if self._io_refs <= 0:
            self._real_close()

    def detach(self):
        self._closed = True
        return super().detach()

    def set_inheritable(self, inheritable):
        pass

    def get_inheritable(self):
        return False


class SocketIO(io.RawIOBase):
    """The bytes of a stream socket as a file's."""

    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw'):
            raise ValueError('invalid mode: %r' % mode)
        io.RawIOBase.__init__(self)
        self._sock = sock
        self._mode = mode
        self._reading = 'r' in mode
        self._writing = 'w' in mode
        self._timeout_occurred = False

    def readinto(self, b):
        self._checkClosed()
        self._checkReadable()
        if self._timeout_occurred:
            raise OSError('cannot read from timed out object')
        try:
            received = self._sock.recv(len(b))
        except timeout:
            self._timeout_occurred = True
            raise
        except BlockingIOError:
            return None
        b[:len(received)] = received
        return len(received)

    def write(self, b):
        self._checkClosed()
        self._checkWritable()
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def readable(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return self._reading

    def writable(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return self._writing

    def seekable(self):
        if self.closed:
            raise ValueError('I/O operation on closed socket.')
        return False

    def fileno(self):
        self._checkClosed()
        return self._sock.fileno()

    @property
    def name(self):
        return -1 if self.closed else self.fileno()

    @property
    def mode(self):
        return self._mode + 'b'

    def close(self):
        if self.closed:
            return
        io.RawIOBase.close(self)
        self._sock._decref_socketios()
        self._sock = None


SocketType = _Socket


def fromfd(fd, family, type, proto=0):
    import os
    return socket(family, type, proto, os.dup(fd))


def socketpair(family=None, type=SocketKind.SOCK_STREAM, proto=0):
    one, other = _socket._socketpair()
    return socket(AddressFamily.AF_UNIX, type, proto, one), socket(AddressFamily.AF_UNIX, type, proto, other)


def setdefaulttimeout(timeout):
    global _default_timeout
    _default_timeout = timeout


def getdefaulttimeout():
    return _default_timeout


def gethostname():
    return 'lockstep'


def _numeric(host):
    if host in ('', None):
        return '0.0.0.0'
    if host == 'localhost':
        return '127.0.0.1'
    parts = host.split('.')
    if len(parts) == 4 and all(part.isdigit() and int(part) < 256 for part in parts):
        return host
    return None


def _unknown(host):
    name, _, top = host.rpartition('.')
    if name and top.isalpha() and top not in ('invalid', 'local', 'test'):
        _socket._needs_network(host)
    raise gaierror(EAI_NONAME, 'Name or service not known')


def gethostbyname(hostname):
    host = _numeric(hostname)
    if host is None:
        _unknown(hostname)
    return host


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    if isinstance(host, bytes):
        host = host.decode('ascii')
    if not host:
        address = '0.0.0.0' if flags & AI_PASSIVE else '127.0.0.1'
    else:
        address = _numeric(host)
        if address is None:
            _unknown(host)
    number = int(port) if port is not None else 0
    kinds = [(SocketKind.SOCK_STREAM, 6), (SocketKind.SOCK_DGRAM, 17)]
    return [(AddressFamily.AF_INET, kind, protocol, '', (address, number))
            for kind, protocol in kinds if type in (0, kind) and proto in (0, protocol)]


def getnameinfo(sockaddr, flags):
    return sockaddr[0], str(sockaddr[1])


_GLOBAL_DEFAULT_TIMEOUT = object()


def create_connection(address, timeout=_GLOBAL_DEFAULT_TIMEOUT, source_address=None, *, all_errors=False):
    host, port = address
    errors = []
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, SocketKind.SOCK_STREAM):
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
            errors.append(exc)
            if sock is not None:
                sock.close()
    if not errors:
        raise OSError('getaddrinfo returns an empty list')
    if all_errors:
        raise ExceptionGroup('create_connection failed', errors)
    raise errors[0]


def create_server(address, *, family=AddressFamily.AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    sock = socket(family, SocketKind.SOCK_STREAM)
    try:
        sock.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
        try:
            sock.bind(address)
        except OSError as err:
            text = '%s (while attempting to bind on address %r)' % (err.strerror, address)
            raise OSError(err.errno, text) from None
        if backlog is None:
            sock.listen()
        else:
            sock.listen(backlog)
        return sock
    except OSError:
        sock.close()
        raise
