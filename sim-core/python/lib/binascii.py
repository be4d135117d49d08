"""Bytes and their texts."""

import _hashes
from _hashes import crc32

__all__ = ['hexlify', 'unhexlify', 'b2a_hex', 'a2b_hex', 'b2a_base64', 'a2b_base64', 'crc32', 'crc_hqx', 'b2a_uu',
           'a2b_uu', 'b2a_qp', 'a2b_qp', 'Error', 'Incomplete']


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _bytes(data):
    if isinstance(data, (bytes, bytearray)):
        return data
    try:
        return memoryview(data).tobytes()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _ascii(data):
    if isinstance(data, str):
        try:
            return data.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    try:
        return _bytes(data)
    except TypeError:
        raise TypeError('argument should be bytes, buffer or ASCII string, not %r' % type(data).__name__) from None


def hexlify(data, sep=None, bytes_per_sep=1):
    data = _bytes(data)
    text = data.hex() if sep is None else data.hex(sep, bytes_per_sep)
    return text.encode('ascii')


def unhexlify(hexstr, /):
    hexstr = _ascii(hexstr)
    if len(hexstr) % 2:
        raise Error('Odd-length string')
    if hexstr.translate(None, b'0123456789abcdefABCDEF'):
        raise Error('Non-hexadecimal digit found')
    return bytes.fromhex(hexstr.decode('ascii'))


b2a_hex = hexlify
a2b_hex = unhexlify


def b2a_base64(data, /, *, newline=True):
    return _hashes.b64encode(_bytes(data)) + (b'\n' if newline else b'')


_letters = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def _check_strictly(data):
    if data[:1] == b'=':
        raise Error('Leading padding not allowed')
    body = data.rstrip(b'=')
    padding = len(data) - len(body)
    if b'=' in body:
        raise Error('Discontinuous padding not allowed' if not body.translate(None, _letters + b'=') else
                    'Only base64 data is allowed')
    if body.translate(None, _letters):
        raise Error('Only base64 data is allowed')
    if padding > -len(body) % 4 and len(body) % 4 != 1:
        raise Error('Excess data after padding')


def a2b_base64(data, /, *, strict_mode=False):
    data = _ascii(data)
    if strict_mode and data:
        _check_strictly(data)
    return _hashes.b64decode(data, Error)


def crc_hqx(data, crc, /):
    """The checksum of BinHex: CRC-CCITT."""
    crc &= 0xffff
    for byte in _bytes(data):
        crc ^= byte << 8
        for bit in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xffff
    return crc


def b2a_uu(data, /, *, backtick=False):
    data = _bytes(data)
    if len(data) > 45:
        raise Error('At most 45 bytes at once')

    def letter(value):
        return 0x60 if backtick and not value else value + 0x20
    line = bytearray([letter(len(data))])
    data = bytes(data) + b'\0' * (-len(data) % 3)
    for at in range(0, len(data), 3):
        number = int.from_bytes(data[at:at + 3], 'big')
        line += bytes(letter(number >> shift & 63) for shift in (18, 12, 6, 0))
    return bytes(line) + b'\n'


def a2b_uu(data, /):
    data = _ascii(data)
    length = (data[0] - 0x20) & 0x3f
    bits = count = 0
    made = bytearray()
    for letter in data[1:].rstrip(b'\r\n').ljust((length * 8 + 5) // 6, b' '):
        if letter < 0x20 or letter > 0x60:
            raise Error('Illegal char')
        bits = bits << 6 | (letter - 0x20) & 0x3f
        count += 6
        if count >= 8:
            count -= 8
            if len(made) < length:
                made.append(bits >> count & 0xff)
            bits &= (1 << count) - 1
    return bytes(made)


def a2b_qp(data, header=False):
    data = _ascii(data)
    made = bytearray()
    at = 0
    while at < len(data):
        byte = data[at]
        if byte == 0x3d:
            pair = data[at + 1:at + 3]
            if pair[:1] in (b'\n', b'\r'):
                end = data.find(b'\n', at)
                at = len(data) if end < 0 else end + 1
                continue
            if not pair.translate(None, b'0123456789abcdefABCDEF') and len(pair) == 2:
                made.append(int(pair, 16))
                at += 3
                continue
            made.append(byte)
            at += 2 if pair[:1] == b'=' else 1
            continue
        made.append(0x20 if header and byte == 0x5f else byte)
        at += 1
    return bytes(made)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    made = bytearray()
    width = 0
    data = _bytes(data)
    for at, byte in enumerate(data):
        if istext and (byte == 0x0a or data[at:at + 2] == b'\r\n'):
            made.append(byte)
            width = 0
            continue
        at_end = at + 1 == len(data) or data[at + 1] in b'\r\n'
        is_blank = byte in b' \t'
        quoted = (byte > 126 or byte == 0x3d or header and byte == 0x5f or byte < 33 and not is_blank
                  or is_blank and (quotetabs or at_end and istext)
                  or byte == 0x2e and width == 0 and at_end)
        piece = b'=%02X' % byte if quoted else b'_' if header and byte == 0x20 else bytes([byte])
        if width + len(piece) >= 76 and not at_end:
            made += b'=\n'
            width = 0
        made += piece
        width += len(piece)
    return bytes(made)
