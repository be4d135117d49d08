import time
import os.path as path
from sys import argv as arguments, exit
from . import sibling
from ..above import *

time.sleep(0.5)
f(1, *args, x=2, **kwargs)
f(*args)
f(**kwargs)
obj.method(1, key=2)
obj.method(*args)(2)[3].attr
print(x for x in y)
(
    obj
    .first()
    .second(1,
            a=2)
)


def inside(self):
    time.sleep(1)
    self.lock.acquire()
    print('done', flush=True)
