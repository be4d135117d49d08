"""Handlers of logging beyond streams and files.

Leaves out: handlers for sockets, syslog, mail, HTTP and Windows.
"""

import copy
import logging
import os
import re
import threading
import time

_MIDNIGHT = 24 * 60 * 60
DEFAULT_TCP_LOGGING_PORT = 9020
DEFAULT_UDP_LOGGING_PORT = 9021
DEFAULT_HTTP_LOGGING_PORT = 9022
DEFAULT_SOAP_LOGGING_PORT = 9023
SYSLOG_UDP_PORT = 514
SYSLOG_TCP_PORT = 514


class BaseRotatingHandler(logging.FileHandler):
    """A file that is put aside and begun anew."""

    namer = None
    rotator = None

    def __init__(self, filename, mode, encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)

    def emit(self, record):
        try:
            if self.shouldRollover(record):
                self.doRollover()
            logging.FileHandler.emit(self, record)
        except Exception:
            self.handleError(record)

    def rotation_filename(self, default_name):
        return self.namer(default_name) if callable(self.namer) else default_name

    def rotate(self, source, dest):
        if callable(self.rotator):
            self.rotator(source, dest)
        elif os.path.exists(source):
            os.rename(source, dest)

    def _begin_anew(self):
        if not self.delay:
            self.stream = self._open()

    def _end(self):
        if self.stream:
            self.stream.close()
            self.stream = None


class RotatingFileHandler(BaseRotatingHandler):
    """Begins a new file where the next record would make it too long."""

    def __init__(self, filename, mode='a', maxBytes=0, backupCount=0, encoding=None, delay=False, errors=None):
        if maxBytes > 0:
            mode = 'a'
        BaseRotatingHandler.__init__(self, filename, mode, encoding=encoding, delay=delay, errors=errors)
        self.maxBytes = maxBytes
        self.backupCount = backupCount

    def doRollover(self):
        self._end()
        if self.backupCount > 0:
            for i in range(self.backupCount - 1, 0, -1):
                source = self.rotation_filename('%s.%d' % (self.baseFilename, i))
                target = self.rotation_filename('%s.%d' % (self.baseFilename, i + 1))
                if os.path.exists(source):
                    if os.path.exists(target):
                        os.remove(target)
                    os.rename(source, target)
            first = self.rotation_filename(self.baseFilename + '.1')
            if os.path.exists(first):
                os.remove(first)
            self.rotate(self.baseFilename, first)
        self._begin_anew()

    def shouldRollover(self, record):
        if self.stream is None:
            self.stream = self._open()
        if self.maxBytes <= 0:
            return False
        position = self.stream.tell()
        if not position:
            return False
        return position + len('%s\n' % self.format(record)) >= self.maxBytes


class TimedRotatingFileHandler(BaseRotatingHandler):
    """Begins a new file after so many seconds, minutes, hours, days, at midnight or on a day of the week."""

    _UNITS = {'S': (1, '%Y-%m-%d_%H-%M-%S', r'(?<!\d)\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}(?!\d)'),
              'M': (60, '%Y-%m-%d_%H-%M', r'(?<!\d)\d{4}-\d{2}-\d{2}_\d{2}-\d{2}(?!\d)'),
              'H': (60 * 60, '%Y-%m-%d_%H', r'(?<!\d)\d{4}-\d{2}-\d{2}_\d{2}(?!\d)'),
              'D': (_MIDNIGHT, '%Y-%m-%d', r'(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)'),
              'MIDNIGHT': (_MIDNIGHT, '%Y-%m-%d', r'(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)')}

    def __init__(self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False,
                 atTime=None, errors=None):
        self.when = when.upper()
        self.backupCount = backupCount
        self.utc = utc
        self.atTime = atTime
        if self.when in self._UNITS:
            seconds, self.suffix, pattern = self._UNITS[self.when]
        elif self.when.startswith('W'):
            if len(self.when) != 2:
                raise ValueError('You must specify a day for weekly rollover from 0 to 6 (0 is Monday): %s' % self.when)
            if self.when[1] < '0' or self.when[1] > '6':
                raise ValueError('Invalid day specified for weekly rollover: %s' % self.when)
            self.dayOfWeek = int(self.when[1])
            seconds, self.suffix, pattern = 7 * _MIDNIGHT, *self._UNITS['D'][1:]
        else:
            raise ValueError('Invalid rollover interval specified: %s' % self.when)
        self.extMatch = re.compile(pattern, re.ASCII)
        self.interval = seconds * interval
        BaseRotatingHandler.__init__(self, filename, 'a', encoding=encoding, delay=delay, errors=errors)
        start = int(os.stat(self.baseFilename).st_mtime) if os.path.exists(self.baseFilename) else int(time.time())
        self.rolloverAt = self.computeRollover(start)

    def computeRollover(self, currentTime):
        if self.when != 'MIDNIGHT' and not self.when.startswith('W'):
            return currentTime + self.interval
        moment = time.gmtime(currentTime)
        at = self.atTime
        rotate_at = _MIDNIGHT if at is None else (at.hour * 60 + at.minute) * 60 + at.second
        passed = (moment.tm_hour * 60 + moment.tm_min) * 60 + moment.tm_sec
        left = rotate_at - passed
        weekday = moment.tm_wday
        if left <= 0:
            left += _MIDNIGHT
            weekday = (weekday + 1) % 7
        result = currentTime + left
        if self.when.startswith('W'):
            if weekday != self.dayOfWeek:
                result += (self.dayOfWeek - weekday) % 7 * _MIDNIGHT
            result += self.interval - 7 * _MIDNIGHT
        else:
            result += self.interval - _MIDNIGHT
        return result

    def shouldRollover(self, record):
        return int(time.time()) >= self.rolloverAt

    def getFilesToDelete(self):
        folder, base = os.path.split(self.baseFilename)
        prefix = base + '.'
        found = [os.path.join(folder, name) for name in os.listdir(folder)
                 if name.startswith(prefix) and self.extMatch.fullmatch(name[len(prefix):])]
        return sorted(found)[:max(0, len(found) - self.backupCount)]

    def doRollover(self):
        now = int(time.time())
        began = self.rolloverAt - self.interval
        target = self.rotation_filename(self.baseFilename + '.' + time.strftime(self.suffix, time.gmtime(began)))
        if os.path.exists(target):
            return
        self._end()
        self.rotate(self.baseFilename, target)
        if self.backupCount > 0:
            for name in self.getFilesToDelete():
                os.remove(name)
        self._begin_anew()
        self.rolloverAt = self.computeRollover(now)
        while self.rolloverAt <= now:
            self.rolloverAt += self.interval


class WatchedFileHandler(logging.FileHandler):
    """Opens its file again where another has taken its place."""

    def __init__(self, filename, mode='a', encoding=None, delay=False, errors=None):
        logging.FileHandler.__init__(self, filename, mode=mode, encoding=encoding, delay=delay, errors=errors)
        self._place = self._where()

    def _where(self):
        try:
            status = os.stat(self.baseFilename)
            return status.st_dev, status.st_ino
        except FileNotFoundError:
            return None

    def reopenIfNeeded(self):
        if self.stream is not None and self._where() != self._place:
            self.stream.flush()
            self.stream.close()
            self.stream = self._open()
            self._place = self._where()

    def emit(self, record):
        self.reopenIfNeeded()
        logging.FileHandler.emit(self, record)


class BufferingHandler(logging.Handler):
    """Keeps records until there are enough of them."""

    def __init__(self, capacity):
        logging.Handler.__init__(self)
        self.capacity = capacity
        self.buffer = []

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity

    def emit(self, record):
        self.buffer.append(record)
        if self.shouldFlush(record):
            self.flush()

    def flush(self):
        with self.lock:
            self.buffer.clear()

    def close(self):
        try:
            self.flush()
        finally:
            logging.Handler.close(self)


class MemoryHandler(BufferingHandler):
    """Keeps records and gives them to another handler when there are enough, or one is grave."""

    def __init__(self, capacity, flushLevel=logging.ERROR, target=None, flushOnClose=True):
        BufferingHandler.__init__(self, capacity)
        self.flushLevel = flushLevel
        self.target = target
        self.flushOnClose = flushOnClose

    def shouldFlush(self, record):
        return len(self.buffer) >= self.capacity or record.levelno >= self.flushLevel

    def setTarget(self, target):
        with self.lock:
            self.target = target

    def flush(self):
        with self.lock:
            if self.target:
                for record in self.buffer:
                    self.target.handle(record)
                self.buffer.clear()

    def close(self):
        try:
            if self.flushOnClose:
                self.flush()
        finally:
            with self.lock:
                self.target = None
                BufferingHandler.close(self)


class QueueHandler(logging.Handler):
    """Puts records into a queue, for a thread or process that writes them."""

    def __init__(self, queue):
        logging.Handler.__init__(self)
        self.queue = queue
        self.listener = None

    def enqueue(self, record):
        self.queue.put_nowait(record)

    def prepare(self, record):
        message = self.format(record)
        record = copy.copy(record)
        record.message = message
        record.msg = message
        record.args = None
        record.exc_info = None
        record.exc_text = None
        record.stack_info = None
        return record

    def emit(self, record):
        try:
            self.enqueue(self.prepare(record))
        except Exception:
            self.handleError(record)


class QueueListener:
    """A thread that takes records out of a queue and gives them to handlers."""

    _sentinel = None

    def __init__(self, queue, *handlers, respect_handler_level=False):
        self.queue = queue
        self.handlers = handlers
        self._thread = None
        self.respect_handler_level = respect_handler_level

    def dequeue(self, block):
        return self.queue.get(block)

    def start(self):
        self._thread = thread = threading.Thread(target=self._monitor)
        thread.daemon = True
        thread.start()

    def prepare(self, record):
        return record

    def handle(self, record):
        record = self.prepare(record)
        for handler in self.handlers:
            if not self.respect_handler_level or record.levelno >= handler.level:
                handler.handle(record)

    def _monitor(self):
        queue = self.queue
        has_task_done = hasattr(queue, 'task_done')
        while True:
            try:
                record = self.dequeue(True)
                if record is self._sentinel:
                    if has_task_done:
                        queue.task_done()
                    break
                self.handle(record)
                if has_task_done:
                    queue.task_done()
            except Exception as error:
                if type(error).__name__ != 'Empty':
                    raise
                break

    def enqueue_sentinel(self):
        self.queue.put_nowait(self._sentinel)

    def stop(self):
        if self._thread:
            self.enqueue_sentinel()
            self._thread.join()
            self._thread = None
