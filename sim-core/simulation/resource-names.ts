/** What a person would call the things that threads share: the variable they are found in. */
import { PyCell } from '../python/objects/py-cell.ts';
import { PyDict } from '../python/objects/py-dict.ts';
import { PyInstance } from '../python/objects/py-instance.ts';
import { PyList } from '../python/objects/py-list.ts';
import { PyModule } from '../python/objects/py-module.ts';
import { PyTuple } from '../python/objects/py-tuple.ts';
import type { Value } from '../python/objects/value.ts';
import { PyFrame } from '../python/vm/frame.ts';
import type { Interpreter } from '../python/vm/interpreter.ts';
import type { Machine } from '../python/vm/machine.ts';
import type { SyncObject } from '../python/vm/sync-object.ts';
import type { Primitive } from '../python/modules/thread/primitive.ts';
import { ThreadHandle } from '../python/modules/thread/thread-handle.ts';
import { reprText } from '../python/values/text/repr.ts';
import type { TraceResource } from '../trace/trace.ts';

const deepest = 3;
const mostItems = 200;

export function nameResources(machine: Machine): void {
  for (const interpreter of machine.interpreters) new Namer(interpreter).nameAll();
}

class Namer {
  private readonly interpreter: Interpreter;
  private readonly wanted: Set<object>;
  private readonly seen = new Set<object>();
  /** The variable each instance was found in. */
  private readonly names = new Map<object, string>();
  /** Locals of a function are only taken where the program gave no better name when it made the thing. */
  private isLocal = false;

  constructor(interpreter: Interpreter) {
    this.interpreter = interpreter;
    this.wanted = new Set<object>([...interpreter.syncObjects, ...interpreter.primitives.keys()]);
  }

  nameAll(): void {
    const { syncObjects, primitives } = this.interpreter;
    for (const object of syncObjects) if (object instanceof ThreadHandle) this.nameHandle(object);
    for (const primitive of primitives.values()) this.nameStart(primitive);
    const main = this.interpreter.modules.getText('__main__');
    if (main instanceof PyModule) this.visitDict(main.dict, 0);
    this.isLocal = true;
    for (const thread of this.interpreter.threads) {
      for (let frame = thread.frame; frame !== null; frame = frame.back)
        if (frame instanceof PyFrame && !frame.code.isLibrary) this.visitLocals(frame);
    }
    for (const primitive of primitives.values()) this.nameParts(primitive);
    this.tellApart();
  }

  private describe(resource: number, change: Partial<TraceResource>): void {
    this.interpreter.kernel.recorder.describeResource(resource, change);
  }

  private described(resource: number): TraceResource | undefined {
    return this.interpreter.kernel.recorder.resources[resource];
  }

  /** The event by which a thread tells that it has begun. */
  private nameStart({ parent, resource }: Primitive): void {
    const name = parent instanceof PyInstance && isThread(parent) ? parent.get('_name') : undefined;
    if (typeof name === 'string') this.describe(resource, { name: `start of ${name}` });
  }

  /** What the library made for an object goes by that object's name. */
  private nameParts({ parent, resource }: Primitive): void {
    const name = typeof parent === 'object' && parent !== null ? this.names.get(parent) : undefined;
    if (name !== undefined && hasNoName(this.described(resource), resource)) this.describe(resource, { name });
    const own = this.described(resource);
    const guard = own?.guard ?? null;
    if (own === undefined || guard === null || this.described(guard)?.isInternal !== true) return;
    this.describe(guard, { name: own.name });
  }

  private nameHandle(handle: ThreadHandle): void {
    const name = handle.thread?.kernelThread.name;
    if (name !== undefined) this.describe(handle.resource, { name });
    this.wanted.delete(handle);
  }

  private visitLocals(frame: PyFrame): void {
    for (const [i, name] of frame.code.source.localsPlusNames.entries()) this.visit(name, frame.slots[i], 0);
  }

  private visitDict(dict: PyDict, depth: number): void {
    for (const entry of dict.items())
      if (typeof entry.key === 'string' && !entry.key.startsWith('__')) this.visit(entry.key, entry.value, depth);
  }

  private visit(name: string, value: Value | undefined, depth: number): void {
    if (value === undefined || value === null || typeof value !== 'object') return;
    if (this.wanted.delete(value)) this.nameFound(name, value);
    else if (depth < deepest && !this.seen.has(value)) {
      this.seen.add(value);
      this.visitParts(name, value, depth + 1);
    }
  }

  private nameFound(name: string, value: Value & object): void {
    this.names.set(value, name);
    const primitive = value instanceof PyInstance ? this.interpreter.primitives.get(value) : undefined;
    const resource = primitive?.resource ?? (value as unknown as SyncObject).resource;
    if (this.isLocal && !hasNoName(this.described(resource), resource)) return;
    // Futures are many: they stay folded away even where a variable holds them.
    this.describe(resource, { name, isInternal: primitive?.kind.kind === 'future' });
  }

  private visitParts(name: string, value: Value & object, depth: number): void {
    if (value instanceof PyCell) this.visit(name, value.content, depth - 1);
    else if (value instanceof PyList || value instanceof PyTuple) {
      for (const [i, item] of value.items.slice(0, mostItems).entries()) this.visit(`${name}[${i}]`, item, depth);
    } else if (value instanceof PyDict) {
      for (const entry of [...value.items()].slice(0, mostItems))
        this.visit(
          `${name}[${typeof entry.key === 'string' ? reprText(entry.key) : String(entry.key)}]`,
          entry.value,
          depth,
        );
    } else if (value instanceof PyInstance) {
      this.names.set(value, name);
      this.visitInstance(name, value, depth);
    }
  }

  /** What an object of the library holds goes by the object's own name; a thread's own bookkeeping has none. */
  private visitInstance(name: string, value: PyInstance, depth: number): void {
    const isLibrary = value.type.lookup('__module__') !== '__main__';
    const attributes: (readonly [string, Value | undefined])[] =
      value.shape !== null
        ? value.shape.names.map((attribute, i) => [attribute, value.slots[i]] as const)
        : [...(value.dict?.items() ?? [])].map((entry) => [String(entry.key), entry.value] as const);
    for (const [attribute, part] of attributes) {
      if (isThread(value) && attribute.startsWith('_')) continue;
      this.visit(isLibrary && !isThread(value) ? name : `${name}.${attribute}`, part, depth);
    }
  }

  /** Two things of one name get numbers. */
  private tellApart(): void {
    const { resources } = this.interpreter.kernel.recorder;
    const times = new Map<string, number>();
    for (const [index, { kind, name, isInternal, process }] of resources.entries()) {
      if (isInternal || kind === 'thread-end' || process !== this.interpreter.process.id) continue;
      const before = times.get(name) ?? 0;
      times.set(name, before + 1);
      if (before > 0) this.describe(index, { name: `${name} (${before + 1})` });
    }
  }
}

function hasNoName(resource: TraceResource | undefined, index: number): boolean {
  return resource === undefined || resource.name === `${resource.kind}-${index}`;
}

function isThread(value: PyInstance): boolean {
  return value.type.mro.some((type) => type.name === 'Thread' && type.namespace.getText('__module__') === 'threading');
}
