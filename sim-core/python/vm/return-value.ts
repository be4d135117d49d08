/** What becomes of the value that a frame returns or yields. */
import { typeOf } from '../objects/builtin-types.ts';
import type { PyGenerator } from '../objects/py-generator.ts';
import { NativeIterator } from '../objects/py-iterators.ts';
import { PyGenerator as GeneratorClass } from '../objects/py-generator.ts';
import type { Value } from '../objects/value.ts';
import { PyFrame, returnModes } from './frame.ts';
import type { Frame } from './frame.ts';
import { endOfIteration } from './end-of-iteration.ts';
import type { PyThread } from './py-thread.ts';
import { PyRaise, raised, stopIteration } from './raise.ts';

/** RETURN_VALUE: the frame ends. */
export function returnFromFrame(thread: PyThread, frame: PyFrame, value: Value): void {
  thread.depth -= 1;
  thread.frame = frame.back;
  const generator = frame.generator;
  if (generator === null) deliver(thread, frame, value);
  else {
    endGenerator(thread, generator, frame);
    returnFromGenerator(thread, frame, value);
  }
}

/** YIELD_VALUE: the frame is left, to be entered again. */
export function leaveFrame(thread: PyThread, frame: PyFrame, value: Value): void {
  const generator = frame.generator as PyGenerator;
  thread.depth -= 1;
  generator.isRunning = false;
  generator.handled = thread.handled === frame.outerHandled ? null : thread.handled;
  thread.handled = frame.outerHandled;
  thread.frame = frame.back;
  frame.back = null;
  pushOn(thread, value);
}

export function endGenerator(thread: PyThread, generator: PyGenerator, frame: PyFrame): void {
  generator.isRunning = false;
  generator.frame = null;
  generator.handled = null;
  thread.handled = frame.outerHandled;
}

function returnFromGenerator(thread: PyThread, frame: PyFrame, value: Value): void {
  switch (frame.returnMode) {
    case returnModes.forIteration:
      endForLoop(thread, frame);
      break;
    case returnModes.send:
      sendEnded(thread, frame, value);
      break;
    case returnModes.nativeIteration:
      pushOn(thread, endOfIteration);
      break;
    default:
      throw new PyRaise(stopIteration(value));
  }
}

/** The iterator of a FOR_ITER has ended: it is popped, and the loop is left. */
export function endForLoop(thread: PyThread, frame: Frame): void {
  const caller = thread.frame as PyFrame;
  caller.sp -= 1;
  caller.pc = (frame.extra as number) + 2;
}

/** What SEND sent to has returned. */
export function sendEnded(thread: PyThread, frame: Frame, value: Value): void {
  const caller = thread.frame as PyFrame;
  pushOn(thread, value);
  caller.pc = frame.extra as number;
}

/** Hands the value of `frame`, which has just been left, to the frame that is on top now. */
export function deliver(thread: PyThread, frame: Frame, value: Value): void {
  switch (frame.returnMode) {
    case returnModes.initialize:
      if (value !== null) throw raised('TypeError', `__init__() should return None, not '${typeOf(value).title}'`);
      pushOn(thread, frame.extra as Value);
      break;
    case returnModes.discard:
      if (!(thread.frame instanceof PyFrame)) pushOn(thread, null);
      break;
    case returnModes.truth:
      if (typeof value !== 'boolean')
        throw raised('TypeError', `__bool__ should return bool, returned ${typeOf(value).title}`);
      pushOn(thread, value);
      break;
    case returnModes.contains:
    case returnModes.containsNot:
      pushOn(thread, isTrue(value) === (frame.returnMode === returnModes.contains));
      break;
    case returnModes.iterator:
      if (!isIterator(value))
        throw raised('TypeError', `iter() returned non-iterator of type '${typeOf(value).title}'`);
      pushOn(thread, value);
      break;
    case returnModes.awaitIterator:
      checkAwaitIterator(value);
      pushOn(thread, value);
      break;
    case returnModes.asyncIterator:
      checkAsyncIterator(value);
      pushOn(thread, value);
      break;
    case returnModes.lengthTruth:
      pushOn(thread, value !== 0);
      break;
    default:
      pushOn(thread, value);
      break;
  }
}

/** The truth of what __contains__ returned; objects are true. */
function isTrue(value: Value): boolean {
  return !(value === null || value === false || value === 0 || value === '');
}

/** What `__await__` has returned. */
export function checkAwaitIterator(value: Value): void {
  if (value instanceof GeneratorClass && (value.kind === 'coroutine' || (value.code.flags & 0x100) !== 0))
    throw raised('TypeError', '__await__() returned a coroutine');
  if (!isIterator(value))
    throw raised('TypeError', `__await__() returned non-iterator of type '${typeOf(value).title}'`);
}

/** What `__aiter__` has returned. */
export function checkAsyncIterator(value: Value): void {
  if (typeOf(value).lookup('__anext__') === undefined)
    throw raised(
      'TypeError',
      `'async for' received an object from __aiter__ that does not implement __anext__: ${typeOf(value).title}`,
    );
}

function isIterator(value: Value): boolean {
  return (
    value instanceof NativeIterator || value instanceof GeneratorClass || typeOf(value).lookup('__next__') !== undefined
  );
}

/** Pushes on the stack of the frame on top, or keeps the value for the native frame that waits for it. */
export function pushOn(thread: PyThread, value: Value): void {
  const frame = thread.frame;
  if (!(frame instanceof PyFrame)) {
    thread.sent = value;
    return;
  }
  frame.slots[frame.sp] = value;
  frame.sp += 1;
  if (frame.pushesNull) {
    frame.pushesNull = false;
    frame.slots[frame.sp] = undefined;
    frame.sp += 1;
  }
}
