"""Context variables: each thread has a context of its own."""

import _thread

__all__ = ['Context', 'ContextVar', 'Token', 'copy_context']

_missing = object()
_contexts = {}


def _current():
    ident = _thread.get_ident()
    stack = _contexts.get(ident)
    if stack is None:
        stack = _contexts[ident] = [Context()]
    return stack


class Token:
    MISSING = _missing

    def __init__(self, context, var, old):
        self._context = context
        self.var = var
        self.old_value = old
        self._used = False


class ContextVar:
    def __init__(self, name, *, default=_missing):
        self.name = name
        self._default = default

    def get(self, default=_missing, /):
        values = _current()[-1]._values
        if self in values:
            return values[self]
        if default is not _missing:
            return default
        if self._default is not _missing:
            return self._default
        raise LookupError(self)

    def set(self, value, /):
        context = _current()[-1]
        token = Token(context, self, context._values.get(self, _missing))
        context._values[self] = value
        return token

    def reset(self, token, /):
        if token._used:
            raise RuntimeError(f'{token!r} has already been used once')
        if token.var is not self:
            raise ValueError(f'{token!r} was created by a different ContextVar')
        if token._context is not _current()[-1]:
            raise ValueError(f'{token!r} was created in a different Context')
        token._used = True
        if token.old_value is _missing:
            token._context._values.pop(self, None)
        else:
            token._context._values[self] = token.old_value

    def __class_getitem__(cls, item):
        return cls

    def __repr__(self):
        default = '' if self._default is _missing else f' default={self._default!r}'
        return f'<ContextVar name={self.name!r}{default} at {id(self):#x}>'


class Context:
    def __init__(self):
        self._values = {}
        self._entered = False

    def run(self, callable, *args, **kwargs):
        if self._entered:
            raise RuntimeError(f'cannot enter context: {self!r} is already entered')
        self._entered = True
        stack = _current()
        stack.append(self)
        try:
            return callable(*args, **kwargs)
        finally:
            stack.pop()
            self._entered = False

    def copy(self):
        made = Context()
        made._values = dict(self._values)
        return made

    def __getitem__(self, var):
        return self._values[var]

    def __contains__(self, var):
        return var in self._values

    def get(self, var, default=None):
        return self._values.get(var, default)

    def __iter__(self):
        return iter(self._values)

    def __len__(self):
        return len(self._values)

    def keys(self):
        return self._values.keys()

    def values(self):
        return self._values.values()

    def items(self):
        return self._values.items()


def copy_context():
    return _current()[-1].copy()
