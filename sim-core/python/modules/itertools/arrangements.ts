/** itertools.product, permutations, combinations, combinations_with_replacement: indices into pools. Models: Modules/itertoolsmodule.c. */
import type { PyType } from '../../objects/py-type.ts';
import { NativeIterator } from '../../objects/py-iterators.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { anyNumber, constructorSteps, exactly, method, named } from '../../builtins/define.ts';
import { iterateAll } from '../../vm/iterate-all.ts';
import { raised } from '../../vm/raise.ts';
import { nativeClass } from '../native-class.ts';
import { plainIndex } from '../native-numbers.ts';

/** Gives the next indices, changed in place; false at the end. */
type Step = (indices: number[], pools: readonly (readonly Value[])[], cycles: number[]) => boolean;

class Arrangement extends NativeIterator {
  override type: PyType;
  /** One pool for each place. */
  readonly pools: readonly (readonly Value[])[];
  readonly indices: number[];
  readonly cycles: number[];
  isFirst = true;
  isOver = false;

  constructor(type: PyType, pools: readonly (readonly Value[])[], indices: number[], cycles: number[] = []) {
    super();
    this.type = type;
    this.pools = pools;
    this.indices = indices;
    this.cycles = cycles;
  }

  next(): Value | undefined {
    if (this.isOver) return undefined;
    if (this.isFirst) this.isFirst = false;
    else if (!(steps.get(this.type) as Step)(this.indices, this.pools, this.cycles)) {
      this.isOver = true;
      return undefined;
    }
    return new PyTuple(this.pools.map((pool, place) => pool[this.indices[place] as number] as Value));
  }
}

const steps = new Map<PyType, Step>();

function arrangementClass(name: string, step: Step): PyType {
  const type = nativeClass('itertools', name);
  steps.set(type, step);
  method(type, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
  method(type, '__next__', exactly(0), (_thread, args) => {
    const value = (args[0] as Arrangement).next();
    if (value === undefined) throw raised('StopIteration');
    return value;
  });
  return type;
}

export const productType = arrangementClass('product', (indices, pools) => {
  for (let place = indices.length - 1; place >= 0; place -= 1) {
    indices[place] = (indices[place] as number) + 1;
    if ((indices[place] as number) < (pools[place] as readonly Value[]).length) return true;
    indices[place] = 0;
  }
  return false;
});
constructorSteps(productType, anyNumber(true), function* make(thread, args, keywords) {
  const pools: Value[][] = [];
  for (const source of args.slice(1)) pools.push(yield* iterateAll(thread, source as Value));
  const times = plainIndex(keywords?.get('repeat') ?? 1);
  if (times < 0) throw raised('ValueError', 'repeat argument cannot be negative');
  const all = Array.from({ length: times }, () => pools).flat();
  const made = new Arrangement(
    args[0] as PyType,
    all,
    all.map(() => 0),
  );
  made.isOver = all.some((pool) => pool.length === 0);
  return made;
});

export const combinationsType = arrangementClass('combinations', (indices, pools) => {
  const size = pools[0]?.length ?? 0;
  const count = indices.length;
  let place = count - 1;
  while (place >= 0 && indices[place] === place + size - count) place -= 1;
  if (place < 0) return false;
  indices[place] = (indices[place] as number) + 1;
  for (let i = place + 1; i < count; i += 1) indices[i] = (indices[i - 1] as number) + 1;
  return true;
});

export const replacementType = arrangementClass('combinations_with_replacement', (indices, pools) => {
  const size = pools[0]?.length ?? 0;
  let place = indices.length - 1;
  while (place >= 0 && indices[place] === size - 1) place -= 1;
  if (place < 0) return false;
  const index = (indices[place] as number) + 1;
  indices.fill(index, place);
  return true;
});

for (const type of [combinationsType, replacementType]) {
  constructorSteps(type, named(2, 'iterable', 'r'), function* make(thread, args) {
    const pool = yield* iterateAll(thread, args[1] as Value);
    const count = plainIndex(args[2] as Value);
    if (count < 0) throw raised('ValueError', 'r must be non-negative');
    const indices = Array.from({ length: count }, (_, i) => (type === combinationsType ? i : 0));
    const made = new Arrangement(
      args[0] as PyType,
      indices.map(() => pool),
      indices,
    );
    made.isOver = type === combinationsType ? count > pool.length : count > 0 && pool.length === 0;
    return made;
  });
}

/** Permutations keep all indices of the pool; the first r of them are shown. */
export const permutationsType = arrangementClass('permutations', (indices, pools, cycles) => {
  const size = indices.length;
  for (let place = pools.length - 1; place >= 0; place -= 1) {
    cycles[place] = (cycles[place] as number) - 1;
    if (cycles[place] === 0) {
      indices.push(indices.splice(place, 1)[0] as number);
      cycles[place] = size - place;
    } else {
      const other = size - (cycles[place] as number);
      [indices[place], indices[other]] = [indices[other] as number, indices[place] as number];
      return true;
    }
  }
  return false;
});
constructorSteps(permutationsType, named(1, 'iterable', 'r'), function* make(thread, args) {
  const pool = yield* iterateAll(thread, args[1] as Value);
  const count = args[2] === undefined || args[2] === null ? pool.length : plainIndex(args[2]);
  if (count < 0) throw raised('ValueError', 'r must be non-negative');
  const cycles = Array.from({ length: count }, (_, i) => pool.length - i);
  const made = new Arrangement(
    args[0] as PyType,
    cycles.map(() => pool),
    pool.map((_, i) => i),
    cycles,
  );
  made.isOver = count > pool.length;
  return made;
});
