/**
 * Where gevent's loop waits: libev over epoll, in whole milliseconds, without the GIL; and the pipe by which other threads end the wait.
 * Files are watched as epoll watches them: level-triggered, told in the order in which they became ready.
 */
import { epollEvents, eventsOf } from '../../../kernel/files/epoll.ts';
import type { OpenFile } from '../../../kernel/files/open-file.ts';
import { machineCosts } from '../../../kernel/machine-costs.ts';
import type { Stop } from '../../../kernel/program.ts';
import { WaitQueue } from '../../../kernel/wait-queue.ts';
import { loopPhases, threadStates } from '../../../trace/event-kind.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { constructor, exactly, method } from '../../builtins/define.ts';
import { BlockingCall } from '../../vm/blocking-call.ts';
import { osError } from '../../vm/os-error.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { nativeClass } from '../native-class.ts';
import { durationNs } from '../time.ts';
import { recordPhase } from './loop-phase.ts';

const nanosecondsPerMillisecond = 1_000_000;
export const pollerType = nativeClass('_gevent', 'Poller');

interface Watched {
  readonly descriptor: number;
  readonly file: OpenFile;
  /** gevent's numbers: 1 to read, 2 to write. */
  readonly events: number;
}

class Poller extends PyInstance {
  readonly queue = new WaitQueue();
  isWoken = false;
  watched: Watched[] = [];

  /** In the order in which they became ready. */
  ready(): readonly { readonly descriptor: number; readonly events: number }[] {
    return this.watched
      .map(({ descriptor, file, events }) => ({ descriptor, file, events: eventsNow(file) & events }))
      .filter(({ events }) => events !== 0)
      .toSorted((one, other) => one.file.lastChange - other.file.lastChange);
  }

  forget(descriptor: number): void {
    for (const { file } of this.watched.filter((each) => each.descriptor === descriptor)) file.unwatch(this.queue);
    this.watched = this.watched.filter((each) => each.descriptor !== descriptor);
  }
}

/** A file that is hung up or broken neither a read nor a write would wait for. */
function eventsNow(file: OpenFile): number {
  const events = eventsOf(file.readiness(), epollEvents.in | epollEvents.out);
  const isOver = (events & (epollEvents.error | epollEvents.hangUp)) !== 0;
  return (isOver || (events & epollEvents.in) !== 0 ? 1 : 0) | (isOver || (events & epollEvents.out) !== 0 ? 2 : 0);
}

class PollCall extends BlockingCall {
  readonly poller: Poller;
  /** Null: without end. */
  readonly deadlineNs: number | null;
  private hasWaited = false;

  constructor(poller: Poller, deadlineNs: number | null) {
    super();
    this.poller = poller;
    this.deadlineNs = deadlineNs;
  }

  proceed(thread: PyThread): Stop | null {
    const { kernel } = thread;
    const isDue = this.deadlineNs !== null && kernel.now >= this.deadlineNs;
    if (!this.hasWaited) kernel.spend(machineCosts.syscallNs);
    if (this.poller.isWoken || isDue || this.poller.ready().length > 0) return null;
    this.hasWaited = true;
    const slackNs = machineCosts.timerSlackNs + kernel.chooser.choose('jitter', machineCosts.timerWakeNs);
    const isForFiles = this.deadlineNs === null || this.poller.watched.length > 0;
    return {
      kind: 'wait',
      queue: this.poller.queue,
      timeoutNs: this.deadlineNs === null ? null : this.deadlineNs - kernel.now + slackNs,
      state: isForFiles ? threadStates.inputOutput : threadStates.sleeping,
      resource: this.poller.watched.length === 1 ? (this.poller.watched[0]?.file.resource ?? -1) : -1,
    };
  }

  finish(): Value {
    this.poller.isWoken = false;
    return new PyList(this.poller.ready().map(({ descriptor, events }) => new PyTuple([descriptor, events])));
  }
}

constructor(pollerType, exactly(0), (_thread, args) => new Poller(args[0] as PyType));
/** wait(seconds), wait(None): without end. Gives what is ready: (descriptor, events). */
method(pollerType, 'wait', exactly(1), (thread, args) => {
  const poller = args[0] as Poller;
  const seconds = args[1] as Value;
  const leastNs = seconds === null ? null : Math.max(0, durationNs(seconds));
  const forNs = leastNs === null ? null : Math.ceil(leastNs / nanosecondsPerMillisecond) * nanosecondsPerMillisecond;
  recordPhase(thread, loopPhases.select, forNs === null ? -1 : Math.min(2 ** 31 - 1, forNs / 1000));
  return thread.block(new PollCall(poller, forNs === null ? null : thread.kernel.now + forNs));
});
method(pollerType, 'wake', exactly(0), (thread, args) => {
  const poller = args[0] as Poller;
  poller.isWoken = true;
  thread.kernel.wake(poller.queue, 1, -1);
  return null;
});
/** watch(descriptor, events): 0 ends it. */
method(pollerType, 'watch', exactly(2), (thread, args) => {
  const poller = args[0] as Poller;
  const [descriptor, events] = [args[1] as number, args[2] as number];
  poller.forget(descriptor);
  if (events === 0) return null;
  const file = thread.interpreter.process.descriptors.get(descriptor);
  if (file === null) throw osError('EBADF');
  file.watch(poller.queue);
  poller.watched.push({ descriptor, file, events });
  return null;
});
