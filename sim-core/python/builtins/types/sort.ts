/**
 * Sorting. Models: list.sort in Objects/listobject.c. Where all keys are plain numbers or texts the order is unique, so JavaScript's stable sort
 * gives it; else `__lt__` is asked in the order CPython asks it in (runs and binary insertion; longer lists are merged without galloping).
 */
import { PyFloat } from '../../objects/py-float.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { compareIntWithFloat } from '../../values/int/int-float.ts';
import { compareSteps, orderTexts } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { sortingNs, spendWork } from '../../vm/work-costs.ts';

interface Sortable {
  readonly key: Value;
  readonly item: Value;
}

export interface SortOptions {
  readonly key: Value;
  readonly isReversed: boolean;
}

/** For generator bodies: the items in order. */
export function* sortedSteps(
  thread: PyThread,
  items: readonly Value[],
  options: SortOptions,
): Generator<undefined, Value[], Value> {
  const { key, isReversed } = options;
  const entries: Sortable[] = [];
  for (const item of items) entries.push({ key: key === null ? item : yield* callSteps(thread, key, [item]), item });
  const quick = sortedQuickly(entries, isReversed);
  if (quick !== null) spendWork(thread, plainSortNs(entries.map((entry) => entry.key)));
  const ordered = quick ?? (yield* sortedByComparing(thread, entries, isReversed));
  return ordered.map((entry) => entry.item);
}

/** Sorts where no key function is to be called and no Python code is needed; null otherwise. */
export function sortedPlainly(items: readonly Value[], isReversed: boolean): Value[] | null {
  let isPlain = true;
  const sorted = isReversed ? items.toReversed() : [...items];
  sorted.sort((a, b) => {
    const order = orderOf(a, b);
    if (order === null) isPlain = false;
    return order ?? 0;
  });
  if (!isPlain) return null;
  return isReversed ? sorted.toReversed() : sorted;
}

/** What sorting plain values costs: as many comparisons as their own order leaves to do. */
export function plainSortNs(items: readonly Value[]): number {
  let stretches = 1;
  for (let i = 1; i < items.length; i += 1)
    if ((orderOf(items[i] as Value, items[i - 1] as Value) ?? 0) < 0) stretches += 1;
  const isDescending = stretches === items.length;
  return sortingNs(items.length, isDescending ? 1 : stretches);
}

function sortedQuickly(entries: readonly Sortable[], isReversed: boolean): Sortable[] | null {
  let isPlain = true;
  const sorted = isReversed ? entries.toReversed() : [...entries];
  sorted.sort((a, b) => {
    const order = orderOf(a.key, b.key);
    if (order === null) isPlain = false;
    return order ?? 0;
  });
  if (!isPlain) return null;
  return isReversed ? sorted.toReversed() : sorted;
}

/** The order of two plain values of one kind; null where they have none (NaN, mixed kinds, objects). */
function orderOf(a: Value, b: Value): number | null {
  if (typeof a === 'string') return typeof b === 'string' ? orderTexts(a, b) : null;
  if (typeof a === 'number' || typeof a === 'bigint') return orderOfInt(a, b);
  if (a instanceof PyFloat) return orderOfFloat(a.value, b);
  const areTuples = a instanceof PyTuple && b instanceof PyTuple && !a.type.isHeap && !b.type.isHeap;
  return areTuples ? orderOfTuples(a.items, b.items) : null;
}

function orderOfInt(a: number | bigint, b: Value): number | null {
  if (typeof b === 'number' || typeof b === 'bigint') return a < b ? -1 : a > b ? 1 : 0;
  return b instanceof PyFloat ? compareIntWithFloat(a, b.value) : null;
}

function orderOfFloat(a: number, b: Value): number | null {
  if (typeof b === 'number' || typeof b === 'bigint') {
    const order = compareIntWithFloat(b, a);
    return order === null ? null : 0 - order;
  }
  if (!(b instanceof PyFloat)) return null;
  return a < b.value ? -1 : a > b.value ? 1 : a === b.value ? 0 : null;
}

function orderOfTuples(a: readonly Value[], b: readonly Value[]): number | null {
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    const order = orderOf(a[i] as Value, b[i] as Value);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function* sortedByComparing(
  thread: PyThread,
  entries: readonly Sortable[],
  isReversed: boolean,
): Generator<undefined, Sortable[], Value> {
  const sorted = isReversed ? entries.toReversed() : [...entries];
  const leastRun = minimumRun(sorted.length);
  const runs: { start: number; end: number }[] = [];
  for (let start = 0; start < sorted.length;) {
    const natural = yield* naturalRun(thread, sorted, start);
    const end = Math.max(natural, Math.min(start + leastRun, sorted.length));
    yield* insertBinary(thread, sorted, { start, sortedTo: natural, end });
    runs.push({ start, end });
    start = end;
    while (runs.length > 1 && shouldMerge(runs)) yield* mergeLast(thread, sorted, runs);
  }
  while (runs.length > 1) yield* mergeLast(thread, sorted, runs);
  return isReversed ? sorted.toReversed() : sorted;
}

function minimumRun(length: number): number {
  let rest = length;
  let odd = 0;
  while (rest >= 64) {
    odd |= rest & 1;
    rest >>= 1;
  }
  return rest + odd;
}

function* isLess(
  thread: PyThread,
  a: Sortable | undefined,
  b: Sortable | undefined,
): Generator<undefined, boolean, Value> {
  return yield* compareSteps(thread, 0, (a as Sortable).key, (b as Sortable).key);
}

/** The end of the run that begins at `start` (count_run of 3.13): a descending run is turned round, equal items keep their order. */
function* naturalRun(thread: PyThread, entries: Sortable[], start: number): Generator<undefined, number, Value> {
  let end = start + 1;
  while (end < entries.length && !(yield* isLess(thread, entries[end], entries[end - 1]))) end += 1;
  if (end === entries.length) return end;
  if (end > start + 1) {
    if (yield* isLess(thread, entries[start], entries[end - 1])) return end;
    reverseBetween(entries, start, end);
  }
  end = yield* descendingRun(thread, entries, end + 1);
  reverseBetween(entries, start, end);
  while (end < entries.length && !(yield* isLess(thread, entries[end], entries[end - 1]))) end += 1;
  return end;
}

/** The end of a descending run; equal neighbours in it are turned round, to be turned back with the whole. */
function* descendingRun(thread: PyThread, entries: Sortable[], from: number): Generator<undefined, number, Value> {
  let end = from;
  let equalFrom = end - 1;
  for (; end < entries.length; end += 1) {
    if (yield* isLess(thread, entries[end], entries[end - 1])) {
      reverseBetween(entries, equalFrom, end);
      equalFrom = end;
    } else if (yield* isLess(thread, entries[end - 1], entries[end])) break;
  }
  reverseBetween(entries, equalFrom, end);
  return end;
}

function reverseBetween(entries: Sortable[], start: number, end: number): void {
  if (end - start < 2) return;
  for (const [i, entry] of entries.slice(start, end).reverse().entries()) entries[start + i] = entry;
}

function* insertBinary(
  thread: PyThread,
  entries: Sortable[],
  run: { start: number; sortedTo: number; end: number },
): Generator<undefined, null, Value> {
  for (let at = run.sortedTo; at < run.end; at += 1) {
    const pivot = entries[at] as Sortable;
    let low = run.start;
    let high = at;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (yield* isLess(thread, pivot, entries[middle])) high = middle;
      else low = middle + 1;
    }
    entries.splice(at, 1);
    entries.splice(low, 0, pivot);
  }
  return null;
}

function shouldMerge(runs: readonly { start: number; end: number }[]): boolean {
  const [before, last] = [runs.at(-2), runs.at(-1)] as [{ start: number; end: number }, { start: number; end: number }];
  return before.end - before.start <= last.end - last.start;
}

function* mergeLast(
  thread: PyThread,
  entries: Sortable[],
  runs: { start: number; end: number }[],
): Generator<undefined, null, Value> {
  const right = runs.pop() as { start: number; end: number };
  const left = runs.at(-1) as { start: number; end: number };
  const merged: Sortable[] = [];
  let i = left.start;
  let j = right.start;
  while (i < left.end && j < right.end) {
    if (yield* isLess(thread, entries[j], entries[i])) merged.push(entries[j++] as Sortable);
    else merged.push(entries[i++] as Sortable);
  }
  merged.push(...entries.slice(i, left.end), ...entries.slice(j, right.end));
  for (const [offset, entry] of merged.entries()) entries[left.start + offset] = entry;
  left.end = right.end;
  return null;
}
