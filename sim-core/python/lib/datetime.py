"""Dates and times of day. The local time zone is UTC."""

import _dates
import time as _time

__all__ = ['date', 'datetime', 'time', 'timedelta', 'timezone', 'tzinfo', 'MINYEAR', 'MAXYEAR', 'UTC']

MINYEAR, MAXYEAR = 1, 9999
_MONTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_in(year, month):
    return 29 if month == 2 and _leap(year) else _MONTHS[month]


def _ordinal(year, month, day):
    y = year - 1
    days = y * 365 + y // 4 - y // 100 + y // 400 + sum(_MONTHS[1:month]) + day
    return days + 1 if month > 2 and _leap(year) else days


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + n100 * 100 + n4 * 4 + n1 + 1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 1
    while n >= _days_in(year, month):
        n -= _days_in(year, month)
        month += 1
    return year, month, n + 1


def _check_date(year, month, day):
    for name, value in (('year', year), ('month', month), ('day', day)):
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _days_in(year, month):
        raise ValueError('day is out of range for month')


def _check_time(hour, minute, second, microsecond):
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')


class timedelta:
    __slots__ = ('days', 'seconds', 'microseconds')

    def __reduce__(self):
        return self.__class__, (self.days, self.seconds, self.microseconds)

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        self = object.__new__(cls)
        total = 0
        for value, unit in ((weeks, 604800000000), (days, 86400000000), (hours, 3600000000), (minutes, 60000000),
                            (seconds, 1000000), (milliseconds, 1000), (microseconds, 1)):
            if isinstance(value, float):
                whole, part = divmod(value, 1)
                total += int(whole) * unit + round(part * unit)
            else:
                total += value * unit
        total = round(total)
        days, rest = divmod(total, 86400000000)
        self.seconds, self.microseconds = divmod(rest, 1000000)
        self.days = days
        if abs(days) > 999999999:
            raise OverflowError('days=%d; must have magnitude <= 999999999' % days)
        return self

    def _all(self):
        return (self.days * 86400 + self.seconds) * 1000000 + self.microseconds

    def total_seconds(self):
        return self._all() / 10 ** 6

    def __repr__(self):
        parts = [f'{name}={getattr(self, name)}' for name in ('days', 'seconds', 'microseconds') if getattr(self, name)]
        return f'datetime.timedelta({", ".join(parts) or "0"})'

    def __str__(self):
        mm, ss = divmod(self.seconds, 60)
        hh, mm = divmod(mm, 60)
        s = '%d:%02d:%02d' % (hh, mm, ss)
        if self.days:
            s = '%d day%s, ' % (self.days, 's' if abs(self.days) != 1 else '') + s
        if self.microseconds:
            s += '.%06d' % self.microseconds
        return s

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta(microseconds=self._all() + other._all())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta(microseconds=self._all() - other._all())
        return NotImplemented

    def __neg__(self):
        return timedelta(microseconds=-self._all())

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta(microseconds=abs(self._all()))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta(microseconds=self._all() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta(microseconds=_nearest(self._all() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._all() / other._all()
        if isinstance(other, int):
            return timedelta(microseconds=_nearest(self._all(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta(microseconds=_nearest(self._all() * b, a))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._all() // other._all()
        if isinstance(other, int):
            return timedelta(microseconds=self._all() // other)
        return NotImplemented

    def __mod__(self, other):
        return timedelta(microseconds=self._all() % other._all()) if isinstance(other, timedelta) else NotImplemented

    def __divmod__(self, other):
        return self // other, self % other

    def __bool__(self):
        return self._all() != 0

    def __hash__(self):
        return hash(self._all())

    def __eq__(self, other):
        return self._all() == other._all() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._all() < other._all() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._all() <= other._all() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._all() > other._all() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._all() >= other._all() if isinstance(other, timedelta) else NotImplemented


def _nearest(a, b):
    q, r = divmod(a, b)
    r *= 2
    more = r > b if b > 0 else r < b
    return q + 1 if more or (r == b and q % 2 == 1) else q


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    __slots__ = ()

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        return dt + dt.utcoffset()


def _offset_text(offset, sep=':'):
    if offset is None:
        return ''
    total = offset._all()
    sign = '-' if total < 0 else '+'
    minutes, rest = divmod(abs(total), 60000000)
    text = '%s%02d%s%02d' % (sign, minutes // 60, sep, minutes % 60)
    if rest:
        text += '%s%02d' % (sep, rest // 1000000)
    return text


class timezone(tzinfo):
    __slots__ = ('_offset', '_name')

    def __getinitargs__(self):
        return (self._offset,) if self._name is None else (self._offset, self._name)

    def __reduce__(self):
        return self.__class__, self.__getinitargs__(), None

    def __new__(cls, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError('offset must be a timedelta')
        if not -86400000000 < offset._all() < 86400000000:
            raise ValueError('offset must be a timedelta strictly between -timedelta(hours=24) and '
                             'timedelta(hours=24).')
        self = object.__new__(cls)
        self._offset = offset
        self._name = name
        return self

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return 'UTC' if not self._offset else 'UTC' + _offset_text(self._offset)

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return 'datetime.timezone.utc'
        if self._name is None:
            return f'datetime.timezone({self._offset!r})'
        return f'datetime.timezone({self._offset!r}, {self._name!r})'


UTC = timezone.utc = timezone(timedelta(0))


class IsoCalendarDate(tuple):
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __new__(cls, year, week, weekday):
        return super().__new__(cls, (year, week, weekday))

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%s, week=%s, weekday=%s)' % self


class date:
    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, year, month=None, day=None):
        if month is None and isinstance(year, bytes) and len(year) == 4 and 1 <= year[2] <= 12:
            year, month, day = year[0] << 8 | year[1], year[2], year[3]
        _check_date(year, month, day)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        return self

    def __reduce__(self):
        return self.__class__, (bytes([*divmod(self._year, 256), self._month, self._day]),)

    year = property(lambda self: self._year)
    month = property(lambda self: self._month)
    day = property(lambda self: self._day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, t):
        return cls(*_time.gmtime(t)[:3])

    @classmethod
    def fromordinal(cls, n):
        return cls(*_from_ordinal(n))

    @classmethod
    def fromisoformat(cls, text):
        try:
            if len(text) == 8:
                return cls(int(text[:4]), int(text[4:6]), int(text[6:]))
            if len(text) != 10 or text[4] != '-' or text[7] != '-':
                raise ValueError
            return cls(int(text[:4]), int(text[5:7]), int(text[8:]))
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {text!r}') from None

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        thursday = self.toordinal() - self.weekday() + 3
        year = _from_ordinal(thursday)[0]
        week = (thursday - _ordinal(year, 1, 1)) // 7 + 1
        return IsoCalendarDate(year, week, self.isoweekday())

    def timetuple(self):
        return _time.gmtime((self.toordinal() - 719163) * 86400)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    __replace__ = replace

    def isoformat(self):
        return '%04d-%02d-%02d' % (self._year, self._month, self._day)

    __str__ = isoformat

    def ctime(self):
        return self.strftime('%a %b %e %H:%M:%S %Y')

    def strftime(self, format):
        return _dates.strftime(format, (self._year, self._month, self._day, 0, 0, 0, 0), None, '')

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __repr__(self):
        return 'datetime.date(%d, %d, %d)' % (self._year, self._month, self._day)

    def _key(self):
        return (self._year, self._month, self._day)

    def _same(self, other):
        return isinstance(other, date) and not isinstance(other, datetime) and not isinstance(self, datetime)

    def __eq__(self, other):
        return self._key() == other._key() if self._same(other) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if self._same(other) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if self._same(other) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if self._same(other) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if self._same(other) else NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other.days
            if not 0 < n <= 3652059:
                raise OverflowError('date value out of range')
            return type(self)(*_from_ordinal(n))
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented


date.min, date.max, date.resolution = date(1, 1, 1), date(9999, 12, 31), timedelta(days=1)


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec == 'auto':
        timespec = 'microseconds' if microsecond else 'seconds'
    try:
        text = {'hours': '{:02d}', 'minutes': '{:02d}:{:02d}', 'seconds': '{:02d}:{:02d}:{:02d}',
                'milliseconds': '{:02d}:{:02d}:{:02d}.{:03d}',
                'microseconds': '{:02d}:{:02d}:{:02d}.{:06d}'}[timespec]
    except KeyError:
        raise ValueError('Unknown timespec value') from None
    return text.format(hour, minute, second, microsecond // 1000 if timespec == 'milliseconds' else microsecond)


def _parse_clock(text):
    zone = None
    for i, c in enumerate(text):
        if c in '+-Z':
            rest = text[i + 1:]
            if c == 'Z':
                zone = UTC
            else:
                parts = [int(p) for p in (rest.split(':') if ':' in rest else [rest[j:j + 2] for j in range(0, len(rest), 2)])]
                offset = timedelta(hours=parts[0], minutes=parts[1] if len(parts) > 1 else 0,
                                   seconds=parts[2] if len(parts) > 2 else 0)
                zone = timezone(-offset if c == '-' else offset) if offset else UTC
            text = text[:i]
            break
    text, _, fraction = text.replace(',', '.').partition('.')
    parts = [int(p) for p in (text.split(':') if ':' in text else [text[j:j + 2] for j in range(0, len(text), 2)])]
    parts += [0] * (3 - len(parts))
    return (*parts, int((fraction + '000000')[:6]) if fraction else 0, zone)


def _clock_bytes(self):
    return bytes([self._hour, self._minute, self._second]) + self._microsecond.to_bytes(3, 'big')


def _clock_of(state, fold):
    return state[0], state[1], state[2], int.from_bytes(state[3:], 'big'), fold


class time:
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(hour, bytes) and len(hour) == 6 and hour[0] & 127 < 24:
            tzinfo = minute or None
            hour, minute, second, microsecond, fold = _clock_of(bytes([hour[0] & 127]) + hour[1:], hour[0] >> 7)
        _check_time(hour, minute, second, microsecond)
        self = object.__new__(cls)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    def __reduce_ex__(self, protocol):
        state = _clock_bytes(self)
        if self._fold and protocol > 3:
            state = bytes([state[0] | 128]) + state[1:]
        return self.__class__, (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def fromisoformat(cls, text):
        try:
            return cls(*_parse_clock(text.removeprefix('T')))
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {text!r}') from None

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def isoformat(self, timespec='auto'):
        return _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    __str__ = isoformat

    def strftime(self, format):
        return _dates.strftime(format, (1900, 1, 1, self._hour, self._minute, self._second, self._microsecond), None, '')

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return time(self._hour if hour is None else hour, self._minute if minute is None else minute,
                    self._second if second is None else second,
                    self._microsecond if microsecond is None else microsecond,
                    self._tzinfo if tzinfo is True else tzinfo)

    def __repr__(self):
        parts = [self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        zone = '' if self._tzinfo is None else f', tzinfo={self._tzinfo!r}'
        return f'datetime.time({", ".join(map(str, parts))}{zone})'

    def _key(self):
        return (self._hour, self._minute, self._second, self._microsecond)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())


time.min, time.max, time.resolution = time(0, 0), time(23, 59, 59, 999999), timedelta(microseconds=1)
_time_class = time


class datetime(date):
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        if isinstance(year, bytes) and len(year) == 10 and 1 <= year[2] & 127 <= 12:
            hour, minute, second, microsecond, fold = _clock_of(year[4:], year[2] >> 7)
            tzinfo = month
            year, month, day = year[0] << 8 | year[1], year[2] & 127, year[3]
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond)
        self = object.__new__(cls)
        self._year, self._month, self._day = year, month, day
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._tzinfo, self._fold = tzinfo, fold
        return self

    def __reduce_ex__(self, protocol):
        state = bytes([*divmod(self._year, 256), self._month | (128 if self._fold and protocol > 3 else 0),
                       self._day]) + _clock_bytes(self)
        return self.__class__, (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce__(self):
        return self.__reduce_ex__(2)

    hour = property(lambda self: self._hour)
    minute = property(lambda self: self._minute)
    second = property(lambda self: self._second)
    microsecond = property(lambda self: self._microsecond)
    tzinfo = property(lambda self: self._tzinfo)
    fold = property(lambda self: self._fold)

    @classmethod
    def _of(cls, micros, tz=None):
        days, rest = divmod(micros, 86400000000)
        if not 0 < days <= 3652059:
            raise OverflowError('date value out of range')
        seconds, us = divmod(rest, 1000000)
        return cls(*_from_ordinal(days), seconds // 3600, seconds // 60 % 60, seconds % 60, us, tz)

    def _micros(self):
        return (self.toordinal() * 86400 + self._hour * 3600 + self._minute * 60 + self._second) * 1000000 + self._microsecond

    def _utc(self):
        offset = self.utcoffset()
        return self._micros() - (offset._all() if offset else 0)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        made = cls._of(719163 * 86400000000 + round(timestamp * 1000000))
        return made if tz is None else tz.fromutc(made.replace(tzinfo=tz))

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls.fromtimestamp(t)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def utcnow(cls):
        import warnings
        warnings.warn('datetime.datetime.utcnow() is deprecated and scheduled for removal in a future version. Use '
                      'timezone-aware objects to represent datetimes in UTC: datetime.datetime.now(datetime.UTC).',
                      DeprecationWarning, stacklevel=2)
        return cls.now()

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        return cls(date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond,
                   time.tzinfo if tzinfo is True else tzinfo)

    @classmethod
    def fromisoformat(cls, text):
        try:
            day = date.fromisoformat(text[:10])
            if len(text) == 10:
                return cls(day.year, day.month, day.day)
            return cls(day.year, day.month, day.day, *_parse_clock(text[11:]))
        except ValueError:
            raise ValueError(f'Invalid isoformat string: {text!r}') from None

    @classmethod
    def strptime(cls, date_string, format):
        *fields, weekday, day_of_year, offset, zone = _dates.strptime(date_string, format)
        tz = None
        if offset is not None:
            tz = timezone(timedelta(microseconds=offset), zone) if zone else timezone(timedelta(microseconds=offset))
        return cls(*fields, tz)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond)

    def timetz(self):
        return _time_class(self._hour, self._minute, self._second, self._microsecond, self._tzinfo)

    def timestamp(self):
        return (self._utc() - 719163 * 86400000000) / 10 ** 6

    def timetuple(self):
        return _time.gmtime((self._micros() - 719163 * 86400000000) // 1000000)

    utctimetuple = timetuple

    def astimezone(self, tz=None):
        tz = UTC if tz is None else tz
        return tz.fromutc(type(self)._of(self._utc(), tz))

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None,
                tzinfo=True, *, fold=None):
        given = (year, month, day, hour, minute, second, microsecond)
        own = (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond)
        return type(self)(*[o if g is None else g for g, o in zip(given, own)],
                          self._tzinfo if tzinfo is True else tzinfo)

    __replace__ = replace

    def isoformat(self, sep='T', timespec='auto'):
        return (date.isoformat(self) + sep + _clock_text(self._hour, self._minute, self._second, self._microsecond,
                                                         timespec) + _offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat(sep=' ')

    def strftime(self, format):
        offset = self.utcoffset()
        return _dates.strftime(format, (self._year, self._month, self._day, self._hour, self._minute, self._second,
                                        self._microsecond), None if offset is None else offset._all(), self.tzname() or '')

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        zone = '' if self._tzinfo is None else f', tzinfo={self._tzinfo!r}'
        return f'datetime.datetime({", ".join(map(str, parts))}{zone})'

    def _compared(self, other, is_equality=False):
        if not isinstance(other, datetime):
            return None
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            if is_equality:
                return 1
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._utc() - other._utc()

    def __eq__(self, other):
        order = self._compared(other, True)
        return NotImplemented if order is None else order == 0

    def __lt__(self, other):
        order = self._compared(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._compared(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._compared(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._compared(other)
        return NotImplemented if order is None else order >= 0

    def __hash__(self):
        return hash(self._utc())

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self._micros() + other._all(), self._tzinfo)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if isinstance(other, datetime):
            if (self.utcoffset() is None) != (other.utcoffset() is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return timedelta(microseconds=self._utc() - other._utc())
        return NotImplemented


datetime.min, datetime.max = datetime(1, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
