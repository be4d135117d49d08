"""The hub of the running thread."""

from _thread import _local

_threads = _local()
_hub_class = None


def set_default_hub_class(hub_class):
    global _hub_class
    _hub_class = hub_class


def get_hub_if_exists():
    return getattr(_threads, 'hub', None)


def get_hub(*args):
    hub = getattr(_threads, 'hub', None)
    if hub is None:
        hub = _threads.hub = _hub_class()
    return hub


def set_hub(hub):
    _threads.hub = hub
