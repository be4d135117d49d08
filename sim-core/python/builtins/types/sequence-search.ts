/** index(), count() and remove() of lists and tuples: items are compared by `==`, which may be Python code. */
import type { Value } from '../../objects/value.ts';
import { compareSteps } from '../../vm/compare.ts';
import type { PyThread } from '../../vm/py-thread.ts';

/** For generator bodies: where the value first is; -1 if it is not there. The items may change meanwhile. */
export function* positionSteps(
  thread: PyThread,
  holder: { readonly items: readonly Value[] },
  value: Value,
  range: readonly [number, number] = [0, Infinity],
): Generator<undefined, number, Value> {
  for (let i = range[0]; i < range[1] && i < holder.items.length; i += 1) {
    const item = holder.items[i] as Value;
    if (item === value || (yield* compareSteps(thread, 2, item, value))) return i;
  }
  return -1;
}

/** For generator bodies. */
export function* countSteps(
  thread: PyThread,
  holder: { readonly items: readonly Value[] },
  value: Value,
): Generator<undefined, number, Value> {
  let count = 0;
  for (let i = 0; i < holder.items.length; i += 1) {
    const item = holder.items[i] as Value;
    if (item === value || (yield* compareSteps(thread, 2, item, value))) count += 1;
  }
  return count;
}
