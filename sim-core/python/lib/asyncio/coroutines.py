"""What is a coroutine, and how it is shown."""

__all__ = ('iscoroutinefunction', 'iscoroutine')

import inspect
import os
import sys
import types
from _collections_abc import Coroutine as _AbstractCoroutine


def _is_debug_mode():
    return sys.flags.dev_mode or bool(os.environ.get('PYTHONASYNCIODEBUG'))


def iscoroutinefunction(func):
    return inspect.iscoroutinefunction(func) or getattr(func, '_is_coroutine', None) is _is_coroutine


_is_coroutine = object()
_COROUTINE_TYPES = (types.CoroutineType, _AbstractCoroutine)
_iscoroutine_typecache = set()


def iscoroutine(obj):
    kind = type(obj)
    if kind in _iscoroutine_typecache:
        return True
    if isinstance(obj, _COROUTINE_TYPES):
        if len(_iscoroutine_typecache) < 100:
            _iscoroutine_typecache.add(kind)
        return True
    return False


def _format_coroutine(coro):
    assert iscoroutine(coro)
    # Generators and coroutines by other names (Cython) may lack any of these attributes.
    name = getattr(coro, '__qualname__', None) or getattr(coro, '__name__', None)
    name = f'{name}()' if name else f'<{type(coro).__name__} without __name__>()'
    code = getattr(coro, 'cr_code', None) or getattr(coro, 'gi_code', None)
    if not code:
        running = getattr(coro, 'cr_running', False) or getattr(coro, 'gi_running', False)
        return f'{name} running' if running else name
    frame = getattr(coro, 'cr_frame', None) or getattr(coro, 'gi_frame', None)
    filename = code.co_filename or '<empty co_filename>'
    if frame is not None:
        return f'{name} running at {filename}:{frame.f_lineno}'
    return f'{name} done, defined at {filename}:{code.co_firstlineno}'
