"""asyncio's logger. The logging module is loaded when something has to be said."""

import sys


class _Logger:
    # Nobody listens to these before the program has loaded logging.

    def debug(self, *args, **kwargs):
        if 'logging' in sys.modules:
            self.__getattr__('debug')(*args, **kwargs)

    def info(self, *args, **kwargs):
        if 'logging' in sys.modules:
            self.__getattr__('info')(*args, **kwargs)

    def __getattr__(self, name):
        import logging
        return getattr(logging.getLogger('asyncio'), name)


logger = _Logger()
