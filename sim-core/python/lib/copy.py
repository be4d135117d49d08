"""Shallow and deep copies."""

import copyreg
import types
import weakref

__all__ = ['Error', 'copy', 'deepcopy', 'replace']


class Error(Exception):
    pass


error = Error
_atomic = {type(None), int, float, bool, complex, bytes, str, types.EllipsisType, types.NotImplementedType, range,
           property, types.BuiltinFunctionType, types.FunctionType, types.CodeType, type, weakref.ref, slice}


def _reduced(x, cls):
    """What x is made of; raises the TypeError of what cannot be pickled."""
    reducer = copyreg.dispatch_table.get(cls)
    if reducer is not None:
        return reducer(x)
    reducer = getattr(x, '__reduce_ex__', None)
    if reducer is not None:
        return reducer(4)
    reducer = getattr(x, '__reduce__', None)
    if reducer is not None:
        return reducer()
    raise Error('un(deep)copyable object of type %s' % cls)


def _set_state(y, state):
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        y.__dict__.update(state)
    if slots is not None:
        for key, value in slots.items():
            setattr(y, key, value)


def _rebuild(x, convert, memo, func, args, state=None, items=None, pairs=None):
    y = func(*[convert(arg) for arg in args])
    if memo is not None:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, convert(state))
    if items is not None:
        for item in items:
            y.append(convert(item))
    if pairs is not None:
        for key, value in pairs:
            key = convert(key)
            y[key] = convert(value)
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
    made_of = _reduced(x, cls)
    if isinstance(made_of, str):
        return x
    return _rebuild(x, lambda value: value, None, *made_of)


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
        else:
            made_of = _reduced(x, cls)
            if isinstance(made_of, str):
                y = x
            else:
                y = _rebuild(x, lambda value: deepcopy(value, memo), memo, *made_of)
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
