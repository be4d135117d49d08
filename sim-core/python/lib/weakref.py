"""Weak references. Objects here never end while the program runs, so a reference keeps giving its object."""

from _weakref import getweakrefcount, getweakrefs, ref, proxy, CallableProxyType, ProxyType, ReferenceType
from _weakrefset import WeakSet
import _collections_abc

ProxyTypes = (ProxyType, CallableProxyType)

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
           'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']


class WeakMethod(ref):
    def __new__(cls, meth, callback=None):
        try:
            obj, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError('argument should be a bound method, not {}'.format(type(meth))) from None
        self = ref.__new__(cls, obj, callback)
        self._func_ref = func
        self._meth_type = type(meth)
        return self

    def __call__(self):
        obj = super().__call__()
        return None if obj is None else self._meth_type(self._func_ref, obj)


class WeakValueDictionary(_collections_abc.MutableMapping):
    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def __getitem__(self, key):
        return self.data[key]()

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data

    def __setitem__(self, key, value):
        self.data[key] = ref(value)

    def __iter__(self):
        return iter(list(self.data))

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def copy(self):
        new = WeakValueDictionary()
        new.data.update(self.data)
        return new

    def valuerefs(self):
        return list(self.data.values())


class WeakKeyDictionary(_collections_abc.MutableMapping):
    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        try:
            wrkey = ref(key)
        except TypeError:
            return False
        return wrkey in self.data

    def __iter__(self):
        for wr in list(self.data):
            yield wr()

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def keyrefs(self):
        return list(self.data)


class finalize:
    'Calls a function when its object ends: here that is when the program ends.'

    _registry = {}

    def __init__(self, obj, func, /, *args, **kwargs):
        import atexit
        finalize._registry[self] = (obj, func, args, kwargs)
        self._atexit = True
        atexit.register(self._at_exit)

    def _at_exit(self):
        if self._atexit:
            self()

    def __call__(self, _=None):
        info = finalize._registry.pop(self, None)
        if info is not None:
            return info[1](*info[2], **info[3])

    def detach(self):
        return finalize._registry.pop(self, None)

    def peek(self):
        return finalize._registry.get(self)

    @property
    def alive(self):
        return self in finalize._registry

    @property
    def atexit(self):
        return self._atexit

    @atexit.setter
    def atexit(self, value):
        self._atexit = bool(value)
