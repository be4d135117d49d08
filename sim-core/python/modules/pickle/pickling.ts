/** One `dump`: goes through an object and all it is made of. Models: save in Modules/_pickle.c; a class for each, in its order of questions. */
import {
  bytearrayType,
  bytesType,
  ellipsisType,
  noneType,
  notImplementedType,
  setType,
  frozensetType,
  typeOf,
  typeType,
} from '../../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyFunction } from '../../objects/py-function.ts';
import { PyList } from '../../objects/py-list.ts';
import type { PyModule } from '../../objects/py-module.ts';
import { PyFrozenSet, PySet } from '../../objects/py-set.ts';
import { ellipsis, notImplemented } from '../../objects/py-singletons.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { pickleOpcodes as op } from '../../values/pickle/opcodes.ts';
import type { PickleWriter } from '../../values/pickle/pickle-writer.ts';
import { decodeBytes } from '../../values/text/decode.ts';
import { importSteps } from '../../vm/import.ts';
import { callSteps } from '../../vm/invoke.ts';
import { nextSteps } from '../../vm/iterate-all.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { strSteps } from '../../vm/repr.ts';
import { spendWork } from '../../vm/work-costs.ts';
import { attributeSteps, picklingError } from './pickle-errors.ts';
import type { PicklerObject } from './pickler-object.ts';
import type { PicklingHooks } from './pickling-hooks.ts';
import { saveFrozenSet, saveSet } from './save-sets.ts';
import { batchSize } from './batch-size.ts';
import { saveGlobal } from './save-global.ts';
import { reduceObject, saveReduced } from './save-reduced.ts';

type Steps<T> = Generator<undefined, T, Value>;

/** Per object, with what it writes. Source: python3.13 on lists of small ints and of short texts. */
const objectNs = 22;
/** As deep as C's stack lets it go, about (Py_C_RECURSION_LIMIT). */
const mostDepth = 1000;

export class Pickling {
  readonly thread: PyThread;
  readonly pickler: PicklerObject;
  readonly writer: PickleWriter;
  private readonly hooks: PicklingHooks;

  constructor(thread: PyThread, pickler: PicklerObject, writer: PickleWriter, hooks: PicklingHooks) {
    this.thread = thread;
    this.pickler = pickler;
    this.writer = writer;
    this.hooks = hooks;
  }

  isKnown(object: Value): boolean {
    return this.pickler.memo.has(object);
  }

  writeGet(object: Value): void {
    this.writer.get(this.pickler.memo.get(object) as number);
  }

  memoize(object: unknown): void {
    if (this.pickler.isFast) return;
    const index = this.pickler.memo.size;
    this.pickler.memo.set(object, index);
    this.writer.put(index);
  }

  *save(value: Value, isPersistent = false): Steps<null> {
    this.writer.boundary();
    spendWork(this.thread, objectNs);
    if (!isPersistent && this.hooks.persistentId !== undefined) {
      const id = yield* callSteps(this.thread, this.hooks.persistentId, [value]);
      if (id !== null) return yield* this.savePersistent(id);
    }
    if (this.saveAtom(value)) return null;
    if (this.pickler.memo.has(value)) {
      this.writeGet(value);
      return null;
    }
    if (typeof value === 'string') {
      this.saveText(value);
      return null;
    }
    this.pickler.depth += 1;
    try {
      if (this.pickler.depth > mostDepth)
        throw raised('RecursionError', 'maximum recursion depth exceeded while pickling an object');
      return yield* this.saveCompound(value);
    } finally {
      this.pickler.depth -= 1;
    }
  }

  private *savePersistent(id: Value): Steps<null> {
    if (this.writer.protocol === 0) this.writer.line(op.persistentId, yield* strSteps(this.thread, id));
    else {
      yield* this.save(id, true);
      this.writer.write(op.binaryPersistentId);
    }
    return null;
  }

  /** What needs no memo. */
  private saveAtom(value: Value): boolean {
    if (value === null) this.writer.write(op.none);
    else if (typeof value === 'boolean') this.writer.bool(value);
    else if (typeof value === 'number' || typeof value === 'bigint') this.writer.int(value);
    else if (value instanceof PyFloat) this.writer.float(value.value);
    else return false;
    return true;
  }

  saveText(value: string, key: unknown = value): void {
    this.writer.text(value);
    this.memoize(key);
  }

  private *saveCompound(value: Value): Steps<null> {
    const plain = this.plainSteps(value);
    if (plain !== null) return yield* plain;
    if (this.hooks.reducerOverride !== undefined) {
      const reduced = yield* callSteps(this.thread, this.hooks.reducerOverride, [value]);
      if (reduced !== notImplemented) return yield* this.saveAnswer(reduced, value);
    }
    const type = typeOf(value);
    if (type === typeType) return yield* this.saveType(value);
    if (value instanceof PyFunction) return yield* saveGlobal(this, value, null);
    if (type.isSubtypeOf(typeType) && (yield* this.reducerOf(type)) === undefined)
      return yield* saveGlobal(this, value, null);
    return yield* this.saveAnswer(yield* reduceObject(this, value), value);
  }

  private *saveAnswer(reduced: Value, object: Value): Steps<null> {
    if (typeof reduced === 'string') return yield* saveGlobal(this, object, reduced);
    if (!(reduced instanceof PyTuple)) throw picklingError('__reduce__ must return a string or tuple');
    return yield* saveReduced(this, reduced, object);
  }

  /** Exactly the built-in containers; null for anything else. */
  private plainSteps(value: Value): Steps<null> | null {
    const type = typeOf(value);
    if (type.isHeap) return null;
    if (value instanceof PyBytes) return this.saveBytes(value);
    if (value instanceof PyDict && type === PyDict.builtinType) return this.saveDict(value);
    if (value instanceof PySet && type === setType) return saveSet(this, value);
    if (value instanceof PyFrozenSet && type === frozensetType) return saveFrozenSet(this, value);
    if (value instanceof PyList) return this.saveList(value);
    if (value instanceof PyTuple) return this.saveTuple(value);
    if (value instanceof PyByteArray) return this.saveByteArray(value);
    return null;
  }

  private *saveBytes(value: PyBytes): Steps<null> {
    spendWork(this.thread, value.bytes.length * 0.03);
    if (this.writer.protocol >= 3) {
      this.writer.byteString(value.bytes);
      this.memoize(value);
      return null;
    }
    if (value.bytes.length === 0) return yield* this.saveCall(bytesType, [], value);
    const encode = yield* this.fromModule('_codecs', 'encode');
    return yield* this.saveCall(encode, [decodeBytes(value.bytes, 'latin-1'), 'latin1'], value);
  }

  private *saveByteArray(value: PyByteArray): Steps<null> {
    if (this.writer.protocol < 5)
      return yield* this.saveCall(
        bytearrayType,
        value.buffer.length === 0 ? [] : [new PyBytes(value.buffer.slice())],
        value,
      );
    this.writer.byteArray(value.buffer);
    this.memoize(value);
    return null;
  }

  *saveCall(callable: Value, args: readonly Value[], object: Value): Steps<null> {
    return yield* saveReduced(this, new PyTuple([callable, new PyTuple(args)]), object);
  }

  private *saveTuple(tuple: PyTuple): Steps<null> {
    const { items } = tuple;
    const { writer } = this;
    if (items.length === 0) {
      if (writer.protocol >= 1) writer.write(op.emptyTuple);
      else writer.write(op.mark, op.tuple);
      return null;
    }
    const isShort = items.length <= 3 && writer.protocol >= 2;
    if (!isShort) writer.write(op.mark);
    for (const item of items) yield* this.save(item);
    // It is in the memo already if it contains itself.
    if (this.isKnown(tuple)) {
      if (isShort || writer.protocol === 0)
        for (let i = isShort ? 1 : 0; i <= items.length; i += 1) writer.write(op.pop);
      else writer.write(op.popMark);
      this.writeGet(tuple);
      return null;
    }
    writer.write(isShort ? op.tuple1 + items.length - 1 : op.tuple);
    this.memoize(tuple);
    return null;
  }

  private *saveList(list: PyList): Steps<null> {
    const { writer } = this;
    if (writer.protocol >= 1) writer.write(op.emptyList);
    else writer.write(op.mark, op.list);
    this.memoize(list);
    if (writer.protocol === 0) {
      for (let i = 0; i < list.items.length; i += 1) {
        yield* this.save(list.items[i] as Value);
        writer.write(op.append);
      }
    } else if (list.items.length === 1) {
      yield* this.save(list.items[0] as Value);
      writer.write(op.append);
    } else yield* this.saveBatches(list);
    return null;
  }

  private *saveBatches(list: PyList): Steps<null> {
    for (let start = 0; start < list.items.length;) {
      this.writer.write(op.mark);
      const stop = start + batchSize;
      for (; start < list.items.length && start < stop; start += 1) yield* this.save(list.items[start] as Value);
      this.writer.write(op.appends);
    }
    return null;
  }

  /** What an iterator gives is appended. */
  *saveItems(iterator: Value): Steps<null> {
    return yield* this.saveIterated(iterator, op.append, op.appends);
  }

  /** What an iterator of pairs gives is put into a dict. */
  *savePairs(iterator: Value): Steps<null> {
    return yield* this.saveIterated(iterator, op.setItem, op.setItems);
  }

  private *saveIterated(iterator: Value, one: number, several: number): Steps<null> {
    const { thread, writer } = this;
    let first = yield* nextSteps(thread, iterator);
    while (first !== undefined) {
      let next: Value | undefined = writer.protocol === 0 ? undefined : yield* nextSteps(thread, iterator);
      if (next === undefined) {
        yield* this.saveIteratedItem(first, one);
        writer.write(one);
        if (writer.protocol > 0) return null;
        first = yield* nextSteps(thread, iterator);
        continue;
      }
      writer.write(op.mark);
      yield* this.saveIteratedItem(first, one);
      let count = 1;
      while (next !== undefined) {
        yield* this.saveIteratedItem(next, one);
        count += 1;
        next = count === batchSize ? undefined : yield* nextSteps(thread, iterator);
      }
      writer.write(several);
      first = count === batchSize ? yield* nextSteps(thread, iterator) : undefined;
    }
    return null;
  }

  private *saveIteratedItem(item: Value, one: number): Steps<null> {
    if (one === op.append) return yield* this.save(item);
    if (!(item instanceof PyTuple) || item.items.length !== 2)
      throw raised('TypeError', 'dict items iterator must return 2-tuples');
    for (const part of item.items) yield* this.save(part);
    return null;
  }

  private *saveDict(dict: PyDict): Steps<null> {
    const { writer } = this;
    if (writer.protocol >= 1) writer.write(op.emptyDict);
    else writer.write(op.mark, op.dict);
    this.memoize(dict);
    const { size } = dict;
    const entries = Array.from(dict.items());
    const isBatched = writer.protocol >= 1 && size !== 1;
    for (let start = 0; start < entries.length; start += batchSize) {
      if (isBatched) writer.write(op.mark);
      for (const entry of entries.slice(start, start + batchSize)) {
        yield* this.save(entry.key);
        yield* this.save(entry.value as Value);
        if (!isBatched) writer.write(op.setItem);
        if (dict.size !== size) throw raised('RuntimeError', 'dictionary changed size during iteration');
      }
      if (isBatched) writer.write(op.setItems);
    }
    return null;
  }

  /** The classes of None, NotImplemented and `...` have no name: they are asked of them. */
  private *saveType(value: Value): Steps<null> {
    const singleton = [
      [noneType, null],
      [notImplementedType, notImplemented],
      [ellipsisType, ellipsis],
    ].find(([type]) => type === value)?.[1];
    if (singleton !== undefined) return yield* this.saveCall(typeType, [singleton as Value], value);
    return yield* saveGlobal(this, value, null);
  }

  /** The reducer that a table has for a type. */
  *reducerOf(type: PyType): Steps<Value | undefined> {
    const table = this.hooks.dispatchTable ?? (yield* this.fromModule('copyreg', 'dispatch_table'));
    if (table instanceof PyDict) return table.get(type);
    const get = yield* attributeSteps(this.thread, table, 'get');
    return (yield* callSteps(this.thread, get, [type])) ?? undefined;
  }

  *fromModule(module: string, name: string): Steps<Value> {
    const found = (yield* importSteps(this.thread, module, '')) as PyModule;
    return yield* attributeSteps(this.thread, found, name);
  }
}
