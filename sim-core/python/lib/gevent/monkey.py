"""Replaces what would block the whole thread by what lets other greenlets run."""

import sys

__all__ = ['patch_all', 'patch_builtins', 'patch_dns', 'patch_os', 'patch_queue', 'patch_select', 'patch_signal', 'patch_socket',
           'patch_ssl', 'patch_subprocess', 'patch_sys', 'patch_thread', 'patch_time', 'get_original', 'is_module_patched',
           'is_object_patched', 'patch_module', 'main']

# What stood where something has been replaced: module name → name → object.
saved = {}
_nothing = object()


class MonkeyPatchWarning(RuntimeWarning):
    'Something was patched too late.'


def is_module_patched(mod_name):
    return mod_name in saved


def is_object_patched(mod_name, item_name):
    return is_module_patched(mod_name) and item_name in saved[mod_name]


def is_anything_patched():
    return bool(saved)


def get_original(mod_name, item_name):
    names = [item_name] if isinstance(item_name, str) else item_name
    module_names = [mod_name] if isinstance(mod_name, str) else mod_name
    for each in module_names:
        try:
            originals = [_original(each, name) for name in names]
        except ImportError:
            if each is module_names[-1]:
                raise
        else:
            return originals[0] if isinstance(item_name, str) else originals


def _original(module_name, name):
    replaced = saved.get(module_name, {})
    return replaced[name] if name in replaced else getattr(_module(module_name), name)


def _module(name):
    if name not in sys.modules:
        __import__(name)
    return sys.modules[name]


def patch_item(module, attr, newitem):
    old = getattr(module, attr, _nothing)
    if old is not _nothing:
        saved.setdefault(module.__name__, {}).setdefault(attr, old)
    setattr(module, attr, newitem)


def _remove(module, attr):
    old = getattr(module, attr, _nothing)
    if old is not _nothing:
        saved.setdefault(module.__name__, {})[attr] = old
        delattr(module, attr)


def patch_module(target_module, source_module, items=None, **_ignored):
    for name in source_module.__implements__ if items is None else items:
        patch_item(target_module, name, getattr(source_module, name))
    return True


def _patch(name, items=None):
    source = _module(f'gevent.{name}')
    target = _module(getattr(source, '__target__', name))
    patch_module(target, source, items)
    return source, target


def patch_time():
    _patch('time')


def patch_queue():
    _patch('queue', ['SimpleQueue'])


def patch_thread(threading=True, _threading_local=True, Event=True, logging=True, existing_locks=True, _warnings=None):
    _patch('thread')
    if not threading:
        return
    source, target = _patch('threading')
    source.move_main_thread()
    if Event:
        from gevent.event import Event as event_class
        patch_item(target, 'Event', event_class)
    if existing_locks:
        target._active_limbo_lock = target.RLock()
    if logging and 'logging' in sys.modules:
        module = sys.modules['logging']
        if hasattr(module, '_lock'):
            patch_item(module, '_lock', target.RLock())
    _patch_shutdown(target)


def _patch_shutdown(threading):
    if is_object_patched('threading', '_shutdown'):
        return
    original = threading._shutdown

    def _shutdown():
        from gevent.hub import sleep
        from gevent.thread import _join_all
        sleep()
        for call in reversed(threading._threading_atexits):
            call()
        threading._threading_atexits.clear()
        _join_all()
        original()

    patch_item(threading, '_shutdown', _shutdown)


def _does_nothing_here():
    """What this module would replace is not simulated, or waits nowhere."""


def patch_os():
    _does_nothing_here()


def patch_sys(stdin=True, stdout=True, stderr=True):
    _does_nothing_here()


def patch_signal():
    _does_nothing_here()


def patch_builtins():
    _does_nothing_here()


def patch_contextvars():
    _does_nothing_here()


def patch_socket(dns=True, aggressive=True):
    source, target = _patch('socket')
    target.timeout = source.timeout


def patch_dns():
    _does_nothing_here()


def patch_ssl():
    _does_nothing_here()


def patch_select(aggressive=True):
    _, target = _patch('select')
    if aggressive:
        # Who wants to wait with them would block the hub.
        for name in ('epoll', 'kqueue', 'poll'):
            _remove(target, name)


def patch_selectors(aggressive=True):
    _does_nothing_here()


def patch_subprocess():
    _does_nothing_here()


def patch_all(socket=True, dns=True, time=True, select=True, thread=True, os=True, ssl=True, subprocess=True, sys=False,
              aggressive=True, Event=True, builtins=True, signal=True, queue=True, contextvars=True, **kwargs):
    if os:
        patch_os()
    if time:
        patch_time()
    if contextvars:
        patch_contextvars()
    if thread:
        patch_thread(Event=Event)
    if socket:
        patch_socket(dns=dns, aggressive=aggressive)
    if select:
        patch_select(aggressive=aggressive)
    if ssl:
        patch_ssl()
    if subprocess:
        patch_subprocess()
    if builtins:
        patch_builtins()
    if signal:
        patch_signal()
    if queue:
        patch_queue()
    return True
