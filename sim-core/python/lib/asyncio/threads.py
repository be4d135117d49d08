"""Running blocking functions beside the loop."""

import contextvars
import functools

from . import events

__all__ = ('to_thread',)


async def to_thread(func, /, *args, **kwargs):
    loop = events.get_running_loop()
    ctx = contextvars.copy_context()  #@23
    func_call = functools.partial(ctx.run, func, *args, **kwargs)  #@24
    return await loop.run_in_executor(None, func_call)  #@25
