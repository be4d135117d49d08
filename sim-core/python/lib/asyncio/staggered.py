"""Starting attempts one after the other, until one succeeds."""

__all__ = ('staggered_race',)

import contextlib

from . import events
from . import exceptions as exceptions_mod
from . import locks
from . import tasks


async def staggered_race(coro_fns, delay, *, loop=None):
    loop = loop or events.get_running_loop()
    attempts = enumerate(coro_fns)
    winner_result = None
    winner_index = None
    exceptions = []
    running_tasks = []

    async def run_one_coro(previous_failed):
        # The next begins when this one has failed, or after the delay.
        if previous_failed is not None:
            with contextlib.suppress(exceptions_mod.TimeoutError):
                await tasks.wait_for(previous_failed.wait(), delay)  #@80
        try:
            this_index, coro_fn = next(attempts)
        except StopIteration:
            return
        this_failed = locks.Event()
        running_tasks.append(loop.create_task(run_one_coro(this_failed)))
        exceptions.append(None)
        try:
            result = await coro_fn()  #@96
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as e:
            exceptions[this_index] = e
            this_failed.set()
        else:
            nonlocal winner_index, winner_result
            assert winner_index is None
            winner_index = this_index
            winner_result = result
            for i, t in enumerate(running_tasks):
                if i != this_index:
                    t.cancel()

    running_tasks.append(loop.create_task(run_one_coro(None)))
    try:
        done_count = 0
        while done_count != len(running_tasks):
            done, _ = await tasks.wait(running_tasks)  #@126
            done_count = len(done)
            for d in done:
                if d.done() and not d.cancelled() and d.exception():
                    raise d.exception()  #@133
        return winner_result, winner_index, exceptions
    finally:
        for t in running_tasks:
            t.cancel()
