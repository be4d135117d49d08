"""asyncio's logger. The logging module is loaded when something has to be said."""


class _Logger:
    def __getattr__(self, name):
        import logging
        return getattr(logging.getLogger('asyncio'), name)


logger = _Logger()
