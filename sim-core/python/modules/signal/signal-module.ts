/** The module `_signal`. Models: Modules/signalmodule.c on Linux. Leaves out: sigwaitinfo, sigtimedwait, pidfd_send_signal, virtual and profiling timers. */
import type { Stop } from '../../../kernel/program.ts';
import { machineCosts } from '../../../kernel/machine-costs.ts';
import { lastSignal, signals as kernelSignals } from '../../../kernel/signals.ts';
import { WaitQueue } from '../../../kernel/wait-queue.ts';
import { threadStates } from '../../../trace/event-kind.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyModule } from '../../objects/py-module.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { between, exactly, native, nativeSteps } from '../../builtins/define.ts';
import { sizeArgument } from '../../builtins/types/int-argument.ts';
import { BlockingCall } from '../../vm/blocking-call.ts';
import { iterateAll } from '../../vm/iterate-all.ts';
import { osError } from '../../vm/os-error.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { signalDefault, signalIgnore } from '../../vm/signals.ts';
import { fillModule, nativeClass } from '../native-class.ts';
import { durationNs } from '../time.ts';
import { interruptHandler } from './interrupt-handler.ts';
import { SignalWait } from './signal-wait.ts';
import { signalNames, signalTexts } from './signal-names.ts';

const timerErrorType = nativeClass('signal', 'itimer_error', exceptionNamed('OSError'));
const unblock = 1;
const setMask = 2;

/** pause(2): until a handler has run. */
class PauseCall extends BlockingCall {
  private readonly queue = new WaitQueue();
  private hasWaited = false;

  proceed(): Stop | null {
    if (this.hasWaited) return null;
    this.hasWaited = true;
    return { kind: 'wait', queue: this.queue, timeoutNs: null, state: threadStates.sleeping, resource: -1 };
  }

  finish(): Value {
    return null;
  }
}

function signalNumber(value: Value | undefined): number {
  const number = sizeArgument(value);
  if (number < 1 || number > lastSignal) throw raised('ValueError', 'signal number out of range');
  return number;
}

function isCallable(value: Value): boolean {
  return typeOf(value).lookup('__call__') !== undefined;
}

function setHandler(thread: PyThread, signal: number, handler: Value): Value {
  const { signals } = thread.interpreter;
  const isStandard = handler === signalDefault || handler === signalIgnore;
  if (!isStandard && !isCallable(handler))
    throw raised('TypeError', 'signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object');
  if (!thread.isMain) throw raised('ValueError', 'signal only works in main thread of the main interpreter');
  if (signal === kernelSignals.kill || signal === kernelSignals.stop || signal === 32 || signal === 33)
    throw osError('EINVAL');
  thread.kernel.spend(machineCosts.syscallNs);
  const before = signals.handlers[signal] as Value;
  signals.handlers[signal] = handler;
  return before;
}

/** For generator bodies: a signal to the own process; handlers run before the call returns where this is the main thread. */
export function* sendSteps(thread: PyThread, signal: number): Generator<undefined, Value, Value> {
  const { signals } = thread.interpreter;
  thread.kernel.spend(machineCosts.syscallNs);
  signals.receive(signal);
  if (thread.interpreter.isFinalizing) return yield;
  if (thread.isMain) yield* signals.run(thread);
  return null;
}

/** One of the arguments of setitimer, in nanoseconds. */
function timerArgument(value: Value | undefined): number {
  const ns = value === undefined ? 0 : durationNs(value);
  if (ns < 0) throw raised(timerErrorType, 22, 'Invalid argument');
  return ns;
}

const seconds = (state: { readonly leftNs: number; readonly intervalNs: number }): PyTuple =>
  new PyTuple([new PyFloat(state.leftNs / 1e9), new PyFloat(state.intervalNs / 1e9)]);

const dispositions = [
  interruptHandler,
  native('signal', exactly(2), (thread, args) => setHandler(thread, signalNumber(args[0]), args[1] as Value)),
  native(
    'getsignal',
    exactly(1),
    (thread, args) => thread.interpreter.signals.handlers[signalNumber(args[0])] as Value,
  ),
  native('siginterrupt', exactly(2), (_thread, args) => {
    signalNumber(args[0]);
    return null;
  }),
  native('strsignal', exactly(1), (_thread, args) => signalTexts.get(signalNumber(args[0])) ?? null),
  native('set_wakeup_fd', { least: 1, most: 1, names: ['', 'warn_on_full_buffer'], takesAnyKeyword: true }, setWakeup),
];

/** The descriptor to which each signal's number is written, for event loops. */
function setWakeup(thread: PyThread, args: readonly (Value | undefined)[]): Value {
  if (!thread.isMain) throw raised('ValueError', 'set_wakeup_fd only works in main thread of the main interpreter');
  const number = sizeArgument(args[0]);
  const { signals, process } = thread.interpreter;
  const before = signals.wakeupDescriptor;
  if (number !== -1) {
    const file = process.descriptors.get(number);
    if (file === null) throw osError('EBADF');
    if (!file.isNonBlocking) throw raised('ValueError', `the fd ${number} must be in non-blocking mode`);
  }
  signals.wakeupDescriptor = number;
  return before;
}

const sending = [
  nativeSteps('raise_signal', exactly(1), function* raiseSignal(thread, args) {
    const signal = sizeArgument(args[0]);
    if (signal < 1 || signal > lastSignal) throw osError('EINVAL');
    return yield* sendSteps(thread, signal);
  }),
  nativeSteps('pthread_kill', exactly(2), function* pthreadKill(thread, args) {
    const signal = sizeArgument(args[1]);
    if (signal < 0 || signal > lastSignal) throw osError('EINVAL');
    const target = thread.interpreter.threads.find((other) => other.ident === args[0]);
    if (target === undefined) throw osError('ESRCH');
    return signal === 0 ? null : yield* sendSteps(thread, signal);
  }),
  native('alarm', exactly(1), (thread, args) => {
    const { leftNs } = thread.interpreter.alarmClock.set({ leftNs: sizeArgument(args[0]) * 1e9, intervalNs: 0 });
    return Math.ceil(leftNs / 1e9);
  }),
  native('setitimer', between(2, 3), (thread, args) => {
    if (args[0] !== 0) throw raised(timerErrorType, 22, 'Invalid argument');
    const state = { leftNs: timerArgument(args[1]), intervalNs: timerArgument(args[2]) };
    thread.kernel.spend(machineCosts.syscallNs);
    return seconds(thread.interpreter.alarmClock.set(state));
  }),
  native('getitimer', exactly(1), (thread) => seconds(thread.interpreter.alarmClock.state)),
  native('pause', exactly(0), (thread) => thread.block(new PauseCall())),
];

function* waitFor(thread: PyThread, given: Value): Generator<undefined, Value, Value> {
  const wanted = new Set((yield* iterateAll(thread, given)).map(signalNumber));
  const taken = thread.block(new SignalWait(wanted));
  return taken === undefined ? yield : taken;
}

const masks = [
  nativeSteps('pthread_sigmask', exactly(2), function* mask(thread, args) {
    const how = sizeArgument(args[0]);
    const given = (yield* iterateAll(thread, args[1] as Value)).map(signalNumber);
    const before = [...thread.blockedSignals].sort((a, b) => a - b);
    if (how === setMask) thread.blockedSignals = new Set(given);
    for (const signal of given) {
      if (how === unblock) thread.blockedSignals.delete(signal);
      else thread.blockedSignals.add(signal);
    }
    thread.interpreter.signals.releaseHeld();
    if (thread.isMain) yield* thread.interpreter.signals.run(thread);
    return new PyTuple(before);
  }),
  nativeSteps('sigwait', exactly(1), function* wait(thread, args) {
    return yield* waitFor(thread, args[0] as Value);
  }),
  native('sigpending', exactly(0), (thread) => new PyTuple([...thread.interpreter.signals.held])),
  native('valid_signals', exactly(0), () => {
    const numbers: number[] = [];
    for (let number = 1; number <= lastSignal; number += 1) if (number < 32 || number > 33) numbers.push(number);
    return new PyTuple(numbers);
  }),
];

export function makeSignalModule(): PyModule {
  const module = fillModule(
    new PyModule('_signal', 'This module provides mechanisms to use signal handlers in Python.'),
    [...dispositions, ...sending, ...masks],
  );
  for (const [name, number] of signalNames) module.dict.set(name, number);
  module.dict.set('ItimerError', timerErrorType);
  module.dict.set('NSIG', lastSignal + 1);
  module.dict.set('SIG_DFL', signalDefault);
  module.dict.set('SIG_IGN', signalIgnore);
  for (const [how, name] of ['SIG_BLOCK', 'SIG_UNBLOCK', 'SIG_SETMASK'].entries()) module.dict.set(name, how);
  for (const [which, name] of ['ITIMER_REAL', 'ITIMER_VIRTUAL', 'ITIMER_PROF'].entries()) module.dict.set(name, which);
  return module;
}
