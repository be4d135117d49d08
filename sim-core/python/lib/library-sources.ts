/** The modules of our library that are Python in CPython: their text, by the name programs import them by. */
import { dataModules, dataPackages } from './data-sources.ts';
import privateFuture from './__future__.py?raw';
import privateCollectionsAbc from './_collections_abc.py?raw';
import privateWeakrefset from './_weakrefset.py?raw';
import abc from './abc.py?raw';
import array from './array.py?raw';
import asyncio from './asyncio/__init__.py?raw';
import asyncioBaseEvents from './asyncio/base_events.py?raw';
import asyncioBaseFutures from './asyncio/base_futures.py?raw';
import asyncioBaseTasks from './asyncio/base_tasks.py?raw';
import asyncioConstants from './asyncio/constants.py?raw';
import asyncioCoroutines from './asyncio/coroutines.py?raw';
import asyncioEvents from './asyncio/events.py?raw';
import asyncioExceptions from './asyncio/exceptions.py?raw';
import asyncioFormatHelpers from './asyncio/format_helpers.py?raw';
import asyncioFutures from './asyncio/futures.py?raw';
import asyncioLocks from './asyncio/locks.py?raw';
import asyncioLog from './asyncio/log.py?raw';
import asyncioMixins from './asyncio/mixins.py?raw';
import asyncioProtocols from './asyncio/protocols.py?raw';
import asyncioQueues from './asyncio/queues.py?raw';
import asyncioRunners from './asyncio/runners.py?raw';
import asyncioSelectorEvents from './asyncio/selector_events.py?raw';
import asyncioStaggered from './asyncio/staggered.py?raw';
import asyncioStreams from './asyncio/streams.py?raw';
import asyncioTaskgroups from './asyncio/taskgroups.py?raw';
import asyncioTasks from './asyncio/tasks.py?raw';
import asyncioThreads from './asyncio/threads.py?raw';
import asyncioTimeouts from './asyncio/timeouts.py?raw';
import asyncioTransports from './asyncio/transports.py?raw';
import asyncioTrsock from './asyncio/trsock.py?raw';
import asyncioUnixEvents from './asyncio/unix_events.py?raw';
import base64 from './base64.py?raw';
import binascii from './binascii.py?raw';
import bisect from './bisect.py?raw';
import calendar from './calendar.py?raw';
import cmath from './cmath.py?raw';
import codecs from './codecs.py?raw';
import collections from './collections/__init__.py?raw';
import collectionsAbc from './collections/abc.py?raw';
import concurrent from './concurrent/__init__.py?raw';
import concurrentFutures from './concurrent/futures/__init__.py?raw';
import concurrentFuturesBase from './concurrent/futures/_base.py?raw';
import concurrentFuturesProcess from './concurrent/futures/process.py?raw';
import concurrentFuturesThread from './concurrent/futures/thread.py?raw';
import contextlib from './contextlib.py?raw';
import contextvars from './contextvars.py?raw';
import copyModule from './copy.py?raw';
import copyreg from './copyreg.py?raw';
import csvModule from './csv.py?raw';
import dataclasses from './dataclasses.py?raw';
import datetime from './datetime.py?raw';
import enumModule from './enum.py?raw';
import errno from './errno.py?raw';
import fnmatch from './fnmatch.py?raw';
import fractions from './fractions.py?raw';
import functools from './functools.py?raw';
import gc from './gc.py?raw';
import gevent from './gevent/__init__.py?raw';
import geventAbstractLinkable from './gevent/_abstract_linkable.py?raw';
import geventHubLocal from './gevent/_hub_local.py?raw';
import geventImap from './gevent/_imap.py?raw';
import geventLoop from './gevent/_loop.py?raw';
import geventSemaphore from './gevent/_semaphore.py?raw';
import geventWaiter from './gevent/_waiter.py?raw';
import geventEvent from './gevent/event.py?raw';
import geventExceptions from './gevent/exceptions.py?raw';
import geventGreenlet from './gevent/greenlet.py?raw';
import geventHub from './gevent/hub.py?raw';
import geventLocal from './gevent/local.py?raw';
import geventLock from './gevent/lock.py?raw';
import geventMonkey from './gevent/monkey.py?raw';
import geventPool from './gevent/pool.py?raw';
import geventQueue from './gevent/queue.py?raw';
import geventThread from './gevent/thread.py?raw';
import geventThreading from './gevent/threading.py?raw';
import geventBaseserver from './gevent/baseserver.py?raw';
import geventSelect from './gevent/select.py?raw';
import geventServer from './gevent/server.py?raw';
import geventSocket from './gevent/socket.py?raw';
import geventSocket3 from './gevent/_socket3.py?raw';
import geventThreadpool from './gevent/threadpool.py?raw';
import geventTime from './gevent/time.py?raw';
import geventTimeout from './gevent/timeout.py?raw';
import genericpath from './genericpath.py?raw';
import getopt from './getopt.py?raw';
import getpass from './getpass.py?raw';
import gettext from './gettext.py?raw';
import globModule from './glob.py?raw';
import graphlib from './graphlib.py?raw';
import hashlib from './hashlib.py?raw';
import heapq from './heapq.py?raw';
import htmlModule from './html/__init__.py?raw';
import inspect from './inspect.py?raw';
import io from './io.py?raw';
import json from './json/__init__.py?raw';
import jsonDecoder from './json/decoder.py?raw';
import jsonEncoder from './json/encoder.py?raw';
import keyword from './keyword.py?raw';
import linecache from './linecache.py?raw';
import locale from './locale.py?raw';
import logging from './logging/__init__.py?raw';
import loggingConfig from './logging/config.py?raw';
import loggingHandlers from './logging/handlers.py?raw';
import numbers from './numbers.py?raw';
import operator from './operator.py?raw';
import os from './os.py?raw';
import pathlib from './pathlib.py?raw';
import platform from './platform.py?raw';
import posixpath from './posixpath.py?raw';
import pprint from './pprint.py?raw';
import queue from './queue.py?raw';
import random from './random.py?raw';
import re from './re.py?raw';
import reprlib from './reprlib.py?raw';
import sched from './sched.py?raw';
import secrets from './secrets.py?raw';
import shutil from './shutil.py?raw';
import statModule from './stat.py?raw';
import selectors from './selectors.py?raw';
import shlex from './shlex.py?raw';
import signal from './signal.py?raw';
import socket from './socket.py?raw';
import statistics from './statistics.py?raw';
import stringModule from './string.py?raw';
import struct from './struct.py?raw';
import tempfile from './tempfile.py?raw';
import textwrap from './textwrap.py?raw';
import threading from './threading.py?raw';
import timeit from './timeit.py?raw';
import traceback from './traceback.py?raw';
import types from './types.py?raw';
import typing from './typing.py?raw';
import urllib from './urllib/__init__.py?raw';
import urllibParse from './urllib/parse.py?raw';
import uuid from './uuid.py?raw';
import warnings from './warnings.py?raw';
import weakref from './weakref.py?raw';
import zlib from './zlib.py?raw';

export interface LibrarySource {
  /** Relative to the library folder, as tracebacks show it. */
  readonly path: string;
  readonly text: string;
}

const modules: ReadonlyMap<string, string> = new Map([
  ['__future__', privateFuture],
  ['_collections_abc', privateCollectionsAbc],
  ['_weakrefset', privateWeakrefset],
  ['abc', abc],
  ['array', array],
  ['asyncio.base_events', asyncioBaseEvents],
  ['asyncio.base_futures', asyncioBaseFutures],
  ['asyncio.base_tasks', asyncioBaseTasks],
  ['asyncio.constants', asyncioConstants],
  ['asyncio.coroutines', asyncioCoroutines],
  ['asyncio.events', asyncioEvents],
  ['asyncio.exceptions', asyncioExceptions],
  ['asyncio.format_helpers', asyncioFormatHelpers],
  ['asyncio.futures', asyncioFutures],
  ['asyncio.locks', asyncioLocks],
  ['asyncio.log', asyncioLog],
  ['asyncio.mixins', asyncioMixins],
  ['asyncio.protocols', asyncioProtocols],
  ['asyncio.queues', asyncioQueues],
  ['asyncio.runners', asyncioRunners],
  ['asyncio.selector_events', asyncioSelectorEvents],
  ['asyncio.staggered', asyncioStaggered],
  ['asyncio.streams', asyncioStreams],
  ['asyncio.taskgroups', asyncioTaskgroups],
  ['asyncio.tasks', asyncioTasks],
  ['asyncio.threads', asyncioThreads],
  ['asyncio.timeouts', asyncioTimeouts],
  ['asyncio.transports', asyncioTransports],
  ['asyncio.trsock', asyncioTrsock],
  ['asyncio.unix_events', asyncioUnixEvents],
  ['base64', base64],
  ['binascii', binascii],
  ['bisect', bisect],
  ['calendar', calendar],
  ['cmath', cmath],
  ['codecs', codecs],
  ['collections.abc', collectionsAbc],
  ['concurrent.futures._base', concurrentFuturesBase],
  ['concurrent.futures.process', concurrentFuturesProcess],
  ['concurrent.futures.thread', concurrentFuturesThread],
  ['contextlib', contextlib],
  ['contextvars', contextvars],
  ['copy', copyModule],
  ['copyreg', copyreg],
  ['csv', csvModule],
  ['dataclasses', dataclasses],
  ['datetime', datetime],
  ['enum', enumModule],
  ['errno', errno],
  ['fnmatch', fnmatch],
  ['fractions', fractions],
  ['functools', functools],
  ['gc', gc],
  ['genericpath', genericpath],
  ['getopt', getopt],
  ['getpass', getpass],
  ['gettext', gettext],
  ['gevent._abstract_linkable', geventAbstractLinkable],
  ['gevent._hub_local', geventHubLocal],
  ['gevent._imap', geventImap],
  ['gevent._loop', geventLoop],
  ['gevent._semaphore', geventSemaphore],
  ['gevent._waiter', geventWaiter],
  ['gevent.event', geventEvent],
  ['gevent.exceptions', geventExceptions],
  ['gevent.greenlet', geventGreenlet],
  ['gevent.hub', geventHub],
  ['gevent.local', geventLocal],
  ['gevent.lock', geventLock],
  ['gevent.monkey', geventMonkey],
  ['gevent.pool', geventPool],
  ['gevent.queue', geventQueue],
  ['gevent.thread', geventThread],
  ['gevent.threading', geventThreading],
  ['gevent.baseserver', geventBaseserver],
  ['gevent.select', geventSelect],
  ['gevent.server', geventServer],
  ['gevent.socket', geventSocket],
  ['gevent._socket3', geventSocket3],
  ['gevent.threadpool', geventThreadpool],
  ['gevent.time', geventTime],
  ['gevent.timeout', geventTimeout],
  ['glob', globModule],
  ['graphlib', graphlib],
  ['hashlib', hashlib],
  ['heapq', heapq],
  ['inspect', inspect],
  ['io', io],
  ['json.decoder', jsonDecoder],
  ['json.encoder', jsonEncoder],
  ['keyword', keyword],
  ['linecache', linecache],
  ['locale', locale],
  ['logging.config', loggingConfig],
  ['logging.handlers', loggingHandlers],
  ['numbers', numbers],
  ['operator', operator],
  ['os', os],
  ['pathlib', pathlib],
  ['platform', platform],
  ['posixpath', posixpath],
  ['pprint', pprint],
  ['queue', queue],
  ['random', random],
  ['re', re],
  ['reprlib', reprlib],
  ['sched', sched],
  ['secrets', secrets],
  ['selectors', selectors],
  ['shlex', shlex],
  ['shutil', shutil],
  ['signal', signal],
  ['socket', socket],
  ['stat', statModule],
  ['statistics', statistics],
  ['string', stringModule],
  ['struct', struct],
  ['tempfile', tempfile],
  ['textwrap', textwrap],
  ['threading', threading],
  ['timeit', timeit],
  ['traceback', traceback],
  ['types', types],
  ['typing', typing],
  ['urllib.parse', urllibParse],
  ['uuid', uuid],
  ['warnings', warnings],
  ['weakref', weakref],
  ['zlib', zlib],
]);
const packages: ReadonlyMap<string, string> = new Map([
  ['asyncio', asyncio],
  ['collections', collections],
  ['concurrent', concurrent],
  ['concurrent.futures', concurrentFutures],
  ['gevent', gevent],
  ['html', htmlModule],
  ['json', json],
  ['logging', logging],
  ['urllib', urllib],
]);

export function librarySource(name: string): LibrarySource | undefined {
  const path = name.split('.').join('/');
  const module = modules.get(name) ?? dataModules.get(name);
  if (module !== undefined) return { path: `${path}.py`, text: module };
  const text = packages.get(name) ?? dataPackages.get(name);
  return text === undefined ? undefined : { path: `${path}/__init__.py`, text };
}
