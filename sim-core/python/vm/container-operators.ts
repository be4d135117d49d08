/** +, *, |, &, -, ^ and % of built-in containers and texts, where no Python code is needed. Models: the sq_ and nb_ slots of Objects/*.c. */
import { bytesType, listType, tupleType, typeOf } from '../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../objects/py-bytes.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyDictView } from '../objects/py-iterators.ts';
import { PyList } from '../objects/py-list.ts';
import { PyFrozenSet, PySet } from '../objects/py-set.ts';
import { difference, intersection, removeAll, symmetricDifference, turnOver, union } from '../objects/set-algebra.ts';
import { SetMembers } from '../objects/set-members.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { bytesOf, textOf } from './compare.ts';
import { plainItems } from './iterate-all.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import { percentFormat } from './percent-format.ts';
import { isPlain } from './set-steps.ts';

const add = 0;
const and = 1;
const multiply = 5;
const modulo = 6;
const or = 7;
const subtract = 10;
const xor = 12;

/** The result, or undefined where the operands are not the containers' own (or Python code is needed). */
export function containerOperation(thread: PyThread, arg: number, a: Value, b: Value): Value | undefined {
  if (definesOwn(a) || definesOwn(b)) return undefined;
  const op = arg % 13;
  const isInPlace = arg >= 13;
  switch (op) {
    case add:
      return concatenate(a, b, isInPlace);
    case multiply:
      return repeat(a, b, isInPlace) ?? repeat(b, a, false);
    case modulo:
      return textOf(a) === null ? undefined : percentFormat(thread, textOf(a) as string, b);
    case or:
    case and:
    case subtract:
    case xor:
      return combineDicts(op, a, b, isInPlace) ?? combineSets(op, a, b, isInPlace);
    default:
      return undefined;
  }
}

function definesOwn(value: Value): boolean {
  return typeof value === 'object' && value !== null && value.type.isHeap && value.type.layout === 'object';
}

function concatenate(a: Value, b: Value, isInPlace: boolean): Value | undefined {
  const s = textOf(a);
  if (s !== null) {
    const t = textOf(b);
    if (t === null) throw raised('TypeError', `can only concatenate str (not "${typeOf(b).title}") to str`);
    return s + t;
  }
  if (a instanceof PyList) {
    if (isInPlace) {
      const items = plainItems(b);
      if (items === null) return undefined;
      for (const item of items === a.items ? [...items] : items) a.items.push(item);
      return a;
    }
    if (b instanceof PyList) return new PyList([...a.items, ...b.items]);
    if (!typeOf(b).isHeap)
      throw raised('TypeError', `can only concatenate ${listType.name} (not "${typeOf(b).title}") to list`);
    return undefined;
  }
  if (a instanceof PyTuple) {
    if (b instanceof PyTuple) return new PyTuple([...a.items, ...b.items]);
    if (!typeOf(b).isHeap)
      throw raised('TypeError', `can only concatenate ${tupleType.name} (not "${typeOf(b).title}") to tuple`);
    return undefined;
  }
  if (isBytes(a)) {
    if (!isBytes(b)) throw raised('TypeError', `can't concat ${typeOf(b).title} to ${typeOf(a).title}`);
    const joined = new Uint8Array([...bytesOf(a), ...bytesOf(b)]);
    if (a instanceof PyBytes) return new PyBytes(joined);
    if (isInPlace) {
      a.buffer = joined;
      return a;
    }
    return new PyByteArray(joined);
  }
  return undefined;
}

function isBytes(value: Value): value is PyBytes | PyByteArray {
  return value instanceof PyBytes || value instanceof PyByteArray;
}

/** sequence * count */
function repeat(a: Value, b: Value, isInPlace: boolean): Value | undefined {
  const count = typeof b === 'boolean' ? Number(b) : b;
  const text = textOf(a);
  const isSequence = text !== null || a instanceof PyList || a instanceof PyTuple || isBytes(a);
  if (!isSequence) return undefined;
  if (typeof count === 'bigint') throw raised('OverflowError', "cannot fit 'int' into an index-sized integer");
  if (typeof count !== 'number') {
    if (typeOf(b).isHeap || numberLike(b)) return undefined;
    if (isSequenceType(b)) throw raised('TypeError', `can't multiply sequence by non-int of type '${typeOf(b).title}'`);
    return undefined;
  }
  const times = Math.max(0, count);
  if (text !== null) {
    if (text.length * times > 0x1fff_ffff) throw raised('MemoryError');
    return text.repeat(times);
  }
  if (a instanceof PyList || a instanceof PyTuple) {
    const items = repeated(a.items, times);
    if (a instanceof PyTuple) return new PyTuple(items);
    if (!isInPlace) return new PyList(items);
    a.items = items;
    return a;
  }
  const bytes = new Uint8Array(repeated([...bytesOf(a as PyBytes)], times));
  return a instanceof PyByteArray ? new PyByteArray(bytes) : new PyBytes(bytes);
}

function numberLike(value: Value): boolean {
  return typeOf(value).name === 'float';
}

function isSequenceType(value: Value): boolean {
  return (
    value === null ||
    value instanceof PyList ||
    value instanceof PyTuple ||
    typeof value === 'string' ||
    typeOf(value) === bytesType
  );
}

function repeated<T>(items: readonly T[], times: number): T[] {
  if (items.length * times > 0x0400_0000) throw raised('MemoryError');
  const result: T[] = [];
  for (let i = 0; i < times; i += 1) for (const item of items) result.push(item);
  return result;
}

function combineDicts(op: number, a: Value, b: Value, isInPlace: boolean): Value | undefined {
  if (op !== or || !(a instanceof PyDict) || !(b instanceof PyDict)) return undefined;
  if (a.buckets !== null && b.buckets !== null && !(isPlain(a) && isPlain(b))) return undefined;
  const result = isInPlace ? a : a.copy();
  result.update(b);
  return result;
}

function membersOf(value: Value): SetMembers | null {
  if (value instanceof PySet || value instanceof PyFrozenSet) return value.dict;
  if (!(value instanceof PyDictView) || value.view === 'values') return null;
  if (!isPlain(value.dict)) return null;
  const members = new SetMembers();
  for (const entry of value.dict.items())
    members.set(value.view === 'keys' ? entry.key : new PyTuple([entry.key, entry.value as Value]), null);
  return members;
}

function combineSets(op: number, a: Value, b: Value, isInPlace: boolean): Value | undefined {
  const x = membersOf(a);
  const y = membersOf(b);
  if (x === null || y === null || !isPlain(x) || !isPlain(y)) return undefined;
  if (isInPlace && a instanceof PySet) {
    combineInPlace(op, a.dict, y);
    return a;
  }
  const result = combined(op, x, y);
  return a instanceof PyFrozenSet ? new PyFrozenSet(result) : new PySet(result);
}

function combined(op: number, x: SetMembers, y: SetMembers): SetMembers {
  if (op === or) return union(x, y);
  if (op === and) return intersection(x, y);
  return op === xor ? symmetricDifference(x, y) : difference(x, y);
}

function combineInPlace(op: number, x: SetMembers, y: SetMembers): void {
  if (op === or) x.merge(y);
  else if (op === xor) turnOver(x, y);
  else if (op === and) x.become(intersection(x, y));
  else removeAll(x, y);
}
