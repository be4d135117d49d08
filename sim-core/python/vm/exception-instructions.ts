/** Instructions of exceptions, `with`, generators and coroutines. Each answers true if the frame goes on, false if another is on top now. */
import {
  BEFORE_ASYNC_WITH,
  BEFORE_WITH,
  CHECK_EG_MATCH,
  CHECK_EXC_MATCH,
  CLEANUP_THROW,
  END_ASYNC_FOR,
  END_SEND,
  GET_AITER,
  GET_ANEXT,
  GET_AWAITABLE,
  GET_YIELD_FROM_ITER,
  LOAD_ASSERTION_ERROR,
  POP_EXCEPT,
  PUSH_EXC_INFO,
  RAISE_VARARGS,
  RERAISE,
  RETURN_GENERATOR,
  SEND,
  WITH_EXCEPT_START,
} from '../compiler/opcodes.ts';
import type { PyException } from '../objects/py-exception.ts';
import { PyGenerator } from '../objects/py-generator.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { asyncIterator, asyncNext, awaitable, cleanupThrow } from './await.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { NativeFunction } from '../objects/native-function.ts';
import { PyMethod } from '../objects/py-method.ts';
import { loadSpecial } from './attributes.ts';
import { invoke } from './invoke.ts';
import { iteratorOf } from './collections.ts';
import { returnFromFrame } from './return-value.ts';
import { PyRaise, raised } from './raise.ts';
import { groupMatchSteps } from './exception-group.ts';
import { pushSteps } from './native-steps.ts';
import { checkExceptionMatch, raiseVarargs } from './unwind.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import { PyFrame, returnModes } from './frame.ts';
import type { Instruction } from './instruction.ts';
import { done } from './instruction.ts';
import { isWorthWatching } from './mortals.ts';
import type { PyThread } from './py-thread.ts';

export const exceptionInstructions: readonly (readonly [number, Instruction])[] = [
  [BEFORE_WITH, beforeWithInstruction],
  [BEFORE_ASYNC_WITH, beforeAsyncWithInstruction],
  [END_SEND, endSendInstruction],
  [RETURN_GENERATOR, returnGeneratorInstruction],
  [SEND, sendInstruction],
  [LOAD_ASSERTION_ERROR, loadAssertionErrorInstruction],
  [WITH_EXCEPT_START, withExceptStartInstruction],
  [PUSH_EXC_INFO, pushExcInfoInstruction],
  [POP_EXCEPT, popExceptInstruction],
  [CHECK_EXC_MATCH, checkExcMatchInstruction],
  [CHECK_EG_MATCH, checkEgMatchInstruction],
  [RAISE_VARARGS, raiseVarargsInstruction],
  [RERAISE, reraiseInstruction],
  [CLEANUP_THROW, cleanupThrowInstruction],
  [END_ASYNC_FOR, endAsyncForInstruction],
  [GET_YIELD_FROM_ITER, getYieldFromIterInstruction],
  [GET_AWAITABLE, getAwaitableInstruction],
  [GET_AITER, getAiterInstruction],
  [GET_ANEXT, getAnextInstruction],
];

function endSendInstruction(_thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  S[sp - 2] = S[sp - 1];
  sp -= 1;
  return done(frame, sp);
}

/** Making the object and copying the frame into it (an awaited coroutine costs 90 ns in all). */
const generatorNs = 45;

function returnGeneratorInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const code = frame.code;
  let sp = frame.sp;
  const flags = code.flags;
  const generator = new PyGenerator(
    (flags & 0x20) !== 0 ? 'generator' : (flags & 0x80) !== 0 ? 'coroutine' : 'async-generator',
    frame,
  );
  frame.sp = sp;
  thread.kernel.spend(generatorNs);
  const isAwaited = isAwaitedAtOnce(frame);
  returnFromFrame(thread, frame, generator);
  if (frame.fn !== null) {
    generator.name = frame.fn.name;
    generator.qualifiedName = frame.fn.qualifiedName;
  }
  if (thread.originTrackingDepth > 0 && generator.kind === 'coroutine') generator.origin = originOf(thread);
  frame.generator = generator;
  frame.back = null;
  if (!isAwaited && isWorthWatching(generator)) thread.interpreter.mortals.watch(generator);
  return false;
}

/** (file, line, function) of those that made a coroutine. Models: compute_cr_origin in Objects/genobject.c. */
function originOf(thread: PyThread): PyTuple {
  const makers: PyTuple[] = [];
  for (let at = thread.frame; at !== null && makers.length < thread.originTrackingDepth; at = at.back) {
    if (!(at instanceof PyFrame)) continue;
    const { source } = at.code;
    makers.push(new PyTuple([source.fileName, at.code.lineOf(at.pc - 1), source.name]));
  }
  return new PyTuple(makers);
}

/** Whoever made the coroutine is about to await it: nothing can come between (but see `enter` in generators.ts). */
function isAwaitedAtOnce({ back, code, returnMode }: PyFrame): boolean {
  if (!(back instanceof PyFrame) || returnMode !== returnModes.push || (code.flags & 0x80) === 0) return false;
  return back.code.ops[back.pc] === GET_AWAITABLE;
}

function sendInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const value = S[--sp] as Value;
  frame.sp = sp;
  const result = thread.send(S[sp - 1] as Value, value, arg);
  if (result === undefined) return false;
  S[sp++] = result;
  return done(frame, sp);
}

function loadAssertionErrorInstruction(_thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  S[sp++] = exceptionNamed('AssertionError');
  return done(frame, sp);
}

function withExceptStartInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  // Stack: exit function, lasti, previous exception, exception.
  const exception = S[sp - 1] as PyException;
  frame.sp = sp;
  const result = invoke(thread, S[sp - 4] as Value, [exception.type, exception, exception.traceback], null);
  if (result === undefined) return false;
  S[sp++] = result;
  return done(frame, sp);
}

function pushExcInfoInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const exception = S[sp - 1] as PyException;
  S[sp - 1] = thread.handled;
  S[sp++] = exception;
  thread.handled = exception;
  return done(frame, sp);
}

function popExceptInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  thread.handled = S[--sp] as PyException | null;
  return done(frame, sp);
}

function checkExcMatchInstruction(_thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  const sp = frame.sp;
  const matches = checkExceptionMatch(S[sp - 2] as PyException, S[sp - 1] as Value);
  S[sp - 1] = matches;
  return done(frame, sp);
}

function checkEgMatchInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  const sp = frame.sp;
  frame.sp = sp - 2;
  const steps = groupMatchSteps(thread, frame, S[sp - 2] as PyException | null, S[sp - 1] as Value);
  pushSteps(thread, 'split', steps, returnModes.discard);
  return false;
}

/** What `raise` takes beside making the exception. */
export const raiseNs = 60;

function raiseVarargsInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const cause = arg === 2 ? (S[--sp] as Value) : undefined;
  const what = arg >= 1 ? (S[--sp] as Value) : undefined;
  frame.sp = sp;
  thread.kernel.spend(raiseNs);
  // A bare `raise` leaves no trace of its own.
  if (arg === 0 && thread.handled !== null) frame.reraisedAt = frame.pc - 1;
  if (raiseVarargs(thread, what, cause)) return false;
  return done(frame, sp);
}

function reraiseInstruction(_thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const exception = S[--sp] as PyException;
  frame.reraisedAt = frame.pc - 1;
  frame.sp = sp;
  throw new PyRaise(exception);
}

function cleanupThrowInstruction(_thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  // Stack: sub-iterator, last sent value, exception.
  const exception = S[sp - 1] as PyException;
  if (!exception.type.isSubtypeOf(exceptionNamed('StopIteration'))) frame.reraisedAt = frame.pc - 1;
  const value = cleanupThrow(exception);
  sp -= 2;
  S[sp - 1] = null;
  S[sp++] = value;
  return done(frame, sp);
}

function endAsyncForInstruction(_thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const exception = S[sp - 1] as PyException;
  if (!exception.type.isSubtypeOf(exceptionNamed('StopAsyncIteration'))) {
    frame.sp = sp - 2;
    frame.reraisedAt = frame.pc - 1;
    throw new PyRaise(exception);
  }
  sp -= 2;
  return done(frame, sp);
}

function getYieldFromIterInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const value = S[sp - 1];
  if (value instanceof PyGenerator) return done(frame, sp);
  frame.sp = sp - 1;
  const iterator = iteratorOf(thread, value as Value);
  if (iterator === undefined) return false;
  S[sp - 1] = iterator;
  return done(frame, sp);
}

function getAwaitableInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  frame.sp = sp - 1;
  const iterator = awaitable(thread, S[sp - 1] as Value, arg);
  if (iterator === undefined) return false;
  S[sp - 1] = iterator;
  return done(frame, sp);
}

function getAiterInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  frame.sp = sp - 1;
  const iterator = asyncIterator(thread, S[sp - 1] as Value);
  if (iterator === undefined) return false;
  S[sp - 1] = iterator;
  return done(frame, sp);
}

function getAnextInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  frame.sp = sp;
  const next = asyncNext(thread, S[sp - 1] as Value);
  if (next === undefined) return false;
  S[sp++] = next;
  return done(frame, sp);
}

function beforeWithInstruction(thread: PyThread, frame: PyFrame): boolean {
  return enterContext(thread, frame, false);
}

/** Binding two methods, and what awaiting them takes beside their own code: `async with` of a free asyncio.Lock is 460 ns in all. */
const asyncContextNs = 110;

function beforeAsyncWithInstruction(thread: PyThread, frame: PyFrame): boolean {
  thread.kernel.spend(asyncContextNs);
  return enterContext(thread, frame, true);
}

/** Leaves the bound exit method on the stack and calls the enter method. */
function enterContext(thread: PyThread, frame: PyFrame, isAsync: boolean): boolean {
  const S = frame.slots;
  const manager = S[frame.sp - 1] as Value;
  const type = typeOf(manager);
  const enter = loadSpecial(type, manager, isAsync ? '__aenter__' : '__enter__');
  const exit = loadSpecial(type, manager, isAsync ? '__aexit__' : '__exit__');
  if (enter === undefined || exit === undefined) {
    const protocol = isAsync ? 'the asynchronous context manager protocol' : 'the context manager protocol';
    const missed = enter === undefined ? '' : ` (missed ${isAsync ? '__aexit__' : '__exit__'} method)`;
    throw raised('TypeError', `'${type.title}' object does not support ${protocol}${missed}`);
  }
  S[frame.sp - 1] = exit;
  if (enter instanceof PyMethod && enter.callable instanceof NativeFunction) thread.kernel.spend(enter.callable.costNs);
  const result = invoke(thread, enter, [], null);
  if (result === undefined) return false;
  S[frame.sp] = result;
  return done(frame, frame.sp + 1);
}
