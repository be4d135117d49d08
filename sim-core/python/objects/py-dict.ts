/**
 * Dictionaries: entries in insertion order beside an index, so that iterators are positions as in CPython (Objects/dictobject.c).
 * Keys are found through a JavaScript Map by a normal form (1, 1.0 and True are one key); keys compared by structure (tuples, bytes,
 * frozensets) go through hash buckets. Keys whose class defines __eq__ or __hash__ in Python are the interpreter's business: it looks
 * them up with `bucketOf` and calls Python itself.
 */
import { PyObject } from './value.ts';
import type { HasAttributes, AttributeBag, Value } from './value.ts';
import type { PyType } from './py-type.ts';
import { dictKeyOf, structuralHash, structurallyEqual, structural } from './dict-key.ts';

export class DictEntry {
  key: Value;
  value: Value | undefined;
  /** Index in `entries`; kept up to date by compaction. */
  position: number;
  /** Hash of keys that are found by bucket; 0 otherwise. */
  hash: number;

  constructor(key: Value, value: Value, position: number, hash: number) {
    this.key = key;
    this.value = value;
    this.position = position;
    this.hash = hash;
  }
}

/** The index of all empty dictionaries: many never hold anything. Nothing is ever put into it, and copies of the machine share it. */
export const emptyIndex = new Map<unknown, DictEntry>();

export class PyDict extends PyObject implements HasAttributes {
  /** Set by the type table once `dict` exists: the types need dicts to be made. */
  static builtinType: PyType;

  override type: PyType = PyDict.builtinType;
  attributes: AttributeBag | null = null;
  /** In insertion order; a removed entry leaves a hole until the next compaction. */
  entries: (DictEntry | null)[] = [];
  index = emptyIndex;
  buckets: Map<number, DictEntry[]> | null = null;
  size = 0;
  /** Grows with every key that comes or goes: caches of missing keys compare it. */
  keysVersion = 0;

  /** The value of a str key. */
  getText(key: string): Value | undefined {
    return this.index.get(key)?.value;
  }

  entryOfText(key: string): DictEntry | undefined {
    return this.index.get(key);
  }

  get(key: Value): Value | undefined {
    return this.entryOf(key)?.value;
  }

  has(key: Value): boolean {
    return this.entryOf(key) !== undefined;
  }

  entryOf(key: Value): DictEntry | undefined {
    const normal = dictKeyOf(key);
    if (normal !== structural) return this.index.get(normal);
    const bucket = this.buckets?.get(structuralHash(key));
    return bucket?.find((entry) => structurallyEqual(entry.key, key));
  }

  set(key: Value, value: Value): void {
    const normal = dictKeyOf(key);
    if (normal === structural) {
      this.setStructural(key, value);
      return;
    }
    const entry = this.index.get(normal);
    if (entry === undefined) {
      if (this.index === emptyIndex) this.index = new Map();
      this.index.set(normal, this.append(key, value, 0));
    } else entry.value = value;
  }

  /** Removes the key; gives its value back, undefined if it was not there. */
  remove(key: Value): Value | undefined {
    const entry = this.entryOf(key);
    if (entry === undefined) return undefined;
    const value = entry.value;
    this.removeEntry(entry);
    return value;
  }

  removeEntry(entry: DictEntry): void {
    const normal = entry.hash === 0 ? dictKeyOf(entry.key) : structural;
    if (normal === structural) {
      const bucket = this.buckets?.get(entry.hash);
      bucket?.splice(bucket.indexOf(entry), 1);
    } else this.index.delete(normal);
    this.entries[entry.position] = null;
    entry.value = undefined;
    this.size -= 1;
    this.keysVersion += 1;
    if (this.size === 0) this.entries = [];
    else if (entry.position === this.entries.length - 1) this.entries.length -= 1;
  }

  clear(): void {
    for (const entry of this.entries) if (entry !== null) entry.value = undefined;
    this.entries = [];
    this.index = emptyIndex;
    this.buckets = null;
    this.size = 0;
    this.keysVersion += 1;
  }

  /** All keys with this hash that are not found by normal form: for keys that only Python code can compare. */
  bucketOf(hash: number): readonly DictEntry[] {
    return this.buckets?.get(hash) ?? [];
  }

  /** Adds a key that only Python code can compare; the caller has made sure it is not there yet. */
  appendHashed(key: Value, value: Value, hash: number): void {
    const entry = this.append(key, value, hash);
    this.buckets ??= new Map();
    const bucket = this.buckets.get(hash);
    if (bucket === undefined) this.buckets.set(hash, [entry]);
    else bucket.push(entry);
  }

  *items(): IterableIterator<DictEntry> {
    for (const entry of this.entries) if (entry !== null) yield entry;
  }

  keys(): Value[] {
    const keys: Value[] = [];
    for (const entry of this.entries) if (entry !== null) keys.push(entry.key);
    return keys;
  }

  values(): Value[] {
    const values: Value[] = [];
    for (const entry of this.entries) if (entry !== null) values.push(entry.value as Value);
    return values;
  }

  copy(): PyDict {
    const twin = new PyDict();
    twin.update(this);
    return twin;
  }

  update(other: PyDict): void {
    for (const entry of other.entries) {
      if (entry === null) continue;
      if (entry.hash === 0) this.set(entry.key, entry.value as Value);
      else this.setHashed(entry);
    }
  }

  private setHashed(entry: DictEntry): void {
    const mine = this.bucketOf(entry.hash).find(
      (other) => other.key === entry.key || structurallyEqual(other.key, entry.key),
    );
    if (mine === undefined) this.appendHashed(entry.key, entry.value as Value, entry.hash);
    else mine.value = entry.value;
  }

  private setStructural(key: Value, value: Value): void {
    const hash = structuralHash(key);
    const entry = this.bucketOf(hash).find((other) => structurallyEqual(other.key, key));
    if (entry === undefined) this.appendHashed(key, value, hash);
    else entry.value = value;
  }

  private append(key: Value, value: Value, hash: number): DictEntry {
    if (this.entries.length > 16 && this.entries.length > 2 * this.size) this.compact();
    const entry = new DictEntry(key, value, this.entries.length, hash);
    this.entries.push(entry);
    this.size += 1;
    this.keysVersion += 1;
    return entry;
  }

  private compact(): void {
    this.entries = this.entries.filter((entry) => entry !== null);
    for (const [position, entry] of this.entries.entries()) if (entry !== null) entry.position = position;
  }
}
