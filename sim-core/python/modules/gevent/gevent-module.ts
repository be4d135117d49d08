/**
 * `_gevent`: what our gevent, written in Python, cannot do itself. Its loop waits here (libev over epoll: waits in whole milliseconds,
 * without the GIL), and tells the trace what it does.
 */
import { machineCosts } from '../../../kernel/machine-costs.ts';
import type { Stop } from '../../../kernel/program.ts';
import { WaitQueue } from '../../../kernel/wait-queue.ts';
import { eventKinds, loopPhases, taskStates, threadStates } from '../../../trace/event-kind.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyModule } from '../../objects/py-module.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { constructor, exactly, method, native } from '../../builtins/define.ts';
import { BlockingCall } from '../../vm/blocking-call.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { currentGreenlet } from '../greenlet/greenlet.ts';
import type { Greenlet } from '../greenlet/greenlet.ts';
import { ownLoopState } from './loop-state.ts';
import { greenletOf, listGreenlet, recordName, recordState, shownNameOf } from '../greenlet/greenlet-tasks.ts';
import { fillModule, nativeClass } from '../native-class.ts';
import { durationNs } from '../time.ts';

const nanosecondsPerMillisecond = 1_000_000;
const pollerType = nativeClass('_gevent', 'Poller');

/** epoll_wait and the pipe by which other threads end it. */
class Poller extends PyInstance {
  readonly queue = new WaitQueue();
  isWoken = false;
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
    if (this.poller.isWoken || isDue) return null;
    this.hasWaited = true;
    const slackNs = machineCosts.timerSlackNs + kernel.chooser.choose('jitter', machineCosts.timerWakeNs);
    return {
      kind: 'wait',
      queue: this.poller.queue,
      timeoutNs: this.deadlineNs === null ? null : this.deadlineNs - kernel.now + slackNs,
      state: this.deadlineNs === null ? threadStates.inputOutput : threadStates.sleeping,
      resource: -1,
    };
  }

  finish(): Value {
    this.poller.isWoken = false;
    return null;
  }
}

constructor(pollerType, exactly(0), (_thread, args) => new Poller(args[0] as PyType));
/** wait(seconds), wait(None): without end. */
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

function recordPhase(thread: PyThread, phase: number, count: number): void {
  const state = ownLoopState(thread);
  state.phase = phase === loopPhases.stopped ? null : phase;
  state.selectUntilNs = phase === loopPhases.select && count >= 0 ? thread.kernel.now + count * 1000 : null;
  if (phase === loopPhases.callbacks) state.turn += 1;
  thread.kernel.record(eventKinds.loopPhase, thread.kernelThread.id, phase, count);
}

/** Greenlets are numbered in the order they are made. */
function nextNumber(thread: PyThread): number {
  const { moduleState } = thread.interpreter;
  const state = (moduleState.get('_gevent') ?? { made: 0 }) as { made: number };
  moduleState.set('_gevent', state);
  state.made += 1;
  return state.made - 1;
}

function recordTask(thread: PyThread, kind: 'taskCancelAsked' | 'taskWoken', task: number): void {
  thread.kernel.record(eventKinds[kind], thread.kernelThread.id, task, currentGreenlet(thread).task);
}

const functions = [
  native('made', exactly(2), (thread, args) => {
    const greenlet = args[0] as Greenlet;
    listGreenlet(thread, greenlet, `Greenlet-${nextNumber(thread)}`, args[1] as Value);
    return null;
  }),
  native('renamed', exactly(2), (thread, args) => {
    recordName(thread, args[0] as Greenlet, String(args[1]));
    return null;
  }),
  native('is_hub', exactly(1), (_thread, args) => {
    (args[0] as Greenlet).isHub = true;
    return null;
  }),
  /** The greenlet of a callback that was just put into the loop's queue can go on. */
  native('scheduled', exactly(1), (thread, args) => {
    const greenlet = greenletOf(args[0] as Value);
    if (greenlet === null || greenlet.task < 0 || greenlet.state === 'dead') return null;
    if (greenlet.isCurrent) greenlet.yieldsOnly = true;
    else {
      recordTask(thread, 'taskWoken', greenlet.task);
      recordState(thread, greenlet, taskStates.ready);
    }
    return null;
  }),
  native(
    'yields',
    exactly(0),
    (thread) => {
      currentGreenlet(thread).yieldsOnly = true;
      return null;
    },
    { costNs: 330 },
  ),
  native('runs', exactly(1), (thread, args) => {
    ownLoopState(thread).loop = args[0] as PyInstance;
    return null;
  }),
  native('kill_asked', exactly(1), (thread, args) => {
    (args[0] as Greenlet).cancelRequests += 1;
    recordTask(thread, 'taskCancelAsked', (args[0] as Greenlet).task);
    return null;
  }),
  native('ends', exactly(2), (_thread, args) => {
    (args[0] as Greenlet).endState = args[1] === 'failed' ? taskStates.failed : taskStates.cancelled;
    return null;
  }),
  native('phase', exactly(2), (thread, args) => {
    recordPhase(thread, loopPhases[args[0] as keyof typeof loopPhases], args[1] as number);
    return null;
  }),
  native('calls', exactly(2), (thread, args) => {
    const greenlet = greenletOf(args[0] as Value);
    const task = greenlet === null ? -1 : greenlet.task;
    const name = greenlet === null || task < 0 ? String(args[1]) : `${shownNameOf(thread, greenlet)}.switch()`;
    const text = thread.kernel.recorder.string(name);
    thread.kernel.record(eventKinds.loopCallback, thread.kernelThread.id, text, task);
    return null;
  }),
];

export function makeGeventModule(): PyModule {
  return fillModule(new PyModule('_gevent'), functions, [pollerType]);
}
