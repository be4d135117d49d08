/**
 * Copies a machine with everything that belongs to it: the checkpoint from which a run is gone on with.
 * What never changes is shared: code, built-in types and their methods, shapes, functions of ours. Native code that is in the middle of
 * something (a generator) cannot be copied: then there is no checkpoint at this moment.
 */
import { Copyable } from '../base/copyable.ts';
import { DictEntry } from '../python/objects/py-dict.ts';
import { PyObject } from '../python/objects/value.ts';
import { PyFrame } from '../python/vm/frame.ts';
import { emptyCaches, LoadedCode } from '../python/objects/loaded-code.ts';
import { NativeFunction } from '../python/objects/native-function.ts';
import { PyGetSet } from '../python/objects/py-descriptors.ts';
import { PySingleton } from '../python/objects/py-singletons.ts';
import { PyType } from '../python/objects/py-type.ts';
import { Shape } from '../python/objects/shape.ts';
import { TraceRecorder } from '../trace/trace-recorder.ts';
import { Mortals, Watched } from '../python/vm/mortals.ts';
import { Interpreter } from '../python/vm/interpreter.ts';

/** Thrown (and caught here) where something in the graph cannot be copied. */
class NotCopyable {}

export interface GraphCopy<T> {
  readonly copy: T;
  /** About what it takes in memory. */
  readonly bytes: number;
}

/** A copy of the object and all it refers to; null where that is not possible now. */
export function copyGraph<T extends object>(root: T, shared: readonly object[]): T | null {
  return measuredCopy(root, shared)?.copy ?? null;
}

export function measuredCopy<T extends object>(root: T, shared: readonly object[]): GraphCopy<T> | null {
  try {
    const copier = new Copier(shared);
    const copy = copier.copy(root);
    return { copy, bytes: copier.bytes };
  } catch (error) {
    if (error instanceof NotCopyable) return null;
    throw error;
  }
}

type Fields = Record<string, unknown>;

class Copier {
  private readonly twins = new Map<object, object>();
  private readonly pending: (() => void)[] = [];
  bytes = 0;

  constructor(shared: readonly object[]) {
    for (const object of shared) this.twins.set(object, object);
  }

  copy<T extends object>(root: T): T {
    const twin = this.twinOf(root) as T;
    for (let next = this.pending.pop(); next !== undefined; next = this.pending.pop()) next();
    return twin;
  }

  private value(value: unknown): unknown {
    return typeof value === 'object' && value !== null ? this.twinOf(value) : value;
  }

  private twinOf(object: object): object {
    const known = this.twins.get(object);
    if (known !== undefined) return known;
    const twin = this.makeTwin(object);
    this.twins.set(object, twin);
    return twin;
  }

  private makeTwin(object: object): object {
    if (isShared(object)) return object;
    if (Array.isArray(object)) return this.copyArray(object as unknown[]);
    if (object instanceof Map) return this.copyMap(object as Map<unknown, unknown>);
    if (object instanceof Set) return this.copySet(object as Set<unknown>);
    if (ArrayBuffer.isView(object)) return (object as Uint8Array).slice();
    if (object instanceof TraceRecorder) return mutedTwin(object);
    if (Object.prototype.toString.call(object) === '[object Generator]') throw new NotCopyable();
    return this.copyFields(object);
  }

  /** `slice` keeps the holes, and what the engine knows of the elements. */
  private copyArray(array: readonly unknown[]): unknown[] {
    const twin = array.slice();
    this.bytes += 32 + 8 * twin.length;
    this.pending.push(() => {
      for (let i = 0; i < twin.length; i += 1) {
        const value = twin[i];
        if (typeof value === 'object' && value !== null) twin[i] = this.twinOf(value);
      }
    });
    return twin;
  }

  private copyMap(map: ReadonlyMap<unknown, unknown>): Map<unknown, unknown> {
    const twin = new Map<unknown, unknown>();
    this.bytes += 64 + 40 * map.size;
    this.pending.push(() => {
      for (const [key, value] of map) twin.set(this.value(key), this.value(value));
    });
    return twin;
  }

  private copySet(set: ReadonlySet<unknown>): Set<unknown> {
    const twin = new Set<unknown>();
    this.bytes += 64 + 32 * set.size;
    this.pending.push(() => {
      for (const value of set) twin.add(this.value(value));
    });
    return twin;
  }

  private copyFields(object: object): object {
    const twin = emptyTwin(object) as Fields;
    this.pending.push(() => {
      const names = Object.keys(object);
      this.bytes += 24 + 8 * names.length;
      for (const name of names) {
        twin[name] =
          object instanceof LoadedCode && name === 'caches'
            ? emptyCaches(object.caches.length)
            : this.copyField(object, name);
      }
    });
    return twin;
  }

  private copyField(object: object, name: string): unknown {
    const value = (object as Fields)[name];
    if (object instanceof Watched && name === 'way') return null;
    if (object instanceof Mortals && name === 'ways') return new Map();
    const isImmutable =
      (object instanceof LoadedCode && name !== 'callCounts' && name !== 'constants') ||
      (object instanceof Interpreter && name === 'sourceLines');
    return isImmutable ? value : this.value(value);
  }
}

/** An object of the same class, and of the same hidden class as soon as it has its fields: see `Copyable`. */
function emptyTwin(object: object): object {
  if (object instanceof PyFrame) return new PyFrame(object.code, object.globals, object.builtins, object.fn);
  if (object instanceof DictEntry) return new DictEntry(null, null, 0, 0);
  if (object instanceof PyObject) return Reflect.construct(PyObject, [], object.constructor) as object;
  if (object instanceof Copyable) return Reflect.construct(Copyable, [], object.constructor) as object;
  return Object.create(Object.getPrototypeOf(object) as object | null) as object;
}

/** What all copies may share. */
function isShared(object: object): boolean {
  if (object instanceof PyType) return !object.isHeap;
  return (
    object instanceof NativeFunction ||
    object instanceof PyGetSet ||
    object instanceof PySingleton ||
    object instanceof Shape
  );
}

/** The copy only counts events: the original has recorded them, or will. */
function mutedTwin(recorder: TraceRecorder): TraceRecorder {
  const twin = new TraceRecorder();
  twin.isMuted = true;
  twin.length = recorder.length;
  twin.strings = [...recorder.strings];
  twin.stringIndex = new Map(recorder.stringIndex);
  twin.resources = [...recorder.resources];
  twin.tasks = [...recorder.tasks];
  twin.sharedResources = new Map(recorder.sharedResources);
  twin.outputCount = recorder.outputCount;
  return twin;
}
