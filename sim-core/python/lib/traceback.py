"""Tracebacks as text."""

import itertools
import sys
import _traceback
from _lines import getline

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'FrameSummary', 'StackSummary', 'TracebackException', 'walk_tb', 'walk_stack']

_sentinel = object()


def _exception(exc, value):
    return exc if value is _sentinel else value


def _text(exc, chain=True, limit=None):
    if exc is None:
        return 'NoneType: None\n'
    if chain:
        return _traceback.format_exception(exc)
    cause, context, suppress = exc.__cause__, exc.__context__, exc.__suppress_context__
    exc.__cause__ = exc.__context__ = None
    try:
        return _traceback.format_exception(exc)
    finally:
        exc.__cause__, exc.__context__, exc.__suppress_context__ = cause, context, suppress


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    return _text(_exception(exc, value), chain).splitlines(keepends=True)


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    print(_text(_exception(exc, value), chain), file=sys.stderr if file is None else file, end='')


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def format_exc(limit=None, chain=True):
    return _text(sys.exception(), chain)


def print_last(limit=None, file=None, chain=True):
    if not hasattr(sys, 'last_exc') and not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_exc, file=file)


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    exc = _exception(exc, value)
    if exc is None:
        return ['NoneType: None\n']
    saved = exc.__traceback__
    exc.__traceback__ = None
    try:
        return _text(exc, False).splitlines(keepends=True)
    finally:
        exc.__traceback__ = saved


def format_tb(tb, limit=None):
    return _traceback.format_tb(tb).splitlines(keepends=True)


def print_tb(tb, limit=None, file=None):
    print(_traceback.format_tb(tb), file=sys.stderr if file is None else file, end='')


class FrameSummary:
    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, **kwargs):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = getline(filename, lineno).strip() if line is None else line
        self.locals = locals

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __len__(self):
        return 4

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        if limit is not None and limit >= 0:
            frame_gen = itertools.islice(frame_gen, limit)
        elif limit is not None:
            frame_gen = list(frame_gen)[limit:]
        return cls(FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name) for frame, lineno in frame_gen)

    @classmethod
    def from_list(cls, a_list):
        return cls(f if isinstance(f, FrameSummary) else FrameSummary(*f[:3], line=f[3]) for f in a_list)

    def format(self):
        return format_list(self)


def format_list(extracted_list):
    result = []
    for filename, lineno, name, line in extracted_list:
        text = f'  File "{filename}", line {lineno}, in {name}\n'
        if line:
            text += f'    {line.strip()}\n'
        result.append(text)
    return result


def print_list(extracted_list, file=None):
    print(''.join(format_list(extracted_list)), file=sys.stderr if file is None else file, end='')


def extract_tb(tb, limit=None):
    return StackSummary(FrameSummary(*entry) for entry in _traceback.entries(tb))


def walk_stack(f):
    if f is None:
        f = sys._getframe(1)
    while f is not None:
        yield f, f.f_lineno
        f = f.f_back


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    stack = StackSummary(FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name)
                         for frame, lineno in walk_stack(f))
    stack.reverse()
    return stack if limit is None else StackSummary(stack[-limit:])


def format_stack(f=None, limit=None):
    return format_list(extract_stack(sys._getframe(1) if f is None else f, limit))


def print_stack(f=None, limit=None, file=None):
    for text in format_stack(sys._getframe(1) if f is None else f, limit):
        print(text, file=sys.stderr if file is None else file, end='')


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback, **kwargs):
        self.exc_type = exc_type
        self._exc = exc_value
        self.stack = extract_tb(exc_traceback)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True, **kwargs):
        yield from format_exception(self._exc, chain=chain)

    def format_exception_only(self, **kwargs):
        yield from format_exception_only(self._exc)

    def __str__(self):
        return str(self._exc)

    def print(self, *, file=None, chain=True, **kwargs):
        print_exception(self._exc, file=file, chain=chain)
