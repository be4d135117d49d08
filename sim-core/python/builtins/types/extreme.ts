/** min() and max(). Models: min_max in Python/bltinmodule.c. */
import type { KeywordArguments, NativeArguments, NativeSteps } from '../../objects/native-function.ts';
import { NativeIterator } from '../../objects/py-iterators.ts';
import type { Value } from '../../objects/value.ts';
import { compareQuickly, compareSteps } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import { iteratorSteps, nextSteps, plainItems } from '../../vm/iterate-all.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { PyTuple } from '../../objects/py-tuple.ts';

export interface Extreme {
  readonly name: 'min' | 'max';
  /** The comparison by which an item beats the best so far: 0 `<`, 4 `>`. */
  readonly op: 0 | 4;
}

export function extreme(
  thread: PyThread,
  which: Extreme,
  args: NativeArguments,
  keywords: KeywordArguments | null,
): Value | undefined {
  const { name } = which;
  checkArguments(name, args, keywords);
  const fallback = keywords?.get('default');
  const key = keywords?.get('key') ?? null;
  const iterable = args.length > 1 ? new PyTuple(args as readonly Value[]) : (args[0] as Value);
  if (key === null && !(iterable instanceof NativeIterator)) {
    const items = plainItems(iterable);
    const found = items === null || items.length === 0 ? undefined : extremeQuickly(which.op, items);
    if (found !== undefined) return found;
  }
  return pushSteps(thread, name, extremeSteps(thread, which, { iterable, key, fallback }));
}

function checkArguments(name: string, args: NativeArguments, keywords: KeywordArguments | null): void {
  if (args.length === 0) throw raised('TypeError', `${name} expected at least 1 argument, got 0`);
  for (const keyword of keywords?.keys() ?? []) {
    if (keyword !== 'key' && keyword !== 'default') {
      throw raised('TypeError', `${name}() got an unexpected keyword argument '${keyword}'`);
    }
  }
  if (args.length > 1 && keywords?.has('default') === true) {
    throw raised('TypeError', `Cannot specify a default for ${name}() with multiple positional arguments`);
  }
}

function extremeQuickly(op: number, items: readonly Value[]): Value | undefined {
  let best = items[0] as Value;
  for (let i = 1; i < items.length; i += 1) {
    const item = items[i] as Value;
    const isBetter = compareQuickly(op, item, best);
    if (isBetter === undefined) return undefined;
    if (isBetter) best = item;
  }
  return best;
}

function* extremeSteps(
  thread: PyThread,
  which: Extreme,
  call: { iterable: Value; key: Value; fallback: Value | undefined },
): NativeSteps {
  const iterator = yield* iteratorSteps(thread, call.iterable);
  let best: Value | undefined;
  let bestKey: Value = null;
  for (;;) {
    const item = yield* nextSteps(thread, iterator);
    if (item === undefined) break;
    const key = call.key === null ? item : yield* callSteps(thread, call.key, [item]);
    if (best === undefined || (yield* compareSteps(thread, which.op, key, bestKey))) {
      best = item;
      bestKey = key;
    }
  }
  if (best !== undefined) return best;
  if (call.fallback === undefined) throw raised('ValueError', `${which.name}() iterable argument is empty`);
  return call.fallback;
}
