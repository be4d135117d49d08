/** `_gevent`: what our gevent, written in Python, cannot do itself: waiting, and telling the trace what it does. */
import { eventKinds, loopPhases, taskStates } from '../../../trace/event-kind.ts';
import type { PyInstance } from '../../objects/py-instance.ts';
import { PyModule } from '../../objects/py-module.ts';
import type { Value } from '../../objects/value.ts';
import { exactly, native } from '../../builtins/define.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { currentGreenlet } from '../greenlet/greenlet.ts';
import type { Greenlet } from '../greenlet/greenlet.ts';
import { recordPhase } from './loop-phase.ts';
import { ownLoopState } from './loop-state.ts';
import { pollerType } from './poller.ts';
import { greenletOf, listGreenlet, recordName, recordState, shownNameOf } from '../greenlet/greenlet-tasks.ts';
import { fillModule } from '../native-class.ts';

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
