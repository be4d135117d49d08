/**
 * Copies a machine with everything that belongs to it: the checkpoint from which a run is gone on with.
 * What never changes is shared: code, built-in types and their methods, shapes, functions of ours. Native code that is in the middle of
 * something (a generator) cannot be copied: then there is no checkpoint at this moment.
 */
import { Copyable } from '../base/copyable.ts';
import { DictEntry, emptyIndex } from '../python/objects/py-dict.ts';
import { PyInstance } from '../python/objects/py-instance.ts';
import { PyObject } from '../python/objects/value.ts';
import type { Value } from '../python/objects/value.ts';
import { PyFrame } from '../python/vm/frame.ts';
import { emptyCaches, LoadedCode } from '../python/objects/loaded-code.ts';
import { NativeFunction } from '../python/objects/native-function.ts';
import { PyFloat } from '../python/objects/py-float.ts';
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

/** How objects of a class are copied. */
type CopyWay = 'share' | 'array' | 'map' | 'set' | 'view' | 'recorder' | 'instance' | 'entry' | 'fields';

class Copier {
  private readonly twins = new Map<object, object>();
  private readonly ways = new Map<object | null, CopyWay>();
  /** Objects whose twins are still empty, each with its twin after it. */
  private readonly pending: object[] = [];
  bytes = 0;

  constructor(shared: readonly object[]) {
    for (const object of [emptyIndex, ...shared]) this.twins.set(object, object);
  }

  copy<T extends object>(root: T): T {
    const twin = this.twinOf(root) as T;
    while (this.pending.length > 0) {
      const next = this.pending.pop() as object;
      this.fill(this.pending.pop() as object, next);
    }
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
    if (twin !== object) this.pending.push(object, twin);
    return twin;
  }

  private wayOf(object: object): CopyWay {
    const prototype = Object.getPrototypeOf(object) as object | null;
    let way = this.ways.get(prototype);
    if (way === undefined) this.ways.set(prototype, (way = copyWayOf(object)));
    return way;
  }

  private makeTwin(object: object): object {
    switch (this.wayOf(object)) {
      case 'share':
        return object;
      case 'array':
        return (object as unknown[]).slice();
      case 'map':
        return new Map();
      case 'set':
        return new Set();
      case 'view':
        return (object as Uint8Array).slice();
      case 'recorder':
        return mutedTwin(object as TraceRecorder);
      case 'instance':
        return new PyInstance((object as PyInstance).type);
      case 'entry':
        return new DictEntry(null, null, 0, 0);
      case 'fields':
        return object instanceof PyType && !object.isHeap ? object : emptyTwin(object);
    }
  }

  private fill(object: object, twin: object): void {
    switch (this.wayOf(object)) {
      case 'array':
        return this.fillArray(twin as unknown[]);
      case 'map':
        return this.fillMap(object as Map<unknown, unknown>, twin as Map<unknown, unknown>);
      case 'set':
        return this.fillSet(object as Set<unknown>, twin as Set<unknown>);
      case 'instance':
        return this.fillInstance(object as PyInstance, twin as PyInstance);
      case 'entry':
        return this.fillEntry(object as DictEntry, twin as DictEntry);
      case 'fields':
        return this.fillFields(object, twin as Fields);
      case 'share':
      case 'view':
      case 'recorder':
    }
  }

  /** A slice keeps the holes, and what the engine knows of the elements. */
  private fillArray(twin: unknown[]): void {
    this.bytes += 32 + 8 * twin.length;
    for (let i = 0; i < twin.length; i += 1) {
      const value = twin[i];
      if (typeof value === 'object' && value !== null) twin[i] = this.twinOf(value);
    }
  }

  private fillMap(map: ReadonlyMap<unknown, unknown>, twin: Map<unknown, unknown>): void {
    this.bytes += 64 + 40 * map.size;
    for (const [key, value] of map) twin.set(this.value(key), this.value(value));
  }

  private fillSet(set: ReadonlySet<unknown>, twin: Set<unknown>): void {
    this.bytes += 64 + 32 * set.size;
    for (const value of set) twin.add(this.value(value));
  }

  /** Nobody else knows its slots. */
  private fillInstance(object: PyInstance, twin: PyInstance): void {
    this.bytes += 64;
    twin.type = this.value(object.type) as PyType;
    twin.shape = object.shape;
    twin.slots = object.slots.slice();
    this.fillArray(twin.slots);
    twin.dict = this.value(object.dict) as PyInstance['dict'];
    twin.members = this.value(object.members) as PyInstance['members'];
  }

  private fillEntry(object: DictEntry, twin: DictEntry): void {
    this.bytes += 56;
    twin.key = this.value(object.key) as Value;
    twin.value = this.value(object.value) as Value | undefined;
    twin.position = object.position;
    twin.hash = object.hash;
  }

  private fillFields(object: object, twin: Fields): void {
    const names = Object.keys(object);
    this.bytes += 24 + 8 * names.length;
    for (const name of names) {
      twin[name] =
        object instanceof LoadedCode && name === 'caches'
          ? emptyCaches(object.caches.length)
          : this.copyField(object, name);
    }
  }

  private copyField(object: object, name: string): unknown {
    const value = (object as Fields)[name];
    if (typeof value !== 'object' || value === null) return value;
    if (object instanceof Watched && name === 'way') return null;
    if (object instanceof Mortals && name === 'ways') return new Map();
    const isImmutable =
      (object instanceof LoadedCode && name !== 'callCounts' && name !== 'constants') ||
      (object instanceof Interpreter && name === 'sourceLines');
    return isImmutable ? value : this.twinOf(value);
  }
}

/** By its class: objects with the same prototype are copied alike. */
function copyWayOf(object: object): CopyWay {
  if (isShared(object)) return 'share';
  if (Array.isArray(object)) return 'array';
  if (object instanceof Map) return 'map';
  if (object instanceof Set) return 'set';
  if (ArrayBuffer.isView(object)) return 'view';
  if (object instanceof TraceRecorder) return 'recorder';
  if (Object.prototype.toString.call(object) === '[object Generator]') throw new NotCopyable();
  if (Object.getPrototypeOf(object) === PyInstance.prototype) return 'instance';
  return object instanceof DictEntry ? 'entry' : 'fields';
}

/** An object of the same class, and of the same hidden class as soon as it has its fields: see `Copyable`. */
function emptyTwin(object: object): object {
  if (object instanceof PyFrame) return new PyFrame(object.code, object.globals, object.builtins, object.fn);
  if (object instanceof PyObject) return Reflect.construct(PyObject, [], object.constructor) as object;
  if (object instanceof Copyable) return Reflect.construct(Copyable, [], object.constructor) as object;
  return Object.create(Object.getPrototypeOf(object) as object | null) as object;
}

/** What all copies may share; types that are not made by the program, too. */
function isShared(object: object): boolean {
  return (
    Object.getPrototypeOf(object) === PyFloat.prototype ||
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
