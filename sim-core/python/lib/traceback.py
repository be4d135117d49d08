"""Tracebacks as text.

Leaves out: colours, and the locals of frames in exceptions (capture_locals works for StackSummary.extract).
"""

import collections
import itertools
import sys
import _traceback
from _lines import getline

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']


class _Implicit:
    def __repr__(self):
        return '<implicit>'


_sentinel = _Implicit()
_REPEATS_SHOWN = 3


def _value_and_traceback(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _sentinel:
        return value, tb
    if exc is None:
        return None, None
    if not isinstance(exc, BaseException):
        raise TypeError(f'Exception expected for value, {type(exc).__name__} found')
    return exc, exc.__traceback__


def _frame_limit(limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        if limit is not None and limit < 0:
            limit = 0
    return limit


def _safe_repr(value):
    try:
        return repr(value)
    except:
        return '<local repr() failed>'


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    value, tb = _value_and_traceback(exc, value, tb)
    return list(TracebackException(type(value), value, tb, limit=limit, compact=True).format(chain=chain))


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    value, tb = _value_and_traceback(exc, value, tb)
    TracebackException(type(value), value, tb, limit=limit, compact=True).print(file=file, chain=chain)


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_exc') and not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_exc, limit=limit, file=file, chain=chain)


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    if value is _sentinel:
        value = exc
    return list(TracebackException(type(value), value, None, compact=True).format_exception_only(show_group=show_group))


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    print_list(extract_tb(tb, limit=limit), file=file)


class FrameSummary:
    """Where one frame stands."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_lines', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self.name = name
        self._lines = line
        if lookup_line:
            self.line
        self.locals = {key: _safe_repr(value) for key, value in locals.items()} if locals else None

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return (self.filename, self.lineno, self.name, self.locals) == (
                other.filename, other.lineno, other.name, other.locals)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    @property
    def _original_lines(self):
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            numbers = range(self.lineno, self.end_lineno + 1)
            self._lines = '\n'.join(getline(self.filename, number).rstrip() for number in numbers) + '\n'
        return self._lines

    @property
    def line(self):
        lines = self._original_lines
        return None if lines is None else lines.partition('\n')[0].strip()


class StackSummary(list):
    """The frames of a stack or traceback."""

    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        limit = _frame_limit(limit)
        if limit is not None:
            frame_gen = itertools.islice(frame_gen, limit) if limit >= 0 else collections.deque(frame_gen, maxlen=-limit)
        return cls(
            FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name, lookup_line=lookup_lines,
                         locals=frame.f_locals if capture_locals else None)
            for frame, lineno in frame_gen)

    @classmethod
    def from_list(cls, a_list):
        return cls(item if isinstance(item, FrameSummary) else FrameSummary(*item[:3], line=item[3]) for item in a_list)

    def format_frame_summary(self, frame_summary, **kwargs):
        text = _traceback.entry_text(frame_summary.filename, frame_summary.lineno, frame_summary.name,
                                     frame_summary._original_lines, frame_summary.colno, frame_summary.end_colno)
        if frame_summary.locals:
            text += ''.join(f'    {name} = {value}\n' for name, value in sorted(frame_summary.locals.items()))
        return text

    def format(self, **kwargs):
        result = []
        last = None
        count = 0
        for frame_summary in self:
            formatted = self.format_frame_summary(frame_summary)
            if formatted is None:
                continue
            place = (frame_summary.filename, frame_summary.lineno, frame_summary.name)
            if place != last:
                result += _fold(count)
                last = place
                count = 0
            count += 1
            if count <= _REPEATS_SHOWN:
                result.append(formatted)
        return result + _fold(count)


def _fold(count):
    more = count - _REPEATS_SHOWN
    return [f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n'] if more > 0 else []


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    for item in format_list(extracted_list):
        print(item, file=sys.stderr if file is None else file, end='')


def extract_tb(tb, limit=None):
    entries = _traceback.entries(tb)
    limit = _frame_limit(limit)
    if limit is not None:
        entries = entries[:limit] if limit >= 0 else entries[limit:]
    return StackSummary(
        FrameSummary(filename, lineno, name, line=source, end_lineno=end_lineno, colno=colno, end_colno=end_colno)
        for filename, lineno, end_lineno, colno, end_colno, name, source in entries)


def walk_stack(f):
    if f is None:
        f = sys._getframe().f_back
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe().f_back
    stack = StackSummary.extract(walk_stack(f), limit=limit)
    stack.reverse()
    return stack


def format_stack(f=None, limit=None):
    return format_list(extract_stack(sys._getframe().f_back if f is None else f, limit=limit))


def print_stack(f=None, limit=None, file=None):
    print_list(extract_stack(sys._getframe().f_back if f is None else f, limit=limit), file=file)


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass
        tb = tb.tb_next


class TracebackException:
    """An exception ready to be shown; what it says is asked of the exception when it is formatted."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = extract_tb(exc_traceback, limit=limit)
        self._value = exc_value
        self._traceback = exc_traceback
        self._limit = _frame_limit(limit)
        self._compact = compact
        self._exc_type = exc_type if save_exc_type else None
        self._str = _safe_str(exc_value)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.exc_type_qualname = None if exc_type is None else exc_type.__qualname__
        self.exc_type_module = None if exc_type is None else exc_type.__module__
        if exc_type is not None and issubclass(exc_type, SyntaxError):
            self.filename = exc_value.filename
            self.lineno = None if exc_value.lineno is None else str(exc_value.lineno)
            self.end_lineno = None if exc_value.end_lineno is None else str(exc_value.end_lineno)
            self.text = exc_value.text
            self.offset = exc_value.offset
            self.end_offset = exc_value.end_offset
            self.msg = exc_value.msg
        seen = {id(exc_value)} if _seen is None else _seen

        def described(other):
            if other is None or id(other) in seen:
                return None
            seen.add(id(other))
            return TracebackException(type(other), other, other.__traceback__, limit=limit, compact=compact,
                                      max_group_width=max_group_width, max_group_depth=max_group_depth, _seen=seen)

        self.__suppress_context__ = getattr(exc_value, '__suppress_context__', False)
        self.__cause__ = described(getattr(exc_value, '__cause__', None))
        hides_context = compact and (self.__cause__ is not None or self.__suppress_context__)
        self.__context__ = None if hides_context else described(getattr(exc_value, '__context__', None))
        is_group = isinstance(exc_value, BaseExceptionGroup)
        self.exceptions = [described(member) for member in exc_value.exceptions] if is_group else None

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if self.exc_type_qualname is None:
            return None
        if self.exc_type_module in ('__main__', 'builtins'):
            return self.exc_type_qualname
        return f'{self.exc_type_module}.{self.exc_type_qualname}'

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, **kwargs):
        if self._value is None:
            yield 'NoneType: None\n'
        else:
            yield from _traceback.only(self._value, show_group)

    def format(self, *, chain=True, **kwargs):
        if self._value is None:
            yield 'NoneType: None\n'
        else:
            yield from _traceback.pieces(self._value, self._traceback, self._limit, bool(chain), self._compact,
                                         self.max_group_width, self.max_group_depth)

    def print(self, *, file=None, chain=True, **kwargs):
        for text in self.format(chain=chain):
            print(text, file=sys.stderr if file is None else file, end='')


def _safe_str(value):
    try:
        return str(value)
    except:
        return '<exception str() failed>'
