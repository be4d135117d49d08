/** What the program calls an object: the variable it is found in, from the globals and the functions that run. */
import { Deque } from '../../python/modules/collections/deque.ts';
import { typeOf } from '../../python/objects/builtin-types.ts';
import { PyCell } from '../../python/objects/py-cell.ts';
import { PyDict } from '../../python/objects/py-dict.ts';
import { PyInstance } from '../../python/objects/py-instance.ts';
import { PyList } from '../../python/objects/py-list.ts';
import { PyModule } from '../../python/objects/py-module.ts';
import { PyTuple } from '../../python/objects/py-tuple.ts';
import type { Value } from '../../python/objects/value.ts';
import { reprText } from '../../python/values/text/repr.ts';
import { PyFrame } from '../../python/vm/frame.ts';
import type { Machine } from '../../python/vm/machine.ts';

const deepest = 4;
const mostItems = 200;

export class ObjectNames {
  private readonly names = new Map<object, string>();
  private readonly numbers = new Map<object, number>();

  constructor(machine: Machine) {
    let level: (readonly [string, Value])[] = machine.interpreters.flatMap((interpreter) => [
      ...globalsOf(interpreter.modules.getText('__main__')),
      ...interpreter.threads.flatMap((thread) => localsOf(thread.frame)),
    ]);
    for (let depth = 0; depth < deepest; depth += 1) level = this.nameAll(level);
  }

  /** 'log', 'accounts[2]'; 'list #1' for one that no variable holds any more. */
  of(object: object): string {
    const name = this.names.get(object);
    if (name !== undefined) return name;
    const number = this.numbers.get(object) ?? this.numbers.size + 1;
    this.numbers.set(object, number);
    return `${typeOf(object as Value).name} #${number}`;
  }

  isCell(object: object): boolean {
    return object instanceof PyCell;
  }

  /** Names these, and returns what they hold. */
  private nameAll(level: readonly (readonly [string, Value])[]): (readonly [string, Value])[] {
    return level.flatMap(([name, value]) => {
      if (typeof value !== 'object' || value === null || this.names.has(value)) return [];
      this.names.set(value, name);
      return partsOf(name, value);
    });
  }
}

function globalsOf(main: Value | undefined): (readonly [string, Value])[] {
  if (!(main instanceof PyModule)) return [];
  return [...main.dict.items()]
    .filter((entry) => typeof entry.key === 'string' && !entry.key.startsWith('__'))
    .map((entry) => [entry.key as string, entry.value as Value] as const);
}

function localsOf(innermost: unknown): (readonly [string, Value])[] {
  const found: (readonly [string, Value])[] = [];
  for (let frame = innermost as PyFrame['back']; frame !== null; frame = frame.back) {
    if (!(frame instanceof PyFrame) || frame.code.isLibrary) continue;
    for (const [slot, name] of frame.code.source.localsPlusNames.entries()) {
      const held = frame.slots[slot];
      const value = held instanceof PyCell ? held.content : held;
      if (value !== undefined) found.push([name, value]);
    }
  }
  return found;
}

/** What an object holds, each by the name the program would use. */
export function partsOf(name: string, value: Value & object): (readonly [string, Value])[] {
  if (value instanceof PyList || value instanceof PyTuple)
    return value.items.slice(0, mostItems).map((item, i) => [`${name}[${i}]`, item] as const);
  if (value instanceof PyDict)
    return [...value.items()].slice(0, mostItems).map((entry) => {
      const key = typeof entry.key === 'string' ? reprText(entry.key) : String(entry.key);
      return [`${name}[${key}]`, entry.value as Value] as const;
    });
  if (value instanceof Deque)
    return value
      .toArray()
      .slice(0, mostItems)
      .map((item, i) => [`${name}[${i}]`, item] as const);
  return value instanceof PyInstance ? attributesOf(name, value) : [];
}

function attributesOf(name: string, value: PyInstance): (readonly [string, Value])[] {
  if (value.shape !== null)
    return value.shape.names.map((attribute, i) => [`${name}.${attribute}`, value.slots[i] as Value] as const);
  return [...(value.dict?.items() ?? [])].map(
    (entry) => [`${name}.${String(entry.key)}`, entry.value as Value] as const,
  );
}
