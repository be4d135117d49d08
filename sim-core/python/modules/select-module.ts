/** The module `select`: select and epoll. Models: Modules/selectmodule.c on Linux; epoll waits whole milliseconds, rounded up. */
import { Epoll, epollEvents } from '../../kernel/files/epoll.ts';
import type { ReadyFile } from '../../kernel/files/epoll.ts';
import { machineCosts } from '../../kernel/machine-costs.ts';
import { WaitQueue } from '../../kernel/wait-queue.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import {
  attribute,
  between,
  constructor,
  exactly,
  method,
  methodSteps,
  named,
  nativeSteps,
} from '../builtins/define.ts';
import { lookupAttribute, pendingLookup } from '../vm/attributes.ts';
import { callSteps } from '../vm/invoke.ts';
import { iterateAll } from '../vm/iterate-all.ts';
import { osError } from '../vm/os-error.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { WatchCall } from '../vm/watch-call.ts';
import type { WatchedFile } from '../vm/watch-call.ts';
import { fillModule, nativeClass } from './native-class.ts';
import { floatOf, plainIndex } from './native-numbers.ts';

const epollType = nativeClass('select', 'epoll');

/** epoll_create1 with all that belongs to it. */
const createNs = 10_000;
const closeNs = 4_000;
/** What a registered descriptor costs at each look, and what a ready one does. */
const perReadyNs = 60;

class EpollObject extends PyInstance {
  readonly epoll: Epoll;
  /** -1 once it is closed. */
  descriptor: number;

  constructor(type: PyType, epoll: Epoll, descriptor: number) {
    super(type);
    this.epoll = epoll;
    this.descriptor = descriptor;
  }
}

class EpollWait extends WatchCall {
  private readonly epoll: Epoll;
  private readonly most: number;
  private found: readonly ReadyFile[] = [];

  constructor(epoll: Epoll, most: number, timeoutNs: number | null) {
    super(timeoutNs, epoll.resource);
    this.epoll = epoll;
    this.most = most;
  }

  protected look(): boolean {
    this.found = this.epoll.ready(this.most);
    return this.found.length > 0;
  }

  protected queue(): WaitQueue {
    return this.epoll.queue;
  }

  protected lookNs(): number {
    return perReadyNs;
  }

  protected over(): void {
    this.found = this.epoll.ready(this.most);
  }

  finish(): Value {
    return new PyList(this.found.map(({ descriptor, events }) => new PyTuple([descriptor, events])));
  }
}

const own = (self: Value | undefined): EpollObject => {
  const object = self as EpollObject;
  if (object.descriptor < 0) throw raised('ValueError', 'I/O operation on closed epoll object');
  return object;
};

/** For generator bodies: a descriptor, or an object with a fileno(). */
function* descriptorSteps(thread: PyThread, given: Value): Generator<undefined, number, Value> {
  const fileno = typeof given === 'number' ? undefined : lookupAttribute(thread, given, 'fileno');
  if (fileno === undefined) {
    if (typeof given !== 'number') throw raised('TypeError', 'argument must be an int, or have a fileno() method.');
    return checked(given);
  }
  const bound: Value = fileno === pendingLookup ? yield : fileno;
  return checked(plainIndex(yield* callSteps(thread, bound, [])));
}

function checked(descriptor: number): number {
  if (descriptor < 0) throw raised('ValueError', `file descriptor cannot be a negative integer (${descriptor})`);
  return descriptor;
}

function fileAt(thread: PyThread, descriptor: number) {
  const file = thread.interpreter.process.descriptors.get(descriptor);
  if (file === null) throw osError('EBADF');
  return file;
}

/** Seconds as the whole milliseconds that epoll_wait waits; null for ever. */
function wholeMilliseconds(timeout: Value): number | null {
  if (timeout === null) return null;
  const seconds = floatOf(timeout);
  if (seconds === null) throw raised('TypeError', `timeout must be an integer or None`);
  return seconds < 0 ? null : Math.ceil(Math.round(seconds * 1e9) / 1e6) * 1e6;
}

constructor(epollType, between(0, 2), (thread, args) => {
  const { kernel, interpreter } = thread;
  kernel.spend(createNs);
  const epoll = new Epoll(kernel.recorder.resource('socket', interpreter.process.id, true));
  const descriptor = interpreter.process.descriptors.open(epoll);
  kernel.recorder.nameResource(epoll.resource, 'epoll', true);
  return new EpollObject(args[0] as PyType, epoll, descriptor);
});
methodSteps(epollType, 'register', named(1, 'fd', 'eventmask'), function* register(thread, args) {
  const { epoll } = own(args[0]);
  const descriptor = yield* descriptorSteps(thread, args[1] as Value);
  const file = fileAt(thread, descriptor);
  thread.kernel.spend(machineCosts.syscallNs);
  if (epoll.interestIn(descriptor) !== undefined) throw osError('EEXIST');
  epoll.add(thread.kernel, descriptor, file, (args[2] ?? 7) as number);
  return null;
});
methodSteps(epollType, 'modify', named(2, 'fd', 'eventmask'), function* modify(thread, args) {
  const { epoll } = own(args[0]);
  const interest = epoll.interestIn(yield* descriptorSteps(thread, args[1] as Value));
  thread.kernel.spend(machineCosts.syscallNs);
  if (interest === undefined) throw osError('ENOENT');
  epoll.modify(thread.kernel, interest, args[2] as number);
  return null;
});
methodSteps(epollType, 'unregister', named(1, 'fd'), function* unregister(thread, args) {
  const { epoll } = own(args[0]);
  const interest = epoll.interestIn(yield* descriptorSteps(thread, args[1] as Value));
  thread.kernel.spend(machineCosts.syscallNs);
  if (interest === undefined) throw osError('ENOENT');
  epoll.remove(interest);
  return null;
});
method(epollType, 'poll', named(0, 'timeout', 'maxevents'), (thread, args) => {
  const { epoll } = own(args[0]);
  const most = (args[2] ?? -1) as number;
  if (most === 0 || most < -1) throw raised('ValueError', `maxevents must be greater than 0, got ${most}`);
  return thread.block(new EpollWait(epoll, most === -1 ? 1023 : most, wholeMilliseconds(args[1] ?? null)));
});
method(epollType, 'fileno', exactly(0), (_thread, args) => own(args[0]).descriptor);
method(epollType, 'close', exactly(0), (thread, args) => {
  closeEpoll(thread, args[0] as EpollObject);
  return null;
});
method(epollType, '__enter__', exactly(0), (_thread, args) => own(args[0]));
method(epollType, '__exit__', between(0, 3), (thread, args) => {
  closeEpoll(thread, args[0] as EpollObject);
  return null;
});
attribute(epollType, 'closed', (self) => (self as EpollObject).descriptor < 0);

function closeEpoll(thread: PyThread, object: EpollObject): void {
  if (object.descriptor < 0) return;
  thread.kernel.spend(closeNs);
  thread.interpreter.process.descriptors.close(thread.kernel, object.descriptor);
  object.descriptor = -1;
}

class SelectWait extends WatchCall {
  private readonly wanted: readonly (readonly WatchedFile[])[];
  private readonly waiters = new WaitQueue();

  constructor(wanted: readonly (readonly WatchedFile[])[], timeoutNs: number | null) {
    super(timeoutNs, wanted.flat()[0]?.file.resource ?? -1);
    this.wanted = wanted;
    for (const { file } of wanted.flat()) file.watch(this.waiters);
  }

  protected look(): boolean {
    return this.ready().some((files) => files.length > 0);
  }

  protected queue(): WaitQueue {
    return this.waiters;
  }

  protected lookNs(): number {
    return 100 * this.wanted.flat().length;
  }

  protected over(): void {
    for (const { file } of this.wanted.flat()) file.unwatch(this.waiters);
  }

  finish(): Value {
    return new PyTuple(this.ready().map((files) => new PyList(files.map(({ given }) => given))));
  }

  private ready(): WatchedFile[][] {
    const [reading = [], writing = []] = this.wanted;
    return [
      reading.filter(({ file }) => file.readiness().isReadable || file.readiness().isHungUp),
      writing.filter(({ file }) => file.readiness().isWritable),
      [],
    ];
  }
}

const select = nativeSteps('select', between(3, 4), function* selectSteps(thread, args) {
  const wanted: WatchedFile[][] = [];
  for (const given of args.slice(0, 3)) {
    const files: WatchedFile[] = [];
    for (const item of yield* iterateAll(thread, given as Value)) {
      const descriptor = yield* descriptorSteps(thread, item);
      files.push({ descriptor, given: item, file: fileAt(thread, descriptor) });
    }
    wanted.push(files);
  }
  const timeout = args[3] ?? null;
  const seconds = timeout === null ? null : floatOf(timeout);
  if (timeout !== null && seconds === null) throw raised('TypeError', 'timeout must be a float or None');
  if (seconds !== null && seconds < 0) throw raised('ValueError', 'timeout must be non-negative');
  thread.block(new SelectWait(wanted, seconds === null ? null : Math.round(seconds * 1e9)));
  return yield;
});

export function makeSelectModule(): PyModule {
  const module = fillModule(new PyModule('select'), [select], [epollType]);
  module.dict.set('error', exceptionNamed('OSError'));
  module.dict.set('EPOLLIN', epollEvents.in);
  module.dict.set('EPOLLPRI', 2);
  module.dict.set('EPOLLOUT', epollEvents.out);
  module.dict.set('EPOLLERR', epollEvents.error);
  module.dict.set('EPOLLHUP', epollEvents.hangUp);
  module.dict.set('EPOLLRDHUP', epollEvents.readHangUp);
  module.dict.set('EPOLLONESHOT', 1 << 30);
  module.dict.set('EPOLLET', 2 ** 31);
  module.dict.set('EPOLL_CLOEXEC', 0x80000);
  return module;
}
