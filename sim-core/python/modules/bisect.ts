/** The module `_bisect`. Models: Modules/_bisectmodule.c. */
import { PyModule } from '../objects/py-module.ts';
import type { NativeArguments } from '../objects/native-function.ts';
import type { Value } from '../objects/value.ts';
import { nativeSteps } from '../builtins/define.ts';
import type { Arity } from '../builtins/define.ts';
import { loadAttribute } from '../vm/attributes.ts';
import { compareSteps } from '../vm/compare.ts';
import { callSteps } from '../vm/invoke.ts';
import { loadItem } from '../vm/operators.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { fillModule } from './native-class.ts';
import { plainIndex } from './native-numbers.ts';

type Steps<T> = Generator<undefined, T, Value>;
const arity: Arity = { least: 2, most: 4, names: ['a', 'x', 'lo', 'hi', 'key'] };

function* search(thread: PyThread, args: NativeArguments, isRight: boolean, wanted: Value): Steps<number> {
  const list = args[0] as Value;
  const key = args[4] ?? null;
  let low = args[2] === undefined ? 0 : plainIndex(args[2]);
  if (low < 0) throw raised('ValueError', 'lo must be non-negative');
  const size = thread.lengthOf(list);
  const length = size === undefined ? yield : size;
  let high = args[3] === undefined || args[3] === null ? (length as number) : plainIndex(args[3]);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = loadItem(thread, list, middle);
    let item: Value = found === undefined ? yield : found;
    if (key !== null) item = yield* callSteps(thread, key, [item]);
    const goesLeft = isRight
      ? yield* compareSteps(thread, 0, wanted, item)
      : !(yield* compareSteps(thread, 0, item, wanted));
    if (goesLeft) high = middle;
    else low = middle + 1;
  }
  return low;
}

function* insert(thread: PyThread, args: NativeArguments, isRight: boolean): Steps<Value> {
  const key = args[4] ?? null;
  const wanted = key === null ? (args[1] as Value) : yield* callSteps(thread, key, [args[1] as Value]);
  const at = yield* search(thread, args, isRight, wanted);
  const found = loadAttribute(thread, args[0] as Value, 'insert');
  yield* callSteps(thread, found === undefined ? yield : found, [at, args[1] as Value]);
  return null;
}

function searching(name: string, isRight: boolean) {
  return nativeSteps(name, arity, function* bisect(thread, args) {
    return yield* search(thread, args, isRight, args[1] as Value);
  });
}

function inserting(name: string, isRight: boolean) {
  return nativeSteps(name, arity, function* insort(thread, args) {
    return yield* insert(thread, args, isRight);
  });
}

export function makeBisectModule(): PyModule {
  const module = fillModule(new PyModule('_bisect'), [
    searching('bisect_left', false),
    searching('bisect_right', true),
    inserting('insort_left', false),
    inserting('insort_right', true),
  ]);
  module.dict.set('bisect', module.dict.getText('bisect_right') as Value);
  module.dict.set('insort', module.dict.getText('insort_right') as Value);
  return module;
}
