/** Functions and classes are pickled by their names. Models: save_global, whichmodule and getattribute in Modules/_pickle.c. */
import { NativeFunction } from '../../objects/native-function.ts';
import { PyModule } from '../../objects/py-module.ts';
import type { Value } from '../../objects/value.ts';
import { textOf } from '../../vm/compare.ts';
import { importSteps } from '../../vm/import.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { PyRaise, raised } from '../../vm/raise.ts';
import { reprSteps } from '../../vm/repr.ts';
import { attributeSteps, optionalAttribute, picklingError } from './pickle-errors.ts';
import type { GlobalName } from './python2-names.ts';

type Steps<T> = Generator<undefined, T, Value>;

/** The path of names; a function within a function has none. */
function pathOf(object: Value, name: string, isPath: boolean): readonly string[] {
  const path = isPath ? name.split('.') : [name];
  if (path.includes('<locals>')) {
    const where = object === null ? name : `local object '${name}'`;
    throw raised('AttributeError', object === null ? `Can't get local attribute '${name}'` : `Can't get ${where}`);
  }
  return path;
}

/** The module an object says it is of; else the first loaded one that has it under this name. */
function* moduleOf(thread: PyThread, object: Value, path: readonly string[]): Steps<string> {
  const own = yield* optionalAttribute(thread, object, '__module__');
  const said = textOf(own ?? null);
  if (said !== null) return said;
  if (object instanceof NativeFunction && object.moduleName !== null) return object.moduleName;
  for (const { key, value } of Array.from(thread.interpreter.modules.items())) {
    const name = textOf(key);
    if (name === null || name === '__main__' || name === '__mp_main__' || !(value instanceof PyModule)) continue;
    if ((yield* follow(thread, value, path)) === object) return name;
  }
  return '__main__';
}

function* follow(thread: PyThread, start: Value, path: readonly string[]): Steps<Value | undefined> {
  let at: Value = start;
  for (const name of path) {
    const next = yield* optionalAttribute(thread, at, name);
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}

/** Where the object is found; it must be the very same one. */
export interface FoundGlobal extends GlobalName {
  readonly path: readonly string[];
}

export function* findGlobal(thread: PyThread, object: Value, given: string | null): Steps<FoundGlobal> {
  const name = given ?? (yield* nameOf(thread, object));
  const path = pathOf(object, name, true);
  const module = yield* moduleOf(thread, object, path);
  const repr = function* repr(): Steps<string> {
    return `Can't pickle ${yield* reprSteps(thread, object)}: `;
  };
  let owner: Value;
  try {
    owner = yield* importSteps(thread, module, emptyList);
  } catch (error) {
    if (!(error instanceof PyRaise)) throw error;
    throw picklingError(`${yield* repr()}import of module '${module}' failed`);
  }
  const found = yield* follow(thread, owner, path);
  if (found === undefined) throw picklingError(`${yield* repr()}attribute lookup ${name} on ${module} failed`);
  if (found !== object && given === null)
    throw picklingError(`${yield* repr()}it's not the same object as ${module}.${name}`);
  return { module, name, path };
}

/** Importing with a list of names gives the module itself, not its first package. */
const emptyList: Value = '';

function* nameOf(thread: PyThread, object: Value): Steps<string> {
  const qualified = textOf((yield* optionalAttribute(thread, object, '__qualname__')) ?? null);
  return qualified ?? String(yield* attributeSteps(thread, object, '__name__'));
}

/** What an unpickler finds under these names; dots lead into classes where the protocol knows them. */
export function* loadGlobal(thread: PyThread, { module, name }: GlobalName, isPath: boolean): Steps<Value> {
  const owner = yield* importSteps(thread, module, emptyList);
  let at: Value = owner;
  for (const part of pathOf(null, name, isPath)) {
    const next = yield* optionalAttribute(thread, at, part);
    if (next === undefined)
      throw raised('AttributeError', `Can't get attribute '${name}' on ${yield* reprSteps(thread, at)}`);
    at = next;
  }
  return at;
}
