/** Global, built-in and local names, with the caches that make them quick. */
import { fastCell } from '../compiler/code-object.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import type { LoadedCode } from '../objects/loaded-code.ts';
import type { DictEntry, PyDict } from '../objects/py-dict.ts';
import type { Value } from '../objects/value.ts';
import type { PyFrame } from './frame.ts';
import { loadItem } from './operators.ts';
import type { PyThread } from './py-thread.ts';
import { PyRaise, raisedWith } from './raise.ts';

/** Where a name was found: in `globals` itself (version -1), or in the builtins as long as `globals` has no such key. */
export class GlobalCache {
  readonly globals: PyDict;
  readonly entry: DictEntry;
  readonly version: number;

  constructor(globals: PyDict, entry: DictEntry, version: number) {
    this.globals = globals;
    this.entry = entry;
    this.version = version;
  }
}

export function loadGlobalSlow(code: LoadedCode, at: number, frame: PyFrame, name: string): Value {
  const own = frame.globals.entryOfText(name);
  if (own !== undefined) {
    if (at >= 0) code.caches[at] = new GlobalCache(frame.globals, own, -1);
    return own.value as Value;
  }
  const builtin = frame.builtins.entryOfText(name);
  if (builtin === undefined) throw nameError(name);
  if (at >= 0) code.caches[at] = new GlobalCache(frame.globals, builtin, frame.globals.keysVersion);
  return builtin.value as Value;
}

export function loadName(code: LoadedCode, at: number, frame: PyFrame, name: string): Value {
  const namespace = frame.namespace as PyDict;
  if (namespace === frame.globals) return loadGlobalSlow(code, at, frame, name);
  const own = namespace.getText(name);
  return own === undefined ? loadGlobalSlow(code, -1, frame, name) : own;
}

/** For generator bodies: a name whose namespace is an instance of a subclass of dict, which is asked as any mapping is. */
export function* nameInMapping(thread: PyThread, frame: PyFrame, name: string): Generator<undefined, Value, Value> {
  try {
    const value = loadItem(thread, frame.namespace as PyDict, name);
    return value === undefined ? yield : value;
  } catch (error) {
    if (!(error instanceof PyRaise) || !error.exception.type.isSubtypeOf(exceptionNamed('KeyError'))) throw error;
    return loadGlobalSlow(frame.code, -1, frame, name);
  }
}

export function storeName(code: LoadedCode, at: number, namespace: PyDict, name: string, value: Value): void {
  namespace.set(name, value);
  const entry = namespace.entryOfText(name);
  if (entry !== undefined) code.caches[at] = new GlobalCache(namespace, entry, -1);
}

export function deleteName(namespace: PyDict, name: string): void {
  if (namespace.remove(name) === undefined) throw nameError(name);
}

function nameError(name: string): PyRaise {
  return raisedWith('NameError', `name '${name}' is not defined`, { name });
}

export function unboundLocal(code: LoadedCode, index: number): PyRaise {
  const name = code.source.localsPlusNames[index] as string;
  return raisedWith(
    'UnboundLocalError',
    `cannot access local variable '${name}' where it is not associated with a value`,
    { name },
  );
}

export function unboundFree(code: LoadedCode, index: number): PyRaise {
  const name = code.source.localsPlusNames[index] as string;
  if (((code.source.localsPlusKinds[index] as number) & fastCell) !== 0) return unboundLocal(code, index);
  return raisedWith(
    'NameError',
    `cannot access free variable '${name}' where it is not associated with a value in enclosing scope`,
    { name },
  );
}

export function loadFromDictOrDeref(namespace: Value, frame: PyFrame, index: number): Value {
  const name = frame.code.source.localsPlusNames[index] as string;
  const own = (namespace as PyDict).getText(name);
  if (own !== undefined) return own;
  const content = frame.cell(index).content;
  if (content === undefined) throw unboundFree(frame.code, index);
  return content;
}
