/** Entering generators and coroutines again. Models: gen_send_ex2, _gen_throw and gen_close in Objects/genobject.c. */
import { RESUME, SEND } from '../compiler/opcodes.ts';
import type { PyException } from '../objects/py-exception.ts';
import { PyGenerator } from '../objects/py-generator.ts';
import type { Value } from '../objects/value.ts';
import { endOfIteration } from './end-of-iteration.ts';
import { PyFrame, returnModes } from './frame.ts';
import { isWorthWatching } from './mortals.ts';
import { PyRaise, raised, stopIteration } from './raise.ts';
import { endGenerator, pushOn } from './return-value.ts';
import type { PyThread } from './py-thread.ts';

const titles = { generator: 'generator', coroutine: 'coroutine', 'async-generator': 'async generator' } as const;

/** Pushes the generator's frame and sends it a value. What it yields and returns goes where `mode` says. */
export function resumeGenerator(
  thread: PyThread,
  generator: PyGenerator,
  value: Value,
  mode: number,
  extra: number | null,
): void {
  const frame = enter(thread, generator, mode, extra);
  if (frame === null) return;
  if (!generator.hasStarted && value !== null) {
    leaveAgain(thread, generator, frame);
    throw raised('TypeError', `can't send non-None value to a just-started ${titles[generator.kind]}`);
  }
  generator.hasStarted = true;
  frame.slots[frame.sp] = value;
  frame.sp += 1;
}

function enter(thread: PyThread, generator: PyGenerator, mode: number, extra: number | null): PyFrame | null {
  if (generator.isRunning) throw raised('ValueError', `${titles[generator.kind]} already executing`);
  const frame = generator.frame;
  if (frame === null) {
    alreadyEnded(thread, generator, mode, extra);
    return null;
  }
  if (thread.depth >= thread.recursionLimit) {
    if (isWorthWatching(generator)) thread.interpreter.mortals.watch(generator);
    throw thread.recursionError();
  }
  generator.isRunning = true;
  frame.back = thread.frame;
  frame.returnMode = mode;
  frame.extra = extra;
  frame.outerHandled = thread.handled;
  if (generator.handled !== null) thread.handled = generator.handled;
  thread.frame = frame;
  thread.depth += 1;
  return frame;
}

function leaveAgain(thread: PyThread, generator: PyGenerator, frame: PyFrame): void {
  generator.isRunning = false;
  thread.handled = frame.outerHandled;
  thread.frame = frame.back;
  frame.back = null;
  thread.depth -= 1;
}

function alreadyEnded(thread: PyThread, generator: PyGenerator, mode: number, extra: number | null): void {
  if (generator.kind === 'coroutine') throw raised('RuntimeError', 'cannot reuse already awaited coroutine');
  const caller = thread.frame;
  if (mode === returnModes.forIteration && caller instanceof PyFrame) {
    caller.sp -= 1;
    caller.pc = (extra as number) + 2;
  } else if (mode === returnModes.send && caller instanceof PyFrame) {
    pushOn(thread, null);
    caller.pc = extra as number;
  } else if (mode === returnModes.nativeIteration) pushOn(thread, endOfIteration);
  else throw new PyRaise(stopIteration(null));
}

/** What a suspended generator delegates to (`yield from`, `await`), or null. */
export function delegateOf(generator: PyGenerator): Value {
  const frame = generator.frame;
  if (frame === null || !generator.hasStarted || generator.isRunning) return null;
  if (frame.code.ops[frame.pc] !== RESUME || ((frame.code.args[frame.pc] as number) & 3) < 2) return null;
  return frame.slots[frame.sp - 1] ?? null;
}

/**
 * Enters the generator with an exception. Always throws, into the frame that is on top by then – the generator's own, or the one of the
 * generator it delegates to – unless the delegate is closed first, which is the caller's business.
 */
// oxlint-disable-next-line max-params -- gen_send_ex has them
export function throwInto(
  thread: PyThread,
  generator: PyGenerator,
  exception: PyException,
  mode: number,
  passesDelegate = false,
): never {
  if (generator.isRunning) throw raised('ValueError', `${titles[generator.kind]} already executing`);
  if (generator.frame === null) {
    if (generator.kind === 'coroutine') throw raised('RuntimeError', 'cannot reuse already awaited coroutine');
    throw new PyRaise(exception);
  }
  const delegate = delegateOf(generator);
  const frame = enter(thread, generator, mode, null) as PyFrame;
  generator.hasStarted = true;
  if (delegate instanceof PyGenerator && !passesDelegate) {
    const send = sendBefore(frame);
    // What the delegate yields is yielded on; when it ends, the loop around SEND is left.
    frame.pc = send + 1;
    frame.slots[frame.sp - 1] = delegate;
    enterDelegate(thread, delegate, exception, frame.code.args[send] as number);
  }
  throw new PyRaise(exception);
}

function enterDelegate(thread: PyThread, delegate: PyGenerator, exception: PyException, target: number): never {
  if (delegate.frame === null || delegate.isRunning) throw new PyRaise(exception);
  const inner = delegateOf(delegate);
  const frame = enter(thread, delegate, returnModes.send, target) as PyFrame;
  delegate.hasStarted = true;
  if (inner instanceof PyGenerator) {
    const send = sendBefore(frame);
    frame.pc = send + 1;
    enterDelegate(thread, inner, exception, frame.code.args[send] as number);
  }
  throw new PyRaise(exception);
}

/** The SEND of the loop in which the frame is suspended: SEND, YIELD_VALUE, RESUME. */
function sendBefore(frame: PyFrame): number {
  let at = frame.pc;
  while (at > 0 && frame.code.ops[at] !== SEND) at -= 1;
  return at;
}

/** Ends a generator that has not started: it never runs. */
export function discardUnstarted(thread: PyThread, generator: PyGenerator): void {
  if (generator.frame !== null) {
    const frame = generator.frame;
    frame.outerHandled = thread.handled;
    endGenerator(thread, generator, frame);
  }
}
