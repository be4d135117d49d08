"""What futures of every kind have in common."""

__all__ = ()

import reprlib

from . import format_helpers

_PENDING = 'PENDING'
_CANCELLED = 'CANCELLED'
_FINISHED = 'FINISHED'


def isfuture(obj):
    # Anything that has the attribute is a future: what it is (blocking or not) does not matter here.
    return hasattr(obj.__class__, '_asyncio_future_blocking') and obj._asyncio_future_blocking is not None


def _format_callbacks(callbacks):
    def shown(pair):
        return format_helpers._format_callback_source(pair[0], ())

    count = len(callbacks)
    if not count:
        text = ''
    elif count == 1:
        text = shown(callbacks[0])
    elif count == 2:
        text = f'{shown(callbacks[0])}, {shown(callbacks[1])}'
    else:
        text = f'{shown(callbacks[0])}, <{count - 2} more>, {shown(callbacks[-1])}'
    return f'cb=[{text}]'


def _future_repr_info(future):
    info = [future._state.lower()]
    if future._state == _FINISHED:
        if future._exception is not None:
            info.append(f'exception={future._exception!r}')
        else:
            info.append(f'result={reprlib.repr(future._result)}')
    if future._callbacks:
        info.append(_format_callbacks(future._callbacks))
    if future._source_traceback:
        made = future._source_traceback[-1]
        info.append(f'created at {made[0]}:{made[1]}')
    return info


@reprlib.recursive_repr()
def _future_repr(future):
    return f"<{future.__class__.__name__} {' '.join(_future_repr_info(future))}>"
