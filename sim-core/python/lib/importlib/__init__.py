"""Imports by name."""

import sys
import warnings

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__
_RELOADING = {}


def invalidate_caches():
    """Nothing is remembered of folders."""


def _resolved(name, package):
    """The full name of one that begins with dots."""
    level = len(name) - len(name.lstrip('.'))
    if not package:
        raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
    bits = package.rsplit('.', level - 1)
    if len(bits) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{bits[0]}.{name[level:]}' if name[level:] else bits[0]


def import_module(name, package=None):
    """The module itself, also of 'a.b.c'."""
    if name.startswith('.'):
        name = _resolved(name, package)
    __import__(name)
    return sys.modules[name]


def reload(module):
    """Runs a module's text again, in the module that is there."""
    if not module or not isinstance(module, type(sys)):
        raise TypeError('reload() argument must be a module')
    name = module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    del sys.modules[name]
    try:
        fresh = import_module(name)
    except BaseException:
        sys.modules[name] = module
        raise
    module.__dict__.update(fresh.__dict__)
    sys.modules[name] = module
    return module
