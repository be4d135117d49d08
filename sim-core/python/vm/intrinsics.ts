/** CALL_INTRINSIC_1 and 2. Models: Python/intrinsics.c. */
import { AsyncYield } from '../objects/async-yield.ts';
import type { NativeSteps } from '../objects/native-function.ts';
import type { PyDict } from '../objects/py-dict.ts';
import { PyException } from '../objects/py-exception.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import type { PyFunction } from '../objects/py-function.ts';
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { groupOf, isGroup, membersOf, splitBy } from './exception-group.ts';
import { importSteps } from './import.ts';
import { callSteps } from './invoke.ts';
import { pushSteps } from './native-steps.ts';
import type { PyFrame } from './frame.ts';
import { unaryOperation } from './operators.ts';
import type { PyThread } from './py-thread.ts';
import { makeException, Unsupported } from './raise.ts';
import { loadAttribute } from './attributes.ts';

export function callIntrinsic1(thread: PyThread, frame: PyFrame, number: number, value: Value): Value | undefined {
  switch (number) {
    case 2:
      return importStar(thread, frame, value);
    case 3:
      return stopIterationError(frame, value as PyException);
    case 4:
      return new AsyncYield(value);
    case 5:
      return unaryOperation(thread, '__pos__', value);
    case 6:
      return new PyTuple((value as PyList).items);
    default:
      return pushSteps(thread, 'intrinsic', typingIntrinsic(thread, '_intrinsics_1', number, [value]));
  }
}

/** from module import * */
function importStar(thread: PyThread, frame: PyFrame, module: Value): Value | undefined {
  const namespace = frame.namespace as PyDict;
  const dict = module instanceof PyModule ? module.dict : null;
  if (dict === null) throw new Unsupported('import * from an object that is not a module');
  const all = dict.getText('__all__');
  const names =
    all instanceof PyList || all instanceof PyTuple
      ? all.items
      : dict.keys().filter((key) => typeof key === 'string' && !key.startsWith('_'));
  // Where a module's `__getattr__` makes some of them, Python code runs.
  if (!names.every((name) => dict.getText(name as string) !== undefined))
    return pushSteps(thread, 'import *', starSteps(thread, namespace, module, names));
  for (const name of names) namespace.set(name, dict.getText(name as string) as Value);
  return null;
}

function* starSteps(thread: PyThread, namespace: PyDict, module: Value, names: readonly Value[]): NativeSteps {
  for (const name of names) {
    const value = loadAttribute(thread, module, name as string);
    namespace.set(name, value === undefined ? yield : value);
  }
  return null;
}

/** StopIteration out of a generator or coroutine becomes a RuntimeError. */
function stopIterationError(frame: PyFrame, exception: PyException): Value {
  const kind = frame.generator?.kind;
  const isStop = exception.type.isSubtypeOf(exceptionNamed('StopIteration'));
  const isAsyncStop = kind === 'async-generator' && exception.type.isSubtypeOf(exceptionNamed('StopAsyncIteration'));
  if (!isStop && !isAsyncStop) return exception;
  const what = kind === 'coroutine' ? 'coroutine' : kind === 'async-generator' ? 'async generator' : 'generator';
  const error = makeException('RuntimeError', `${what} raised ${isAsyncStop ? 'StopAsyncIteration' : 'StopIteration'}`);
  error.cause = exception;
  error.context = exception;
  error.suppressesContext = true;
  return error;
}

/** Type parameters and type aliases (PEP 695): objects of typing. Differs: in CPython they are C's, here typing's own code makes them. */
function* typingIntrinsic(
  thread: PyThread,
  table: string,
  number: number,
  args: readonly Value[],
): Generator<undefined, Value, Value> {
  const typing = (yield* importSteps(thread, 'typing', null)) as PyModule;
  const functions = typing.dict.getText(table) as PyDict;
  return yield* callSteps(thread, functions.get(number) as Value, args);
}

export function callIntrinsic2(thread: PyThread, number: number, a: Value, b: Value): Value | undefined {
  switch (number) {
    case 1:
      return pushSteps(thread, 'reraise', prepareReraiseStar(thread, a as PyException, b as PyList));
    case 4:
      (a as PyFunction).typeParameters = b as PyTuple;
      return a;
    default:
      return pushSteps(thread, 'intrinsic', typingIntrinsic(thread, '_intrinsics_2', number, [a, b]));
  }
}

/** For generator bodies: what leaves an except* statement – the unhandled rest, in the shape it had, and what the handlers raised. */
function* prepareReraiseStar(
  thread: PyThread,
  original: PyException,
  results: PyList,
): Generator<undefined, Value, Value> {
  const left = results.items.filter((item): item is PyException => item instanceof PyException);
  if (left.length === 0) return null;
  if (!isGroup(original)) return left[0] as PyException;
  const isRest = (exception: PyException): boolean =>
    exception.traceback === original.traceback &&
    exception.cause === original.cause &&
    exception.context === original.context;
  const raisedAnew = left.filter((exception) => !isRest(exception));
  const leaves = new Set(left.filter(isRest).flatMap(leavesOf));
  const rest =
    leaves.size === 0
      ? null
      : (yield* splitBy(thread, original, (member) => !isGroup(member) && leaves.has(member)))[1];
  if (rest === null) return raisedAnew.length === 1 ? (raisedAnew[0] as PyException) : groupOf(null, '', raisedAnew);
  return raisedAnew.length === 0 ? rest : groupOf(null, '', [...raisedAnew, rest]);
}

function leavesOf(exception: PyException): readonly PyException[] {
  return isGroup(exception) ? membersOf(exception).flatMap(leavesOf) : [exception];
}
