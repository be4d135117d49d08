"""Tables as text: rows of fields with separators and quotes."""

import io
import re
import types
from io import StringIO

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'QUOTE_STRINGS', 'QUOTE_NOTNULL', 'Error', 'Dialect',
           'excel', 'excel_tab', 'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect', 'list_dialects',
           'Sniffer', 'unregister_dialect', 'DictReader', 'DictWriter', 'unix_dialect']


class Error(Exception):
    pass


class Dialect:
    delimiter = quotechar = lineterminator = quoting = escapechar = None
    doublequote = skipinitialspace = strict = None

    def __init__(self):
        _Dialect(self, {})


class excel(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    delimiter = ','
    quotechar = '"'
    doublequote = True
    skipinitialspace = False
    lineterminator = '\n'
    quoting = QUOTE_ALL


_dialects = {}
_limit = 131072


class _Dialect:
    """A dialect with everything said, and checked."""

    def __init__(self, dialect, options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)

        def get(name, fallback):
            if name in options:
                return options[name]
            value = getattr(dialect, name, None)
            return fallback if value is None and name not in ('quotechar', 'escapechar') else value
        for name in options:
            if name not in ('delimiter', 'doublequote', 'escapechar', 'lineterminator', 'quotechar', 'quoting',
                            'skipinitialspace', 'strict'):
                raise TypeError(f'this function got an unexpected keyword argument {name!r}')
        self.delimiter = get('delimiter', ',')
        self.quotechar = get('quotechar', '"') if dialect is not None or 'quotechar' in options else '"'
        self.escapechar = get('escapechar', None)
        self.doublequote = bool(get('doublequote', True))
        self.skipinitialspace = bool(get('skipinitialspace', False))
        self.lineterminator = get('lineterminator', '\r\n')
        self.quoting = get('quoting', QUOTE_MINIMAL)
        self.strict = bool(get('strict', False))
        self._check(options)

    def _check(self, options):
        if not isinstance(self.delimiter, str):
            raise TypeError(f'"delimiter" must be string, not {type(self.delimiter).__name__}')
        for name in ('delimiter', 'quotechar', 'escapechar'):
            value = getattr(self, name)
            if value is None and name != 'delimiter':
                continue
            if not isinstance(value, str):
                raise TypeError(f'"{name}" must be string or None, not {type(value).__name__}')
            if len(value) != 1:
                raise TypeError(f'"{name}" must be a 1-character string')
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer, not ' + type(self.quoting).__name__)
        if not 0 <= self.quoting <= 5:
            raise TypeError('bad "quoting" value')
        if not isinstance(self.lineterminator, str):
            raise TypeError('"lineterminator" must be a string, not ' + type(self.lineterminator).__name__)
        if self.quoting != QUOTE_NONE and self.quotechar is None:
            if 'quoting' in options:
                raise TypeError('quotechar must be set if quoting enabled')
            self.quoting = QUOTE_NONE


def register_dialect(name, dialect=None, **options):
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Dialect(dialect, options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(*limit):
    global _limit
    old = _limit
    if limit:
        if not isinstance(limit[0], int):
            raise TypeError('limit must be an integer')
        _limit = limit[0]
    return old


class reader:
    def __init__(self, iterable, dialect='excel', **options):
        self._input = iter(iterable)
        self.dialect = _Dialect(dialect, options)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        self._fields, self._field, self._numeric = [], [], False
        state = 'start-record'
        while True:
            try:
                line = next(self._input)
            except StopIteration:
                if self._field or state == 'in-quoted':
                    if d.strict:
                        raise Error('unexpected end of data') from None
                    self._save(state == 'in-quoted')
                    return self._fields
                if state != 'start-record':
                    self._save(False)
                    return self._fields
                raise
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
            self.line_num += 1
            for c in line:
                state = self._step(state, c)
            state = self._step(state, '\0end')
            if state == 'start-record':
                return self._fields

    def _save(self, quoted):
        text = ''.join(self._field)
        quoting = self.dialect.quoting
        if not self._quoted and quoting == QUOTE_NONNUMERIC and text:
            text = float(text)
        elif not self._quoted and not text and quoting in (QUOTE_NOTNULL, QUOTE_STRINGS):
            text = None
        elif not self._quoted and quoting == QUOTE_STRINGS and text:
            text = float(text)
        self._fields.append(text)
        self._field = []

    _quoted = False

    def _add(self, c):
        if len(self._field) >= _limit:
            raise Error('field larger than field limit (%d)' % _limit)
        self._field.append(c)

    def _step(self, state, c):
        d = self.dialect
        is_end = c in ('\n', '\r', '\0end')
        if state == 'start-record':
            if c == '\0end':
                return state
            if is_end:
                return 'eat-crnl'
            state = 'start-field'
        if state == 'start-field':
            self._quoted = False
            if is_end:
                self._save(False)
                return 'start-record' if c == '\0end' else 'eat-crnl'
            if c == d.quotechar and d.quoting != QUOTE_NONE:
                self._quoted = True
                return 'in-quoted'
            if c == d.escapechar:
                return 'escaped'
            if c == ' ' and d.skipinitialspace:
                return state
            if c == d.delimiter:
                self._save(False)
                return state
            self._add(c)
            return 'in-field'
        if state == 'escaped':
            self._add('\n' if c == '\0end' else c)
            return 'after-escaped-crnl' if c in '\r\n' else 'in-field'
        if state == 'after-escaped-crnl' and c == '\0end':
            return state
        if state in ('in-field', 'after-escaped-crnl'):
            if is_end:
                self._save(False)
                return 'start-record' if c == '\0end' else 'eat-crnl'
            if c == d.escapechar:
                return 'escaped'
            if c == d.delimiter:
                self._save(False)
                return 'start-field'
            self._add(c)
            return 'in-field'
        if state == 'in-quoted':
            if c == '\0end':
                return state
            if c == d.escapechar:
                return 'escape-in-quoted'
            if c == d.quotechar and d.quoting != QUOTE_NONE:
                return 'quote-in-quoted' if d.doublequote else 'in-field'
            self._add(c)
            return state
        if state == 'escape-in-quoted':
            self._add('\n' if c == '\0end' else c)
            return 'in-quoted'
        if state == 'quote-in-quoted':
            if d.quoting != QUOTE_NONE and c == d.quotechar:
                self._add(c)
                return 'in-quoted'
            if c == d.delimiter:
                self._save(True)
                return 'start-field'
            if is_end:
                self._save(True)
                return 'start-record' if c == '\0end' else 'eat-crnl'
            if not d.strict:
                self._add(c)
                return 'in-field'
            raise Error(f"'{d.delimiter}' expected after '{d.quotechar}'")
        if c == '\0end':
            return 'start-record'
        if c in '\n\r':
            return state
        raise Error('new-line character seen in unquoted field - do you need to open the file with newline=\'\'?')


class writer:
    def __init__(self, fileobj, dialect='excel', **options):
        if not callable(getattr(fileobj, 'write', None)):
            raise TypeError('argument 1 must have a "write" method')
        self._write = fileobj.write
        self.dialect = _Dialect(dialect, options)

    def writerow(self, row):
        try:
            fields = list(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        parts = [self._text(field, len(fields)) for field in fields]
        return self._write(self.dialect.delimiter.join(parts) + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def _text(self, field, count):
        d = self.dialect
        if d.quoting == QUOTE_NONNUMERIC:
            quoted = not isinstance(field, (int, float, complex))
        elif d.quoting == QUOTE_ALL:
            quoted = True
        elif d.quoting == QUOTE_STRINGS:
            quoted = isinstance(field, str)
        elif d.quoting == QUOTE_NOTNULL:
            quoted = field is not None
        else:
            quoted = False
        text = '' if field is None else str(field)
        special = {d.delimiter, d.escapechar, d.quotechar, '\r', '\n', *d.lineterminator}
        out = []
        for c in text:
            if c in special:
                escape = False
                if d.quoting == QUOTE_NONE:
                    escape = True
                elif c == d.quotechar:
                    if d.doublequote:
                        out.append(d.quotechar)
                    else:
                        escape = True
                elif c == d.escapechar:
                    escape = True
                if escape:
                    if not d.escapechar:
                        raise Error('need to escape, but no escapechar set')
                    out.append(d.escapechar)
                else:
                    quoted = True
            out.append(c)
        if not text and count == 1 and not quoted:
            if d.quoting == QUOTE_NONE or (field is None and d.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)):
                raise Error('single empty field record must be quoted')
            quoted = True
        text = ''.join(out)
        return d.quotechar + text + d.quotechar if quoted else text


register_dialect('excel', excel)
register_dialect('excel-tab', excel_tab)
register_dialect('unix', unix_dialect)


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        made = dict(zip(self.fieldnames, row))
        names, values = len(self.fieldnames), len(row)
        if names < values:
            made[self.restkey] = row[names:]
        elif names > values:
            for key in self.fieldnames[values:]:
                made[key] = self.restval
        return made

    __class_getitem__ = classmethod(types.GenericAlias)


class DictWriter:
    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self.fieldnames = fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ('raise', 'ignore'):
            raise ValueError('extrasaction (%s) must be \'raise\' or \'ignore\'' % extrasaction)
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _dict_to_list(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = rowdict.keys() - self.fieldnames
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(x) for x in wrong]))
        return (rowdict.get(key, self.restval) for key in self.fieldnames)

    def writerow(self, rowdict):
        return self.writer.writerow(self._dict_to_list(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._dict_to_list, rowdicts))

    __class_getitem__ = classmethod(types.GenericAlias)


class Sniffer:
    """Guesses how a text's table is written."""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.splitlines() if line]
        for delimiter in (delimiters or self.preferred + ['|']):
            counts = {line.count(delimiter) for line in lines}
            if lines and len(counts) == 1 and counts != {0}:
                break
        else:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL
        dialect.delimiter = delimiter
        dialect.doublequote = '""' in sample
        dialect.quotechar = '"'
        dialect.skipinitialspace = (delimiter + ' ') in sample
        return dialect

    def has_header(self, sample):
        rows = list(reader(StringIO(sample), self.sniff(sample)))
        header, rest = rows[0], rows[1:21]

        def is_number(text):
            try:
                complex(text)
                return True
            except ValueError:
                return False
        votes = 0
        for i, name in enumerate(header):
            column = [row[i] for row in rest if len(row) == len(header)]
            if column and all(map(is_number, column)):
                votes += -1 if is_number(name) else 1
            elif column and len({len(value) for value in column}) == 1:
                votes += 1 if len(name) != len(column[0]) else -1
        return votes > 0
