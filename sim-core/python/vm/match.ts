/** The match statement's tests. Models: match_keys and _PyEval_MatchClass in Python/ceval.c. */
import {
  boolType,
  dictType,
  frozensetType,
  listType,
  setType,
  strType,
  tupleType,
  typeOf,
  bytesType,
  bytearrayType,
  floatType,
  intType,
  objectType,
} from '../objects/builtin-types.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyList } from '../objects/py-list.ts';
import { PyMappingProxy } from '../objects/py-mapping-proxy.ts';
import { PyRange } from '../objects/py-range.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { loadAttribute } from './attributes.ts';
import { findEntrySteps, setItemSteps } from './dict-access.ts';
import { callSteps } from './invoke.ts';
import { isInstanceSteps } from './instance-check.ts';
import { pushSteps } from './native-steps.ts';
import { optionalAttribute } from './optional-attribute.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import { reprSteps } from './repr.ts';

/** Types whose first positional pattern is the subject itself. */
const selfMatching = new Set([
  boolType,
  bytearrayType,
  bytesType,
  dictType,
  floatType,
  frozensetType,
  intType,
  listType,
  setType,
  strType,
  tupleType,
]);

export function matchesMapping(value: Value): boolean {
  return (
    value instanceof PyDict ||
    value instanceof PyMappingProxy ||
    typeOf(value).mro.some((type) => type.name === 'Mapping')
  );
}

export function matchesSequence(value: Value): boolean {
  return (
    value instanceof PyList ||
    value instanceof PyTuple ||
    value instanceof PyRange ||
    typeOf(value).mro.some((type) => type.name === 'Sequence' || type.name === 'deque')
  );
}

/** A tuple of the values of the keys, or None if one is missing. */
export function matchKeys(thread: PyThread, subject: Value, keys: PyTuple): Value | undefined {
  return pushSteps(thread, 'match', matchKeySteps(thread, subject, keys));
}

function* matchKeySteps(thread: PyThread, subject: Value, keys: PyTuple): Generator<undefined, Value, Value> {
  const values: Value[] = [];
  const seen = new PyDict();
  for (const key of keys.items) {
    if ((yield* findEntrySteps(thread, seen, key)) !== undefined)
      throw raised('ValueError', `mapping pattern checks duplicate key (${yield* reprSteps(thread, key)})`);
    yield* setItemSteps(thread, seen, key, null, false);
    const value = yield* valueOfKey(thread, subject, key);
    if (value === undefined) return null;
    values.push(value);
  }
  return new PyTuple(values);
}

/** What the mapping has for the key; nothing is made for a missing one (get() is asked, not []). */
function* valueOfKey(thread: PyThread, subject: Value, key: Value): Generator<undefined, Value | undefined, Value> {
  const get = typeOf(subject).lookup('get');
  if (subject instanceof PyDict && !(get instanceof PyFunction))
    return (yield* findEntrySteps(thread, subject, key))?.value;
  const missing = new PyInstance(objectType);
  const value = yield* callSteps(thread, loadAttribute(thread, subject, 'get') as Value, [key, missing]);
  return value === missing ? undefined : value;
}

export interface ClassPattern {
  readonly subject: Value;
  readonly type: Value;
  readonly positional: number;
  readonly names: PyTuple;
}

/** A tuple of the attributes to match, or None. */
export function matchClass(thread: PyThread, pattern: ClassPattern): Value | undefined {
  return pushSteps(thread, 'match', matchClassSteps(thread, pattern));
}

function* matchClassSteps(thread: PyThread, pattern: ClassPattern): Generator<undefined, Value, Value> {
  const { subject, type } = pattern;
  if (!(type instanceof PyType)) throw raised('TypeError', 'called match pattern must be a class');
  if (!(yield* isInstanceSteps(thread, subject, type))) return null;
  const values: Value[] = [];
  const names = [...positionalNames(type, pattern.positional), ...(pattern.names.items as readonly string[])];
  const seen = new Set<string>();
  for (const name of names) {
    if (name === null) {
      values.push(subject);
      continue;
    }
    if (typeof name !== 'string')
      throw raised('TypeError', `__match_args__ elements must be strings (got ${typeOf(name as Value).title})`);
    if (seen.has(name)) throw raised('TypeError', `${type.name}() got multiple sub-patterns for attribute '${name}'`);
    seen.add(name);
    const value = yield* optionalAttribute(thread, subject, name);
    if (value === undefined) return null;
    values.push(value);
  }
  return new PyTuple(values);
}

/** Attribute names of positional patterns; null for the subject itself. */
function positionalNames(type: PyType, count: number): readonly (string | null)[] {
  if (count === 0) return [];
  const declared = type.lookup('__match_args__');
  if (declared === undefined) {
    if (type.mro.some((base) => selfMatching.has(base)) && count === 1) return [null];
    throw raised('TypeError', `${type.name}() accepts 0 positional sub-patterns (${count} given)`);
  }
  if (!(declared instanceof PyTuple))
    throw raised('TypeError', `${type.name}.__match_args__ must be a tuple (got ${typeOf(declared).title})`);
  if (declared.items.length < count) {
    const allowed = declared.items.length;
    throw raised(
      'TypeError',
      `${type.name}() accepts ${allowed} positional sub-pattern${allowed === 1 ? '' : 's'} (${count} given)`,
    );
  }
  return declared.items.slice(0, count) as readonly string[];
}
