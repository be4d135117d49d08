/**
 * Copies a machine with everything that belongs to it: the checkpoint from which a run is gone on with.
 * What never changes is shared: code, built-in types and their methods, shapes, functions of ours. Native code that is in the middle of
 * something (a generator) cannot be copied: then there is no checkpoint at this moment.
 */
import { LoadedCode } from '../python/objects/loaded-code.ts';
import { NativeFunction } from '../python/objects/native-function.ts';
import { PyGetSet } from '../python/objects/py-descriptors.ts';
import { PySingleton } from '../python/objects/py-singletons.ts';
import { PyType } from '../python/objects/py-type.ts';
import { Shape } from '../python/objects/shape.ts';
import { TraceRecorder } from '../trace/trace-recorder.ts';
import { Interpreter } from '../python/vm/interpreter.ts';

/** Thrown (and caught here) where something in the graph cannot be copied. */
class NotCopyable {}

/** A copy of the object and all it refers to; null where that is not possible now. */
export function copyGraph<T extends object>(root: T, shared: readonly object[]): T | null {
  try {
    return new Copier(shared).copy(root);
  } catch (error) {
    if (error instanceof NotCopyable) return null;
    throw error;
  }
}

type Fields = Record<string, unknown>;

class Copier {
  private readonly twins = new Map<object, object>();
  private readonly pending: (() => void)[] = [];

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

  private copyArray(array: readonly unknown[]): unknown[] {
    // oxlint-disable-next-line unicorn/no-new-array -- of the same length, with the same holes
    const twin = new Array<unknown>(array.length);
    this.pending.push(() => {
      for (let i = 0; i < array.length; i += 1) if (i in array) twin[i] = this.value(array[i]);
    });
    return twin;
  }

  private copyMap(map: ReadonlyMap<unknown, unknown>): Map<unknown, unknown> {
    const twin = new Map<unknown, unknown>();
    this.pending.push(() => {
      for (const [key, value] of map) twin.set(this.value(key), this.value(value));
    });
    return twin;
  }

  private copySet(set: ReadonlySet<unknown>): Set<unknown> {
    const twin = new Set<unknown>();
    this.pending.push(() => {
      for (const value of set) twin.add(this.value(value));
    });
    return twin;
  }

  private copyFields(object: object): object {
    const twin = Object.create(Object.getPrototypeOf(object) as object | null) as Fields;
    this.pending.push(() => {
      for (const name of Object.keys(object)) {
        twin[name] =
          object instanceof LoadedCode && name === 'caches'
            ? object.caches.map(() => null)
            : this.copyField(object, name);
      }
    });
    return twin;
  }

  private copyField(object: object, name: string): unknown {
    const value = (object as Fields)[name];
    const isImmutable =
      (object instanceof LoadedCode && name !== 'callCounts' && name !== 'constants') ||
      (object instanceof Interpreter && name === 'sourceLines');
    return isImmutable ? value : this.value(value);
  }
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
