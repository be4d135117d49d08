/** The module `_thread`. Models: Modules/_threadmodule.c in 3.13. */
import { machineCosts } from '../../../kernel/machine-costs.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyFunction } from '../../objects/py-function.ts';
import { PyModule } from '../../objects/py-module.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { between, exactly, named, native, nativeSteps } from '../../builtins/define.ts';
import { sizeArgument } from '../../builtins/types/int-argument.ts';
import { PyThread } from '../../vm/py-thread.ts';
import { makeException, PyRaise, raised } from '../../vm/raise.ts';
import { SpawnedEntry } from '../../vm/spawned-entry.ts';
import type { SpawnedCall } from '../../vm/spawned-entry.ts';
import { lastSignal, signals as signalNumbers } from '../../../kernel/signals.ts';
import { signalDefault, signalIgnore } from '../../vm/signals.ts';
import { exceptHook, exceptHookArgumentsType } from './except-hook.ts';
import { timeoutMaximum } from './lock-arguments.ts';
import { Lock, lockType } from './lock.ts';
import { recursiveLockType } from './recursive-lock.ts';
import { JoinAllCall } from './join-all.ts';
import { ThreadHandle, threadHandleType } from './thread-handle.ts';
import { threadLocalType } from './thread-local.ts';

/** pthread_create: the new thread can run a little after its creator is done. */
function spawn(thread: PyThread, call: SpawnedCall, name: string): PyThread {
  const { interpreter, kernel } = thread;
  const child = new PyThread(interpreter, new SpawnedEntry(call));
  if (thread.blockedSignals.size > 0) child.blockedSignals = new Set(thread.blockedSignals);
  child.recursionLimit = thread.recursionLimit;
  interpreter.gil?.threadStarted();
  thread.updateBreaker();
  kernel.spend(machineCosts.threadCreateNs);
  const { threadStartLatencyNs, coldThreadNs } = machineCosts;
  const coldNs = coldThreadNs[interpreter.process.threads.length - 1] ?? 0;
  child.kernelThread = kernel.spawn(interpreter.process, child, name, threadStartLatencyNs + coldNs);
  return child;
}

/** What the operating system would call the thread: its function's name, as `ps` shows nothing better. */
function nameOf(callable: Value): string {
  return callable instanceof PyFunction ? callable.name : typeOf(callable).name;
}

function checkCallable(callable: Value): void {
  if (
    !(callable instanceof PyFunction) &&
    typeOf(callable).lookup('__call__') === undefined &&
    typeOf(callable).name === 'int'
  ) {
    throw raised('TypeError', 'first arg must be callable');
  }
}

function startNewThread(thread: PyThread, callable: Value, args: Value, keywords: Value): Value {
  checkCallable(callable);
  if (!(args instanceof PyTuple)) throw raised('TypeError', '2nd arg must be a tuple');
  if (keywords !== null && !(keywords instanceof PyDict))
    throw raised('TypeError', 'optional 3rd arg must be a dictionary');
  const names: string[] = [];
  const values: Value[] = [...args.items];
  if (keywords instanceof PyDict) {
    for (const entry of keywords.items()) {
      names.push(entry.key as string);
      values.push(entry.value as Value);
    }
  }
  const child = spawn(thread, { callable, args: values, keywordNames: names, handle: null }, nameOf(callable));
  return child.ident;
}

/** What a thread's stack must have at least, as THREAD_STACK_MIN of Python/thread_pthread.h says. */
const leastStackBytes = 0x8000;

const functions = [
  native('start_new_thread', between(2, 3), (thread, args) =>
    startNewThread(thread, args[0] as Value, args[1] as Value, args[2] ?? null),
  ),
  native('start_new', between(2, 3), (thread, args) =>
    startNewThread(thread, args[0] as Value, args[1] as Value, args[2] ?? null),
  ),
  native('start_joinable_thread', named(1, 'function', 'handle', 'daemon'), (thread, args) => {
    const callable = args[0] as Value;
    const handle = args[1] instanceof ThreadHandle ? args[1] : new ThreadHandle(thread);
    if (handle.thread !== null) throw raised('RuntimeError', 'thread already started');
    const child = spawn(thread, { callable, args: [], keywordNames: null, handle }, nameOf(callable));
    handle.thread = child;
    handle.ident = child.ident;
    if (args[2] !== false) thread.interpreter.daemonHandles.add(handle);
    return handle;
  }),
  native('allocate_lock', exactly(0), (thread) => new Lock(thread)),
  native('allocate', exactly(0), (thread) => new Lock(thread)),
  native('get_ident', exactly(0), (thread) => thread.ident),
  native('get_native_id', exactly(0), (thread) => thread.kernelThread.tid),
  native('_count', exactly(0), (thread) => thread.interpreter.threads.filter((other) => !other.isMain).length),
  native('_get_main_thread_ident', exactly(0), (thread) => thread.interpreter.mainThread?.ident ?? 0),
  native('_make_thread_handle', exactly(1), (thread, args) => {
    const handle = new ThreadHandle(thread);
    handle.ident = args[0] as number;
    handle.thread = thread.interpreter.threads.find((other) => other.ident === args[0]) ?? null;
    thread.interpreter.daemonHandles.add(handle);
    return handle;
  }),
  native('_set_name', exactly(2), (thread, args) => {
    const child = thread.interpreter.threads.find((other) => other.ident === args[0]);
    if (child !== undefined) thread.kernel.rename(child.kernelThread, String(args[1]));
    return null;
  }),
  native('daemon_threads_allowed', exactly(0), () => true),
  native('_is_main_interpreter', exactly(0), () => true),
  native('stack_size', between(0, 1), (thread, args) => {
    const { interpreter } = thread;
    const before = interpreter.threadStackBytes;
    if (args[0] === undefined) return before;
    const size = sizeArgument(args[0]);
    if (size < 0) throw raised('ValueError', 'size must be 0 or a positive value');
    if (size > 0 && size < leastStackBytes) throw raised('ValueError', `size not valid: ${size} bytes`);
    interpreter.threadStackBytes = size;
    return before;
  }),
  native('exit', exactly(0), () => {
    throw new PyRaise(makeException('SystemExit'));
  }),
  native('exit_thread', exactly(0), () => {
    throw new PyRaise(makeException('SystemExit'));
  }),
  // As if the signal had come, but nobody is woken by it: a handler runs in the main thread, the system's own disposition does not.
  nativeSteps('interrupt_main', between(0, 1), function* interruptMain(thread, args) {
    const signal = args[0] === undefined ? signalNumbers.interrupt : Number(args[0]);
    if (!(signal >= 1 && signal <= lastSignal)) throw raised('ValueError', 'signal number out of range');
    const handler = thread.interpreter.signals.handlers[signal];
    if (handler === signalDefault || handler === signalIgnore) return null;
    thread.interpreter.signals.note(signal);
    return thread.isMain ? yield* thread.interpreter.signals.run(thread) : null;
  }),
  native('_shutdown', exactly(0), (thread) => thread.block(new JoinAllCall())),
  exceptHook,
];

export function makeThreadModule(): PyModule {
  const module = new PyModule('_thread', 'This module provides primitive operations to write multi-threaded programs.');
  for (const fn of functions) module.dict.set(fn.name, fn);
  module.dict.set('LockType', lockType);
  module.dict.set('lock', lockType);
  module.dict.set('RLock', recursiveLockType);
  module.dict.set('_ThreadHandle', threadHandleType);
  module.dict.set('_local', threadLocalType);
  module.dict.set('_ExceptHookArgs', exceptHookArgumentsType);
  module.dict.set('error', exceptionNamed('RuntimeError'));
  module.dict.set('TIMEOUT_MAX', new PyFloat(timeoutMaximum));
  return module;
}
