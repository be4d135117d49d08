/** The module `_asyncio`: what is C of asyncio. Models: Modules/_asynciomodule.c of 3.13. */
import { loopPhases } from '../../../trace/event-kind.ts';
import type { LoopPhaseCode } from '../../../trace/event-kind.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyModule } from '../../objects/py-module.ts';
import type { Value } from '../../objects/value.ts';
import { between, exactly, named, native, nativeSteps } from '../../builtins/define.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps } from '../../vm/repr.ts';
import { floatOf } from '../native-numbers.ts';
import { fillModule } from '../native-class.ts';
import { asyncioState, runningLoop } from './asyncio-state.ts';
import './future-methods.ts';
import './task-methods.ts';
import { eventLoopSteps, futureType } from './future.ts';
import { recordCallback, recordPhase } from './loop-trace.ts';
import { taskType } from './task.ts';

/** What a Handle costs beside its bytecodes: making it and letting it go, the ready queue's memory. */
const handleNs = 200;
/** What a TimerHandle costs beyond that: super(), a larger object, its place in the heap's list. */
const timerNs = 1350;

const functions = [
  native(
    '_get_running_loop',
    exactly(0),
    (thread) => asyncioState(thread.interpreter).runningLoops.get(thread.ident) ?? null,
  ),
  native('_set_running_loop', exactly(1), (thread, args) => {
    const { runningLoops } = asyncioState(thread.interpreter);
    if (args[0] === null) runningLoops.delete(thread.ident);
    else runningLoops.set(thread.ident, args[0] as Value);
    return null;
  }),
  native('get_running_loop', exactly(0), (thread) => runningLoop(thread)),
  nativeSteps('get_event_loop', exactly(0), function* getEventLoop(thread) {
    return yield* eventLoopSteps(thread);
  }),
  native('current_task', named(0, 'loop'), (thread, args) => {
    const loop = args[0] ?? runningLoop(thread);
    return asyncioState(thread.interpreter).currentTasks.get(loop) ?? null;
  }),
  nativeSteps('_enter_task', named(2, 'loop', 'task'), function* enterTask(thread, args) {
    const { currentTasks } = asyncioState(thread.interpreter);
    const current = currentTasks.get(args[0] as Value);
    if (current !== undefined) {
      const [own, other] = [yield* reprSteps(thread, args[1] as Value), yield* reprSteps(thread, current)];
      throw raised('RuntimeError', `Cannot enter into task ${own} while another task ${other} is being executed.`);
    }
    currentTasks.set(args[0] as Value, args[1] as Value);
    return null;
  }),
  nativeSteps('_leave_task', named(2, 'loop', 'task'), function* leaveTask(thread, args) {
    const { currentTasks } = asyncioState(thread.interpreter);
    const current = currentTasks.get(args[0] as Value) ?? null;
    if (current !== args[1]) {
      const [own, other] = [yield* reprSteps(thread, args[1] as Value), yield* reprSteps(thread, current)];
      throw raised('RuntimeError', `Invalid attempt to leave task ${own} while task ${other} is entered.`);
    }
    currentTasks.delete(args[0] as Value);
    return null;
  }),
  native('_swap_current_task', named(2, 'loop', 'task'), (thread, args) => {
    const { currentTasks } = asyncioState(thread.interpreter);
    const previous = currentTasks.get(args[0] as Value) ?? null;
    if (args[1] === null) currentTasks.delete(args[0] as Value);
    else currentTasks.set(args[0] as Value, args[1] as Value);
    return previous;
  }),
  native('_register_task', named(1, 'task'), (thread, args) => {
    asyncioState(thread.interpreter).scheduledTasks.add(args[0] as Value);
    return null;
  }),
  native('_unregister_task', named(1, 'task'), (thread, args) => {
    asyncioState(thread.interpreter).scheduledTasks.delete(args[0] as Value);
    return null;
  }),
  native('_register_eager_task', named(1, 'task'), (thread, args) => {
    asyncioState(thread.interpreter).eagerTasks.add(args[0] as Value);
    return null;
  }),
  native('_unregister_eager_task', named(1, 'task'), (thread, args) => {
    asyncioState(thread.interpreter).eagerTasks.delete(args[0] as Value);
    return null;
  }),
  /** What CPython keeps in the weak set `_scheduled_tasks` and in `_eager_tasks`: ended tasks leave it at once here. */
  native('_known_tasks', exactly(0), (thread) => {
    const { scheduledTasks, eagerTasks } = asyncioState(thread.interpreter);
    return new PyList([...scheduledTasks, ...eagerTasks]);
  }),
  // For whoever looks at a run.
  native('_loop_phase', between(2, 3), (thread, args) => {
    const phase = args[1] as LoopPhaseCode;
    const count = phase === loopPhases.select ? selectMicroseconds(args[2] ?? null) : ((args[2] ?? 0) as number);
    recordPhase(thread, args[0] as Value, phase, count);
    return null;
  }),
  native('_timer_made', exactly(0), (thread) => {
    thread.kernel.spend(timerNs);
    return null;
  }),
  native('_callback_begins', exactly(2), (thread, args) => {
    thread.kernel.spend(handleNs);
    recordCallback(thread, args[0] as Value, args[1] as Value);
    return null;
  }),
];

/** What epoll is told of a time-out in seconds: whole milliseconds, here in microseconds; -1 without end. */
function selectMicroseconds(timeout: Value): number {
  const seconds = timeout === null ? null : floatOf(timeout);
  return seconds === null ? -1 : Math.ceil(seconds * 1e3) * 1000;
}

export function makeAsyncioModule(): PyModule {
  const module = fillModule(new PyModule('_asyncio'), functions, [futureType, taskType]);
  module.dict.set('_current_tasks', new PyDict());
  return module;
}
