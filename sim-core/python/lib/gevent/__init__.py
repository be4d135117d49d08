"""gevent: greenlets that switch to a hub where they would wait. Streams over the loop-back network; no other hosts, processes, files."""

from sys import getswitchinterval, setswitchinterval

from gevent._hub_local import get_hub
from gevent.hub import GreenletExit, getcurrent, idle, iwait, kill, reinit, sleep, spawn_raw, wait
from gevent.timeout import Timeout, with_timeout
from gevent.greenlet import Greenlet, joinall, killall
from gevent import event, exceptions, lock, queue

__version__ = '22.10.2'
version_info = (20, 0, 0, 'a', 0)
__all__ = ['Greenlet', 'GreenletExit', 'Timeout', 'get_hub', 'getcurrent', 'getswitchinterval', 'idle', 'iwait', 'joinall', 'kill',
           'killall', 'reinit', 'setswitchinterval', 'sleep', 'spawn', 'spawn_later', 'spawn_raw', 'wait', 'with_timeout']

spawn = Greenlet.spawn
spawn_later = Greenlet.spawn_later
