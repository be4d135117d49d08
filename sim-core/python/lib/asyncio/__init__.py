"""Tasks that take turns in one thread: CPython 3.13's asyncio."""

from .base_events import *
from .coroutines import *
from .events import *
from .exceptions import *
from .futures import *
from .locks import *
from .protocols import *
from .queues import *
from .runners import *
from .streams import *
from .taskgroups import *
from .tasks import *
from .threads import *
from .timeouts import *
from .transports import *
from .unix_events import *

__all__ = (base_events.__all__ + coroutines.__all__ + events.__all__ + exceptions.__all__ + futures.__all__
           + locks.__all__ + protocols.__all__ + queues.__all__ + runners.__all__ + streams.__all__
           + taskgroups.__all__ + tasks.__all__ + threads.__all__ + timeouts.__all__ + transports.__all__
           + unix_events.__all__)


def __getattr__(name):
    # Subprocesses are loaded when they are asked for.
    if name in ('subprocess', 'create_subprocess_exec', 'create_subprocess_shell'):
        import asyncio.subprocess
        module = globals()['subprocess']
        return module if name == 'subprocess' else getattr(module, name)
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
