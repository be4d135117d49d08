/** What the methods of containers and texts cost as they grow. Those that are not here cost the same for any size. */
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import {
  bytearrayType,
  bytesType,
  dictType,
  frozensetType,
  listType,
  setType,
  strType,
  tupleType,
} from '../../objects/builtin-types.ts';
import { NativeFunction } from '../../objects/native-function.ts';
import { PyClassMethod } from '../../objects/py-descriptors.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { assert } from '../../../base/assert.ts';
import { bytesOf, textOf } from '../../vm/compare.ts';
import { copyingNs, itemsIn, iterationNs, workCosts } from '../../vm/work-costs.ts';
import { type Work, withWork } from '../native-work.ts';

type WorkTable = Readonly<Record<string, Work>>;

const ownItems = (args: readonly (Value | undefined)[]): number => itemsIn(args[0]);
const search: Work = (args) => ownItems(args) * workCosts.comparedItemNs;
const shift: Work = (args) => ownItems(args) * workCosts.movedItemNs;
const fill: Work = (args) => iterationNs(args[1] ?? null, itemsIn(args[1]));
const hashAll: Work = (args) =>
  args.slice(1).reduce<number>((total, value) => total + itemsIn(value) * workCosts.hashedItemNs, 0);
const hashBoth: Work = (args, result) => hashAll(args, result) + ownItems(args) * workCosts.hashedItemNs;
const copyEntries: Work = (args) => ownItems(args) * workCosts.copiedEntryNs;

const ofList: WorkTable = {
  __init__: fill,
  extend: fill,
  copy: (_args, result) => copyingNs(result),
  index: (args, result) => (typeof result === 'number' ? result : ownItems(args)) * workCosts.comparedItemNs,
  count: search,
  remove: search,
  insert: shift,
  reverse: shift,
};

const ofSet: WorkTable = {
  copy: copyEntries,
  union: hashBoth,
  intersection: hashAll,
  difference: hashBoth,
  symmetric_difference: hashBoth,
};

const ofDict: WorkTable = { copy: copyEntries, update: hashAll, __init__: hashAll };

function length(value: Value | undefined): number {
  if (value instanceof PyBytes || value instanceof PyByteArray) return bytesOf(value).length;
  return textOf(value ?? null)?.length ?? 0;
}

const read: Work = (args) => length(args[0]) * workCosts.characterNs;
const rewrite: Work = (args, result) => (length(args[0]) + length(result)) * workCosts.characterNs;
const pieces: Work = (args, result) => read(args, result) + itemsIn(result) * workCosts.pieceNs;

const ofText: WorkTable = {
  split: pieces,
  rsplit: pieces,
  splitlines: pieces,
  join: (args, result) => rewrite(args, result) + itemsIn(args[1]) * workCosts.joinedItemNs,
  replace: rewrite,
  translate: rewrite,
  upper: rewrite,
  lower: rewrite,
  title: rewrite,
  capitalize: rewrite,
  swapcase: rewrite,
  count: read,
  find: read,
  rfind: read,
  index: read,
  rindex: read,
  isalpha: read,
  isdigit: read,
  isalnum: read,
};

/** Only texts have it. */
const ofStr: WorkTable = { ...ofText, casefold: rewrite };

attach(listType, ofList);
attach(tupleType, { __new__: (args) => iterationNs(args[1] ?? null, itemsIn(args[1])), index: search, count: search });
attach(setType, { ...ofSet, __init__: (args) => itemsIn(args[1]) * workCosts.hashedItemNs, update: hashAll });
attach(frozensetType, ofSet);
attach(dictType, ofDict);
attach(strType, ofStr);
attach(bytesType, ofText);
attach(bytearrayType, ofText);
attachToClassMethod(dictType, 'fromkeys', (_args, result) => itemsIn(result) * workCosts.hashedItemNs);

function attach(type: PyType, table: WorkTable): void {
  for (const [name, work] of Object.entries(table)) {
    const fn = type.namespace.get(name);
    assert(fn instanceof NativeFunction, `${type.name}.${name} is not native`);
    withWork(fn, work);
  }
}

function attachToClassMethod(type: PyType, name: string, work: Work): void {
  const wrapped = type.namespace.get(name);
  assert(wrapped instanceof PyClassMethod && wrapped.callable instanceof NativeFunction, `${type.name}.${name}`);
  withWork(wrapped.callable, work);
}
