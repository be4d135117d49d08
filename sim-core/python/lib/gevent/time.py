"""The module time; only sleep waits."""

from time import *
from gevent.hub import sleep

__implements__ = ['sleep']
__all__ = __implements__
