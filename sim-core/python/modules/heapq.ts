/** The module `_heapq`: heaps in lists, atomic but for the comparisons. Models: Modules/_heapqmodule.c, the same comparisons in the same order. */
import { typeOf } from '../objects/builtin-types.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import type { Value } from '../objects/value.ts';
import { exactly, nativeSteps } from '../builtins/define.ts';
import { compareSteps } from '../vm/compare.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { fillModule } from './native-class.ts';

type Steps<T> = Generator<undefined, T, Value>;
/** Whether `a` goes above `b`. */
type Precedes = (thread: PyThread, a: Value, b: Value) => Steps<boolean>;

/** Finding `__lt__` and entering it from C, beside its own code. */
const pythonComparisonNs = 25;

function* less(thread: PyThread, a: Value, b: Value): Steps<boolean> {
  if (a instanceof PyInstance) thread.kernel.spend(pythonComparisonNs);
  return yield* compareSteps(thread, 0, a, b);
}

function* greater(thread: PyThread, a: Value, b: Value): Steps<boolean> {
  if (b instanceof PyInstance) thread.kernel.spend(pythonComparisonNs);
  return yield* compareSteps(thread, 0, b, a);
}

function heapOf(value: Value | undefined): PyList {
  if (!(value instanceof PyList))
    throw raised('TypeError', `heap argument must be a list, not ${typeOf(value ?? null).title}`);
  return value;
}

function changed(list: PyList, size: number): void {
  if (list.items.length !== size) throw raised('RuntimeError', 'list changed size during iteration');
}

function* siftDown(thread: PyThread, list: PyList, start: number, from: number, precedes: Precedes): Steps<void> {
  const size = list.items.length;
  if (from >= size) throw raised('IndexError', 'index out of range');
  let at = from;
  while (at > start) {
    const parent = (at - 1) >> 1;
    const isLess = yield* precedes(thread, list.items[at] as Value, list.items[parent] as Value);
    changed(list, size);
    if (!isLess) break;
    [list.items[at], list.items[parent]] = [list.items[parent] as Value, list.items[at] as Value];
    at = parent;
  }
}

function* siftUp(thread: PyThread, list: PyList, from: number, precedes: Precedes): Steps<void> {
  const size = list.items.length;
  const limit = size >> 1;
  let at = from;
  while (at < limit) {
    let child = 2 * at + 1;
    if (child + 1 < size) {
      if (!(yield* precedes(thread, list.items[child] as Value, list.items[child + 1] as Value))) child += 1;
      changed(list, size);
    }
    [list.items[at], list.items[child]] = [list.items[child] as Value, list.items[at] as Value];
    at = child;
  }
  yield* siftDown(thread, list, from, at, precedes);
}

function* pop(thread: PyThread, list: PyList, precedes: Precedes): Steps<Value> {
  const last = list.items.pop();
  if (last === undefined) throw raised('IndexError', 'index out of range');
  if (list.items.length === 0) return last;
  const top = list.items[0] as Value;
  list.items[0] = last;
  yield* siftUp(thread, list, 0, precedes);
  return top;
}

function* replace(thread: PyThread, list: PyList, item: Value, precedes: Precedes): Steps<Value> {
  const top = list.items[0];
  if (top === undefined) throw raised('IndexError', 'index out of range');
  list.items[0] = item;
  yield* siftUp(thread, list, 0, precedes);
  return top;
}

function* heapify(thread: PyThread, list: PyList, precedes: Precedes): Steps<null> {
  for (let at = (list.items.length >> 1) - 1; at >= 0; at -= 1) yield* siftUp(thread, list, at, precedes);
  return null;
}

const functions = [
  nativeSteps('heappush', exactly(2), function* heappush(thread, args) {
    const list = heapOf(args[0]);
    list.items.push(args[1] as Value);
    yield* siftDown(thread, list, 0, list.items.length - 1, less);
    return null;
  }),
  nativeSteps('heappop', exactly(1), function* heappop(thread, args) {
    return yield* pop(thread, heapOf(args[0]), less);
  }),
  nativeSteps('heapreplace', exactly(2), function* heapreplace(thread, args) {
    return yield* replace(thread, heapOf(args[0]), args[1] as Value, less);
  }),
  nativeSteps('heappushpop', exactly(2), function* heappushpop(thread, args) {
    const list = heapOf(args[0]);
    const top = list.items[0];
    if (top === undefined || !(yield* less(thread, top, args[1] as Value))) return args[1] as Value;
    return yield* replace(thread, list, args[1] as Value, less);
  }),
  nativeSteps('heapify', exactly(1), function* heapifySteps(thread, args) {
    return yield* heapify(thread, heapOf(args[0]), less);
  }),
  nativeSteps('_heappop_max', exactly(1), function* heappopMax(thread, args) {
    return yield* pop(thread, heapOf(args[0]), greater);
  }),
  nativeSteps('_heapreplace_max', exactly(2), function* heapreplaceMax(thread, args) {
    return yield* replace(thread, heapOf(args[0]), args[1] as Value, greater);
  }),
  nativeSteps('_heapify_max', exactly(1), function* heapifyMax(thread, args) {
    return yield* heapify(thread, heapOf(args[0]), greater);
  }),
];

export function makeHeapqModule(): PyModule {
  return fillModule(new PyModule('_heapq'), functions);
}
