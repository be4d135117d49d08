"""Attributes of which every greenlet has its own."""

from greenlet import getcurrent

__all__ = ['local']

_get = object.__getattribute__
_set = object.__setattr__


class local:
    __module__ = 'gevent._gevent_clocal'

    def __new__(cls, *args, **kw):
        if (args or kw) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported', args, kw)
        self = object.__new__(cls)
        mine = {}
        _set(self, '_local__state', ({getcurrent(): mine}, args, kw))
        return self

    def __getattribute__(self, name):
        attributes = _own(self)
        if name == '__dict__':
            return attributes
        if name in attributes:
            return attributes[name]
        if name == '_local__state':
            raise AttributeError(name)
        try:
            return _get(self, name)
        except AttributeError:
            if type(self) is not local:
                raise
        raise AttributeError(f"'gevent._gevent_clocal.local' object has no attribute {name!r}")

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError(f"{type(self)!r} object attribute '__dict__' is read-only")
        descriptor = getattr(type(self), name, None)
        if hasattr(type(descriptor), '__set__'):
            _set(self, name, value)
        else:
            _own(self)[name] = value

    def __delattr__(self, name):
        if name == '__dict__':
            raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
        try:
            del _own(self)[name]
        except KeyError:
            raise AttributeError(name) from None


def _own(self):
    by_greenlet, args, kw = _get(self, '_local__state')
    current = getcurrent()
    attributes = by_greenlet.get(current)
    if attributes is None:
        attributes = by_greenlet[current] = {}
        if type(self).__init__ is not object.__init__:
            type(self).__init__(self, *args, **kw)
    return attributes
