"""How long small pieces of code take, in virtual time."""

import time
import itertools

__all__ = ['Timer', 'timeit', 'repeat', 'default_timer']

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


class Timer:
    def __init__(self, stmt='pass', setup='pass', timer=default_timer, globals=None):
        self.timer = timer
        namespace = {} if globals is None else globals
        names = {}
        params = '_it, _timer'
        body = []
        if callable(setup):
            names['_setup'] = setup
            params += ', _setup=_setup'
            setup = '_setup()'
        if callable(stmt):
            names['_stmt'] = stmt
            params += ', _stmt=_stmt'
            stmt = '_stmt()'
        text = f'def inner({params}):\n    ' + setup.replace('\n', '\n    ') + '\n    _t0 = _timer()\n    for _i in _it:\n        ' + \
            stmt.replace('\n', '\n        ') + '\n        pass\n    _t1 = _timer()\n    return _t1 - _t0\n'
        own = {**namespace, **names}
        exec(compile(text, '<timeit-src>', 'exec'), own)
        self.inner = own['inner']

    def timeit(self, number=default_number):
        return self.inner(itertools.repeat(None, number), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for i in range(repeat)]

    def autorange(self, callback=None):
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10


def timeit(stmt='pass', setup='pass', timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt='pass', setup='pass', timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
