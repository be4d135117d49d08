"""Encodings by name, and streams through them."""

import io as _io

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = b'\xfe\xff'
BOM_UTF32_LE = BOM_UTF32 = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = b'\x00\x00\xfe\xff'

_names = {'utf8': 'utf-8', 'utf-8': 'utf-8', 'u8': 'utf-8', 'ascii': 'ascii', 'us-ascii': 'ascii', 'latin-1': 'iso8859-1',
          'latin1': 'iso8859-1', 'iso-8859-1': 'iso8859-1', 'iso8859-1': 'iso8859-1', 'utf-16': 'utf-16', 'utf16': 'utf-16',
          'utf-16-le': 'utf-16-le', 'utf-16-be': 'utf-16-be', 'utf-32': 'utf-32', 'utf-8-sig': 'utf-8-sig'}


class CodecInfo(tuple):
    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None,
                name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name, self.encode, self.decode = name, encode, decode
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.streamreader, self.streamwriter = streamreader, streamwriter
        return self

    def __repr__(self):
        return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'


def encode(obj, encoding='utf-8', errors='strict'):
    if encoding in ('hex', 'hex_codec'):
        return obj.hex().encode()
    if encoding in ('base64', 'base64_codec'):
        import base64
        return base64.encodebytes(obj)
    if encoding in ('rot13', 'rot_13'):
        return ''.join(chr((ord(c) - base + 13) % 26 + base) if c.isascii() and c.isalpha() else c
                       for c in obj for base in [97 if c.islower() else 65])
    return obj.encode(encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    if encoding in ('hex', 'hex_codec'):
        return bytes.fromhex(bytes(obj).decode('ascii'))
    if encoding in ('base64', 'base64_codec'):
        import base64
        return base64.decodebytes(obj)
    if encoding in ('rot13', 'rot_13'):
        return encode(obj, encoding)
    return bytes(obj).decode(encoding, errors)


# They are C's.
encode.__module__ = decode.__module__ = '_codecs'


class IncrementalEncoder:
    encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors

    def encode(self, input, final=False):
        return input.encode(self.encoding, self.errors)

    def reset(self):
        pass


class IncrementalDecoder:
    """Bytes of a character that is not complete wait for the rest."""

    encoding = 'utf-8'

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = b''

    def decode(self, input, final=False):
        data = self.buffer + bytes(input)
        keep = 0 if final else self._incomplete(data)
        self.buffer = data[len(data) - keep:]
        return data[:len(data) - keep].decode(self.encoding, self.errors)

    def _incomplete(self, data):
        if self.encoding.startswith('utf-8'):
            for back in range(1, min(3, len(data)) + 1):
                byte = data[-back]
                if byte < 0x80:
                    return 0
                if byte >= 0xc0:
                    return back if (4 if byte >= 0xf0 else 3 if byte >= 0xe0 else 2) > back else 0
            return 0
        width = 4 if '32' in self.encoding else 2 if '16' in self.encoding else 1
        return len(data) % width

    def reset(self):
        self.buffer = b''


class StreamReader:
    encoding = 'utf-8'

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def read(self, size=-1):
        return self.stream.read(size).decode(self.encoding, self.errors)

    def readline(self):
        return self.stream.readline().decode(self.encoding, self.errors)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __getattr__(self, name):
        return getattr(self.stream, name)


class StreamWriter:
    encoding = 'utf-8'

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        self.stream.write(object.encode(self.encoding, self.errors))

    def writelines(self, list):
        self.write(''.join(list))

    def __getattr__(self, name):
        return getattr(self.stream, name)


def lookup(encoding):
    ''.encode(encoding) if encoding.lower().replace('_', '-') in _names else 'x'.encode(encoding)
    name = _names.get(encoding.lower().replace('_', '-'), encoding)
    kinds = [type(kind.__name__, (kind,), {'encoding': name}) for kind in
             (StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder)]

    def encoder(input, errors='strict'):
        return input.encode(encoding, errors), len(input)

    def decoder(input, errors='strict'):
        return bytes(input).decode(encoding, errors), len(input)
    return CodecInfo(encoder, decoder, *kinds, name=name)


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def getincrementalencoder(encoding):
    return lookup(encoding).incrementalencoder


def getincrementaldecoder(encoding):
    return lookup(encoding).incrementaldecoder


def iterencode(iterator, encoding, errors='strict', **kwargs):
    for piece in iterator:
        if piece:
            yield piece.encode(encoding, errors)


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    decoder = getincrementaldecoder(encoding)(errors)
    for piece in iterator:
        if text := decoder.decode(piece):
            yield text
    if text := decoder.decode(b'', True):
        yield text


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    if encoding is None:
        return _io.open(filename, mode, buffering)
    return _io.open(filename, mode.replace('b', ''), buffering, encoding, errors, newline='')


def register(search_function):
    if not callable(search_function):
        raise TypeError('argument must be callable')
