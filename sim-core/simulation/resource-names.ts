/** What a person would call the things that threads share: the variable they are found in. */
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
import { Lock } from '../python/modules/thread/lock.ts';
import type { LibraryPurpose } from '../python/vm/new-resource.ts';
import { ThreadHandle } from '../python/modules/thread/thread-handle.ts';
import { reprText } from '../python/values/text/repr.ts';

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

  constructor(interpreter: Interpreter) {
    this.interpreter = interpreter;
    this.wanted = new Set(interpreter.syncObjects);
  }

  nameAll(): void {
    for (const object of this.interpreter.syncObjects) if (object instanceof ThreadHandle) this.nameHandle(object);
    const main = this.interpreter.modules.getText('__main__');
    if (main instanceof PyModule) this.visitDict(main.dict, 0);
    for (const thread of this.interpreter.threads) {
      for (let frame = thread.frame; frame !== null; frame = frame.back)
        if (frame instanceof PyFrame && !frame.code.isLibrary) this.visitLocals(frame);
    }
    for (const object of this.interpreter.syncObjects)
      if (object instanceof Lock && object.purpose !== null) this.nameInternal(object, object.purpose);
  }

  /** A lock of the library's own: named after the object it serves. */
  private nameInternal(lock: Lock, purpose: LibraryPurpose): void {
    if (!this.wanted.has(lock)) return;
    const { owner, method } = purpose;
    const threadName = owner instanceof PyInstance && isThread(owner) ? owner.get('_name') : undefined;
    const name = typeof threadName === 'string' ? `start of ${threadName}` : this.names.get(owner as object);
    if (name !== undefined && (threadName === undefined || method === 'start'))
      this.interpreter.kernel.recorder.nameResource(lock.resource, name, true);
  }

  private nameHandle(handle: ThreadHandle): void {
    const name = handle.thread?.kernelThread.name;
    if (name !== undefined) this.interpreter.kernel.recorder.nameResource(handle.resource, name, false);
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
    if (this.wanted.has(value)) {
      this.wanted.delete(value);
      this.interpreter.kernel.recorder.nameResource((value as SyncObject).resource, name, false);
      return;
    }
    if (depth >= deepest || this.seen.has(value)) return;
    this.seen.add(value);
    this.visitParts(name, value, depth + 1);
  }

  private visitParts(name: string, value: Value & object, depth: number): void {
    if (value instanceof PyList || value instanceof PyTuple) {
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
}

function isThread(value: PyInstance): boolean {
  return value.type.mro.some((type) => type.name === 'Thread' && type.namespace.getText('__module__') === 'threading');
}
