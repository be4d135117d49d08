"""What can go wrong with greenlets and their hub."""

from greenlet import GreenletExit

__all__ = ['LoopExit']


class LoopExit(Exception):
    'The hub has nothing left that could ever switch back: message, hub, handles.'

    @property
    def hub(self):
        return self.args[1] if len(self.args) == 3 else None

    def __repr__(self):
        if len(self.args) != 3:
            return Exception.__repr__(self)
        message, hub, handles = self.args
        return f'{message}\n\tHub: {hub}\n\tHandles:\n{handles!r}'

    def __str__(self):
        return repr(self)


class BlockingSwitchOutError(AssertionError):
    'A callback of the event loop tried to wait.'


class InvalidSwitchError(AssertionError):
    'Somebody else switched to a greenlet that waits.'


class ConcurrentObjectUseError(AssertionError):
    'Two greenlets use what is for one at a time.'


class InvalidThreadUseError(RuntimeError):
    'An object of one thread\'s hub was used in another thread.'


class HubDestroyed(GreenletExit):
    'The hub is to end.'

    def __init__(self, destroy_loop):
        GreenletExit.__init__(self, destroy_loop)
        self.destroy_loop = destroy_loop
