"""What greenlets can wait for: a list of links, called by the hub when it is ready."""

import sys
from _thread import get_ident as _get_thread_ident
from greenlet import error as greenlet_error, getcurrent

from gevent._hub_local import get_hub, get_hub_if_exists
from gevent.exceptions import InvalidSwitchError, InvalidThreadUseError
from gevent.timeout import Timeout

__all__ = ['AbstractLinkable']


class AbstractLinkable:
    def __init__(self, hub=None):
        self._links = []
        self._notifier = None
        self._notify_all = True
        self.hub = hub

    def linkcount(self):
        return len(self._links)

    def ready(self):
        raise NotImplementedError

    def rawlink(self, callback):
        if not callable(callback):
            raise TypeError(f'Expected callable: {callback!r}')
        self._links.append(callback)
        self._check_and_notify()

    def unlink(self, callback):
        try:
            self._links.remove(callback)
        except ValueError:
            pass
        if not self._links and self._notifier is not None and self._notifier.pending:
            # Nobody is left to be told.
            self._notifier.stop()

    def _capture_hub(self, create):
        """Binds the object to the hub of the thread that uses it first."""
        if self.hub is not None and self.hub.dead:
            self.hub = None
        if self.hub is None:
            self.hub = get_hub() if create else get_hub_if_exists()
        if self.hub is not None and self.hub.thread_ident != _get_thread_ident():
            raise InvalidThreadUseError(self.hub, get_hub_if_exists(), getcurrent())
        return self.hub

    def _check_and_notify(self):
        if not (self.ready() and self._links) or self._notifier:
            return
        try:
            hub = self._capture_hub(False)
        except InvalidThreadUseError:
            self._notifier = self.hub.loop.run_callback_threadsafe(self._notify_links, [])
            return
        if hub is not None:
            self._notifier = hub.loop.run_callback(self._notify_links, [])
            return
        self._notifier = 1
        try:
            self._notify_links([])
        finally:
            self._notifier = None

    def _notify_link_list(self, links):
        """Calls each link once, those that were there at the beginning; a lock stops when it has been taken."""
        if not links:
            return []
        last = links[-1]
        done = set()
        unswitched = []
        while links:
            if not self._notify_all and not self.ready():
                break
            link = links.pop(0)
            if id(link) not in done:
                done.add(id(link))
                try:
                    link(self)
                except greenlet_error:
                    unswitched.append(link)
                except:
                    hub = self.hub if self.hub is not None else get_hub_if_exists()
                    hub.handle_error((link, self), *sys.exc_info())
            if link is last:
                break
        return unswitched

    def _notify_links(self, arrived_while_waiting):
        if self._notifier is None:
            self._check_and_notify()
            return
        try:
            unswitched = self._notify_link_list(self._links)
            if arrived_while_waiting:
                unswitched.extend(self._notify_link_list(arrived_while_waiting))
                self._links.extend(arrived_while_waiting)
        finally:
            self._notifier = None
        self._check_and_notify()
        if unswitched:
            self._handle_unswitched_notifications(unswitched)

    def _handle_unswitched_notifications(self, unswitched):
        """Greenlets of other threads are switched to by their own hub."""
        for link in unswitched:
            waiting = getattr(link, '__self__', None)
            hub = getattr(waiting, 'parent', None)
            if hub is not None and hasattr(hub, 'loop'):
                hub.loop.run_callback_threadsafe(link, self)

    def _quiet_unlink_all(self, link):
        if link is None:
            return
        self.unlink(link)
        if self._notifier is not None and self._notifier.args:
            try:
                self._notifier.args[0].remove(link)
            except ValueError:
                pass

    def _wait_to_be_notified(self, rawlink):
        resume = getcurrent().switch
        if rawlink:
            self.rawlink(resume)
        else:
            self._notifier.args[0].append(resume)
        try:
            self._switch_to_hub(self.hub)
            resume = None
        finally:
            self._quiet_unlink_all(resume)

    def _switch_to_hub(self, hub):
        result = hub.switch()
        if result is not self:
            raise InvalidSwitchError(f'Invalid switch into {type(self).__name__}.wait(): {result!r}')

    def _wait_core(self, timeout, catch=Timeout):
        with Timeout._start_new_or_dummy(timeout) as timer:
            try:
                self._wait_to_be_notified(True)
                return True
            except catch as ex:
                if ex is not timer:
                    raise
                return False

    def _wait_return_value(self, waited, wait_success):
        return None

    def _wait(self, timeout=None):
        self._capture_hub(True)
        if self.ready():
            result = self._wait_return_value(False, False)
            if self._notifier:
                # The links of those who waited before are called first.
                self._wait_to_be_notified(False)
            return result
        return self._wait_return_value(True, self._wait_core(timeout))

    def _at_fork_reinit(self):
        self.hub = None
        self._notifier = None
