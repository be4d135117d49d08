/** Calling a class: `__new__`, then `__init__`. Models: type_call, object_new in Objects/typeobject.c. */
import { objectType, typeOf, typeType } from '../objects/builtin-types.ts';
import { NativeFunction } from '../objects/native-function.ts';
import type { NativeSteps } from '../objects/native-function.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyStaticMethod } from '../objects/py-descriptors.ts';
import { PyDict } from '../objects/py-dict.ts';
import type { Construction, PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { bindArguments } from './bind-arguments.ts';
import { NativeFrame, PyFrame, returnModes } from './frame.ts';
import type { Frame } from './frame.ts';
import { callSteps, invoke, invokeNative, markReturn } from './invoke.ts';
import { pushSteps } from './native-steps.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';

export function callType(
  thread: PyThread,
  type: PyType,
  args: readonly Value[],
  keywordNames: readonly string[] | null,
): Value | undefined {
  const metaCall = type.type === typeType ? undefined : type.type.lookup('__call__');
  if (metaCall instanceof PyFunction) return invoke(thread, metaCall, [type, ...args], keywordNames);
  return makeInstance(thread, type, args, keywordNames);
}

/** type.__call__ */
export function makeInstance(
  thread: PyThread,
  type: PyType,
  args: readonly Value[],
  keywordNames: readonly string[] | null,
): Value | undefined {
  if (type === typeType && args.length === 1 && keywordNames === null) return typeOf(args[0] as Value);
  let make = type.lookup('__new__');
  if (make instanceof PyStaticMethod) make = make.callable;
  if (make === objectNew()) {
    const object = newObject(thread, type, type.lookup('__init__') !== objectInit() ? 0 : args.length);
    return initialize(thread, object, type, args, keywordNames);
  }
  if (make instanceof NativeFunction && !make.isStepped) {
    const caller = thread.frame;
    const object = invokeNative(thread, make, [type, ...args], keywordNames);
    if (object !== undefined) return initialize(thread, watched(thread, object, type), type, args, keywordNames);
    if (type.lookup('__init__') !== objectInit())
      initializeAfterwards(thread, caller, { type, make, args, keywordNames });
    return undefined;
  }
  return pushSteps(thread, '__call__', newSteps(thread, { type, make: make as Value, args, keywordNames }));
}

/** An object that a native `__new__` has made: of a class of the program's own its end can be noticed. */
function watched(thread: PyThread, object: Value, type: PyType): Value {
  const isOwn = object instanceof PyInstance && object.type === type && type.lookup('__del__') instanceof PyFunction;
  if (isOwn) thread.interpreter.mortals.watch(object);
  return object;
}

/**
 * For the interpreter loop: the frame of a Python `__init__`, with its arguments from the caller's stack, where the class is called in the
 * usual way. Null: it goes the long way.
 */
// oxlint-disable-next-line max-params -- an object for each call would cost more than the call
export function quickInitialize(
  thread: PyThread,
  type: PyType,
  stack: readonly (Value | undefined)[],
  start: number,
  count: number,
): PyFrame | null {
  let known = type.construction;
  if (known === null || known.tag !== type.versionTag || known.metaTag !== type.type.versionTag)
    type.construction = known = constructionOf(type);
  const { init } = known;
  if (init === null || init.code.plainArgumentCount !== count + 1 || type.isAbstract) return null;
  const object = new PyInstance(type);
  if (known.isMortal) thread.interpreter.mortals.watch(object);
  const frame = new PyFrame(init.code, init.globals, thread.interpreter.builtins.dict, init);
  frame.slots[0] = object;
  for (let i = 0; i < count; i += 1) frame.slots[i + 1] = stack[start + i];
  frame.returnMode = returnModes.initialize;
  frame.extra = object;
  return frame;
}

function constructionOf(type: PyType): Construction {
  const hasOwnCall = type.type !== typeType && type.type.lookup('__call__') instanceof PyFunction;
  let make = type.lookup('__new__');
  if (make instanceof PyStaticMethod) make = make.callable;
  const init = type.lookup('__init__');
  return {
    tag: type.versionTag,
    metaTag: type.type.versionTag,
    init: !hasOwnCall && type.isHeap && make === objectNew() && init instanceof PyFunction ? init : null,
    isMortal: type.lookup('__del__') !== undefined,
  };
}

interface PendingNew {
  readonly type: PyType;
  readonly make: Value;
  readonly args: readonly Value[];
  readonly keywordNames: readonly string[] | null;
}

function* newSteps(thread: PyThread, call: PendingNew): Generator<undefined, Value, Value> {
  const { type, make, args, keywordNames } = call;
  const made = yield* callSteps(thread, make, [type, ...args], keywordNames);
  const object = initialize(thread, watched(thread, made, type), type, args, keywordNames);
  return object === undefined ? yield : object;
}

/** `__new__` has pushed a frame (above `caller`) that will give the object: below it goes one that then calls `__init__`. */
function initializeAfterwards(thread: PyThread, caller: Frame | null, call: PendingNew): void {
  const steps = initializeGiven(thread, call);
  steps.next();
  const frame = new NativeFrame(steps, '__call__', caller);
  let top = thread.frame;
  if (top === caller) thread.frame = frame;
  else {
    while (top !== null && top.back !== caller) top = top.back;
    if (top !== null) top.back = frame;
  }
}

function* initializeGiven(thread: PyThread, call: PendingNew): NativeSteps {
  const made = yield;
  const object = initialize(thread, made, call.type, call.args, call.keywordNames);
  return object === undefined ? yield : object;
}

function initialize(
  thread: PyThread,
  object: Value,
  type: PyType,
  args: readonly Value[],
  keywordNames: readonly string[] | null,
): Value | undefined {
  const own = typeOf(object);
  if (own !== type && !own.isSubtypeOf(type)) return object;
  const init = own.lookup('__init__');
  if (init === undefined || init === objectInit()) return object;
  if (init instanceof PyFunction) {
    const frame = bindArguments(thread, init, [object, ...args], keywordNames);
    frame.returnMode = returnModes.initialize;
    frame.extra = object;
    thread.pushFrame(frame);
    return undefined;
  }
  if (init instanceof NativeFunction && !init.isStepped) {
    const caller = thread.frame;
    if (invokeNative(thread, init, [object, ...args], keywordNames) !== undefined) return object;
    markReturn(thread, caller, returnModes.initialize, object);
    return undefined;
  }
  return pushSteps(thread, '__init__', initSteps(thread, { type, make: init, args, keywordNames }, object));
}

function* initSteps(thread: PyThread, call: PendingNew, object: Value): Generator<undefined, Value, Value> {
  const result = yield* callSteps(thread, call.make, [object, ...call.args], call.keywordNames);
  if (result !== null) throw raised('TypeError', `__init__() should return None, not '${typeOf(result).title}'`);
  return object;
}

function objectNew(): Value | undefined {
  return objectType.namespace.getText('__new__');
}

function objectInit(): Value | undefined {
  return objectType.namespace.getText('__init__');
}

/** object.__new__: `excess` arguments are one too many unless someone else takes them. */
export function newObject(thread: PyThread, type: PyType, excess: number): PyInstance {
  if (excess > 0) throw raised('TypeError', `${type.name}() takes no arguments`);
  if (type.isAbstract) throw abstractError(type);
  const object = new PyInstance(type);
  if (type.lookup('__del__') !== undefined) thread.interpreter.mortals.watch(object);
  return object;
}

function abstractError(type: PyType): unknown {
  const names = type.namespace.getText('__abstractmethods__');
  const listed = abstractNames(names).map((name) => `'${name}'`);
  const methods = `method${listed.length === 1 ? '' : 's'}`;
  return raised(
    'TypeError',
    `Can't instantiate abstract class ${type.name} without an implementation for abstract ${methods} ${listed.join(', ')}`,
  );
}

function abstractNames(names: Value | undefined): string[] {
  const dict = (names as { dict?: PyDict } | undefined)?.dict;
  if (!(dict instanceof PyDict)) return [];
  return dict
    .keys()
    .map(String)
    .sort((a, b) => (a < b ? -1 : 1));
}
