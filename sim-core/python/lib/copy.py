"""Shallow and deep copies."""

import types
import weakref

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass


error = Error
_atomic = {type(None), int, float, bool, complex, bytes, str, types.EllipsisType, types.NotImplementedType, range,
           property, types.BuiltinFunctionType, types.FunctionType, types.CodeType, type, weakref.ref, slice}


def _state_into(y, x, convert):
    state = x.__getstate__() if hasattr(x, '__getstate__') else getattr(x, '__dict__', None)
    if state is None:
        return
    state = convert(state)
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state:
        y.__dict__.update(state)
    if slots:
        for key, value in slots.items():
            setattr(y, key, value)


def _rebuild(x, convert, memo=None):
    cls = type(x)
    if isinstance(x, BaseException):
        y = cls.__new__(cls, *convert(x.args))
    elif isinstance(x, list):
        y = cls.__new__(cls)
        if memo is not None:
            memo[id(x)] = y
        for item in list.__iter__(x):
            list.append(y, convert(item))
    elif isinstance(x, dict):
        y = cls.__new__(cls)
        if hasattr(x, 'default_factory'):
            y.default_factory = x.default_factory
        if memo is not None:
            memo[id(x)] = y
        for key, value in dict.items(x):
            dict.__setitem__(y, convert(key), convert(value))
    elif isinstance(x, set):
        y = cls.__new__(cls)
        for item in x:
            set.add(y, convert(item))
    elif isinstance(x, (tuple, frozenset)):
        y = cls.__new__(cls, [convert(item) for item in x])
    elif hasattr(x, '__getnewargs__'):
        y = cls.__new__(cls, *[convert(item) for item in x.__getnewargs__()])
    elif isinstance(x, (int, str, float, bytes)):
        y = cls.__new__(cls, x)
    elif getattr(cls, '__reduce__', None) is not getattr(object, '__reduce__', None):
        func, args, *rest = x.__reduce__()
        y = func(*[convert(arg) for arg in args])
        if rest and rest[0] is not None:
            if hasattr(y, '__setstate__'):
                y.__setstate__(convert(rest[0]))
            else:
                y.__dict__.update(convert(rest[0]))
        return y
    else:
        y = cls.__new__(cls)
    if memo is not None:
        memo[id(x)] = y
    _state_into(y, x, convert)
    return y


def copy(x):
    cls = type(x)
    if cls in _atomic or cls is tuple or cls is frozenset or issubclass(cls, type):
        return x
    if cls in (list, dict, set, bytearray):
        return x.copy()
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    if type(x).__name__ in ('lock', 'RLock', 'generator', 'module'):
        raise TypeError(f"cannot pickle {_pickle_name(cls)} object")
    return _rebuild(x, lambda value: value)


def _pickle_name(cls):
    module = cls.__module__
    return f"'{cls.__name__}'" if module == 'builtins' else f"'{module}.{cls.__name__}'"


def deepcopy(x, memo=None, _nil=[]):
    cls = type(x)
    if cls in _atomic or issubclass(cls, type):
        return x
    d = id(x)
    if memo is None:
        memo = {}
    else:
        y = memo.get(d, _nil)
        if y is not _nil:
            return y
    if cls is list:
        y = []
        memo[d] = y
        append = y.append
        for a in x:
            append(deepcopy(a, memo))
    elif cls is dict:
        y = {}
        memo[d] = y
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is tuple:
        y = [deepcopy(a, memo) for a in x]
        if d in memo:
            return memo[d]
        for k, j in zip(x, y):
            if k is not j:
                y = tuple(y)
                break
        else:
            y = x
    elif cls is types.MethodType:
        y = type(x)(x.__func__, deepcopy(x.__self__, memo))
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            y = copier(memo)
        elif cls.__name__ in ('lock', 'RLock', 'generator', 'module', 'coroutine', '_thread._local'):
            raise TypeError(f"cannot pickle {_pickle_name(cls)} object")
        else:
            y = _rebuild(x, lambda value: deepcopy(value, memo), memo)
    if y is not x:
        memo[d] = y
        # Keeps x alive, so that its id stays its own.
        memo.setdefault(id(memo), []).append(x)
    return y


def replace(obj, /, **changes):
    cls = obj.__class__
    func = getattr(cls, '__replace__', None)
    if func is None:
        raise TypeError(f'replace() does not support {cls.__name__} objects')
    return func(obj, **changes)
