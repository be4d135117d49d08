"""ProcessPoolExecutor: known by name, so that everything can be imported at once; processes are simulated elsewhere or not at all."""

from concurrent.futures import _base


class BrokenProcessPool(_base.BrokenExecutor):
    'A process of the pool ended abruptly.'


class ProcessPoolExecutor(_base.Executor):
    def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None):
        import multiprocessing
