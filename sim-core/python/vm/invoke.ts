/**
 * Calling. Each function answers at once, or gives undefined after it has pushed a frame or begun a blocking call whose result is the call's.
 * Models: Objects/call.c, type_call in Objects/typeobject.c, the error texts of Python/getargs.c.
 */
import { typeOf } from '../objects/builtin-types.ts';
import { NativeFunction, NativeMethod } from '../objects/native-function.ts';
import type { KeywordArguments, NativeArguments, PlainBody, SteppedBody } from '../objects/native-function.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyMethod } from '../objects/py-method.ts';
import { PyStaticMethod } from '../objects/py-descriptors.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { loadSpecial } from './attributes.ts';
import { bindArguments } from './bind-arguments.ts';
import { iterateAll } from './iterate-all.ts';
import { NativeFrame, returnModes } from './frame.ts';
import type { Frame } from './frame.ts';
import { PassOn } from './pass-on.ts';
import { nativeArguments } from './native-arguments.ts';
import { pushSteps } from './native-steps.ts';
import { callType } from './call-type.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import { deliver } from './return-value.ts';

/** Calls anything. The last `keywordNames.length` of `args` are keyword arguments. */
export function invoke(
  thread: PyThread,
  callable: Value,
  args: readonly Value[],
  keywordNames: readonly string[] | null,
): Value | undefined {
  if (callable instanceof PyFunction) {
    const frame = bindArguments(thread, callable, args, keywordNames);
    thread.pushFrame(frame);
    return undefined;
  }
  if (callable instanceof NativeFunction) return invokeNative(thread, callable, args, keywordNames);
  if (callable instanceof PyMethod) return invoke(thread, callable.callable, [callable.self, ...args], keywordNames);
  if (callable instanceof PyType) return callType(thread, callable, args, keywordNames);
  if (callable instanceof PyStaticMethod) return invoke(thread, callable.callable, args, keywordNames);
  const call = loadSpecial(typeOf(callable), callable, '__call__');
  if (call === undefined) throw raised('TypeError', `'${typeOf(callable).title}' object is not callable`);
  return invoke(thread, call, args, keywordNames);
}

export function invokeNative(
  thread: PyThread,
  fn: NativeFunction,
  args: readonly Value[],
  keywordNames: readonly string[] | null,
): Value | undefined {
  if (fn instanceof NativeMethod) checkReceiver(fn, args);
  const { positional, keywords } = nativeArguments(fn, args, keywordNames);
  const caller = thread.frame;
  let result: Value | undefined;
  if (fn.isStepped) pushSteps(thread, fn.name, (fn.body as SteppedBody)(thread, positional, keywords));
  else result = (fn.body as PlainBody)(thread, positional, keywords);
  if (result === undefined) noteHeld(thread, caller, positional, keywords);
  return result;
}

/** Native code closes over nothing of a run: what it holds has come from its arguments, or is sent to it. */
function noteHeld(
  thread: PyThread,
  caller: Frame | null,
  positional: NativeArguments,
  keywords: KeywordArguments | null,
): void {
  for (let frame = thread.frame; frame !== null && frame !== caller; frame = frame.back)
    if (frame instanceof NativeFrame)
      frame.held ??= keywords === null ? [...positional] : [...positional, ...keywords.values()];
}

function checkReceiver(fn: NativeMethod, args: readonly Value[]): void {
  const self = args[0];
  if (self === undefined) throw raised('TypeError', `unbound method ${fn.title}() needs an argument`);
  const type = typeOf(self);
  if (type !== fn.owner && !type.isSubtypeOf(fn.owner)) {
    throw raised(
      'TypeError',
      `descriptor '${fn.name}' for '${fn.owner.name}' objects doesn't apply to a '${type.title}' object`,
    );
  }
}

/** Calls, and has the result handled in a special way. True: it was handled at once. */
export function invokeWithMode(
  thread: PyThread,
  callable: Value,
  args: readonly Value[],
  mode: number,
  extra: Frame['extra'] = null,
): boolean {
  const caller = thread.frame;
  const value = invoke(thread, callable, args, null);
  if (value !== undefined) return mode === returnModes.discard;
  markReturn(thread, caller, mode, extra);
  return false;
}

/** Gives the frame just pushed (above `caller`) a return mode; a blocking call gets a frame of its own for that. */
export function markReturn(thread: PyThread, caller: Frame | null, mode: number, extra: Frame['extra']): void {
  if (thread.frame === caller || thread.frame === null) pushSteps(thread, 'call', new PassOn());
  const top = thread.frame as Frame;
  top.returnMode = mode;
  top.extra = extra;
}

/** CALL_FUNCTION_EX: f(*args, **keywords). */
export function callFunctionEx(
  thread: PyThread,
  callable: Value,
  args: Value,
  keywords: Value | null,
): Value | undefined {
  if (!(args instanceof PyTuple)) return pushSteps(thread, 'call', spreadCall(thread, callable, args, keywords));
  if (keywords === null || (keywords instanceof PyDict && keywords.size === 0))
    return invoke(thread, callable, args.items, null);
  const names: string[] = [];
  const values: Value[] = [...args.items];
  for (const entry of (keywords as PyDict).items()) {
    if (typeof entry.key !== 'string') throw raised('TypeError', 'keywords must be strings');
    names.push(entry.key);
    values.push(entry.value as Value);
  }
  return invoke(thread, callable, values, names);
}

function* spreadCall(
  thread: PyThread,
  callable: Value,
  args: Value,
  keywords: Value | null,
): Generator<undefined, Value, Value> {
  const items = yield* iterateAll(thread, args, (type) => `Value after * must be an iterable, not ${type}`);
  const value = callFunctionEx(thread, callable, new PyTuple(items), keywords);
  return value === undefined ? yield : value;
}

/** For generator bodies: calls and waits for the result. */
export function* callSteps(
  thread: PyThread,
  callable: Value,
  args: readonly Value[],
  keywordNames: readonly string[] | null = null,
): Generator<undefined, Value, Value> {
  const value = invoke(thread, callable, args, keywordNames);
  return value === undefined ? yield : value;
}

/** Goes on with a native frame whose turn it is: it was just pushed, or what it waited for is there. */
export function resumeNative(thread: PyThread, frame: NativeFrame): void {
  const { sent } = thread;
  if (frame.held !== null && typeof sent === 'object' && sent !== null) frame.held.push(sent);
  const result = frame.steps.next(sent);
  if (result.done === true) finishNative(thread, frame, result.value);
}

/** A native frame has returned. */
export function finishNative(thread: PyThread, frame: NativeFrame, value: Value): void {
  thread.frame = frame.back;
  deliver(thread, frame, value);
}
