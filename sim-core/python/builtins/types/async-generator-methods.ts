/**
 * Asynchronous generators: each step is an awaitable with plain fields. Models: Objects/genobject.c, async_gen_asend and async_gen_athrow.
 */
import { asyncGeneratorType, objectType, typeType } from '../../objects/builtin-types.ts';
import { AsyncYield } from '../../objects/async-yield.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import type { PyException } from '../../objects/py-exception.ts';
import type { PyGenerator } from '../../objects/py-generator.ts';
import { PyType } from '../../objects/py-type.ts';
import { PyObject } from '../../objects/value.ts';
import type { Value } from '../../objects/value.ts';
import { returnModes } from '../../vm/frame.ts';
import { callSteps } from '../../vm/invoke.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import { discardUnstarted, resumeGenerator } from '../../vm/generators.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { makeException, PyRaise, raised, stopIteration } from '../../vm/raise.ts';
import { between, exactly, method, methodSteps } from '../define.ts';
import { exceptionToThrow, throwIntoGenerator } from './throw-into.ts';

type StepKind = 'anext' | 'athrow' | 'aclose';

const sendType = new PyType({
  name: 'async_generator_asend',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  canBeSubclassed: false,
});
const throwType = new PyType({
  name: 'async_generator_athrow',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  canBeSubclassed: false,
});

/** asend(), __anext__(), athrow() and aclose(): nothing happens before it is awaited. */
class AsyncStep extends PyObject {
  override readonly type: PyType;
  readonly generator: PyGenerator;
  readonly kind: StepKind;
  /** What is sent, or the arguments of athrow(). */
  readonly values: readonly (Value | undefined)[];
  state: 'new' | 'running' | 'over' = 'new';

  constructor(generator: PyGenerator, kind: StepKind, values: readonly (Value | undefined)[]) {
    super();
    this.type = kind === 'anext' ? sendType : throwType;
    this.generator = generator;
    this.kind = kind;
    this.values = values;
  }
}

/** Making the awaitable of a step, and the wrapper of what it yields. */
const stepNs = 100;

const generator = (self: Value | undefined): PyGenerator => self as PyGenerator;

method(asyncGeneratorType, '__aiter__', exactly(0), (_thread, args) => args[0] as Value);
method(asyncGeneratorType, '__anext__', exactly(0), (thread, args) => step(thread, args[0], 'anext', [null]));
method(asyncGeneratorType, 'asend', exactly(1), (thread, args) => step(thread, args[0], 'anext', [args[1]]));
method(asyncGeneratorType, 'athrow', between(1, 3), (thread, args) => step(thread, args[0], 'athrow', args.slice(1)));
method(asyncGeneratorType, 'aclose', exactly(0), (thread, args) => step(thread, args[0], 'aclose', []));

/** The awaitable; the first one of a generator tells the thread's hook (async_gen_init_hooks). */
function step(
  thread: PyThread,
  self: Value | undefined,
  kind: StepKind,
  values: readonly (Value | undefined)[],
): Value | undefined {
  const own = generator(self);
  thread.kernel.spend(stepNs);
  const made = new AsyncStep(own, kind, values);
  if (own.hasHooks) return made;
  own.hasHooks = true;
  own.finalizer = thread.asyncGeneratorHooks.finalizer;
  const { firstIteration } = thread.asyncGeneratorHooks;
  return firstIteration === null ? made : pushSteps(thread, 'init_hooks', afterHook(thread, firstIteration, own, made));
}

function* afterHook(thread: PyThread, hook: Value, own: PyGenerator, made: AsyncStep): NativeSteps {
  yield* callSteps(thread, hook, [own]);
  return made;
}

for (const type of [sendType, throwType]) {
  method(type, '__await__', exactly(0), (_thread, args) => args[0] as Value);
  method(type, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
  methodSteps(type, '__next__', exactly(0), function* next(thread, args) {
    return yield* advance(thread, args[0] as AsyncStep, null);
  });
  methodSteps(type, 'send', exactly(1), function* send(thread, args) {
    return yield* advance(thread, args[0] as AsyncStep, args[1] as Value);
  });
  methodSteps(type, 'throw', between(1, 3), function* throwException(thread, args) {
    const step = args[0] as AsyncStep;
    checkNotOver(step);
    const exception = yield* exceptionToThrow(thread, args.slice(1));
    return yield* outcome(step, throwIntoGenerator(thread, step.generator, exception));
  });
  method(type, 'close', exactly(0), (_thread, args) => {
    const step = args[0] as AsyncStep;
    if (step.state === 'running') finish(step);
    else step.state = 'over';
    return null;
  });
}

function checkNotOver(step: AsyncStep): void {
  if (step.state !== 'over') return;
  const what = step.kind === 'anext' ? '__anext__()/asend()' : 'aclose()/athrow()';
  throw raised('RuntimeError', `cannot reuse already awaited ${what}`);
}

function* advance(thread: PyThread, step: AsyncStep, value: Value): NativeSteps {
  checkNotOver(step);
  const isFirst = step.state === 'new';
  if (isFirst && step.generator.isStepping) {
    step.state = 'over';
    throw raised('RuntimeError', `${step.kind}(): asynchronous generator is already running`);
  }
  step.state = 'running';
  step.generator.isStepping = true;
  if (!isFirst || step.kind === 'anext') {
    const sent = isFirst && value === null ? (step.values[0] as Value) : value;
    return yield* outcome(step, resumeSteps(thread, step.generator, sent));
  }
  if (step.kind === 'aclose' && !step.generator.hasStarted) discardUnstarted(thread, step.generator);
  if (step.generator.frame === null) {
    finish(step);
    throw new PyRaise(step.kind === 'aclose' ? stopIteration(null) : makeException('StopAsyncIteration'));
  }
  if (step.kind === 'aclose') step.generator.isClosed = true;
  const exception =
    step.kind === 'aclose' ? makeException('GeneratorExit') : yield* exceptionToThrow(thread, step.values);
  return yield* outcome(step, throwIntoGenerator(thread, step.generator, exception));
}

function* resumeSteps(thread: PyThread, target: PyGenerator, value: Value): NativeSteps {
  resumeGenerator(thread, target, value, returnModes.generatorMethod, null);
  return yield;
}

/** The step is over: another one may begin. */
function finish(step: AsyncStep): void {
  step.state = 'over';
  step.generator.isStepping = false;
}

/** What the generator awaits is passed on; what it yields ends the step, and so does its end. */
function* outcome(step: AsyncStep, steps: NativeSteps): NativeSteps {
  let result: Value;
  try {
    result = yield* steps;
  } catch (error) {
    finish(step);
    if (!(error instanceof PyRaise)) throw error;
    throw new PyRaise(endOf(step, error.exception));
  }
  if (!(result instanceof AsyncYield)) return result;
  finish(step);
  if (step.kind === 'aclose') throw raised('RuntimeError', 'async generator ignored GeneratorExit');
  throw new PyRaise(stopIteration(result.value));
}

function endOf(step: AsyncStep, exception: PyException): PyException {
  const isA = (name: string): boolean => exception.type.isSubtypeOf(exceptionNamed(name));
  if (step.kind === 'aclose' && (isA('StopAsyncIteration') || isA('StopIteration') || isA('GeneratorExit')))
    return stopIteration(null);
  return isA('StopIteration') ? makeException('StopAsyncIteration') : exception;
}
