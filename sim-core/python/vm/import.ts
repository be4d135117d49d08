/** `import`. Models: import_find_and_load in Python/import.c, for modules of the program, our library and native ones; no packages on disk. */
import type { LoadedCode } from '../objects/loaded-code.ts';
import { PyModule } from '../objects/py-module.ts';
import type { PyDict } from '../objects/py-dict.ts';
import { PyList } from '../objects/py-list.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { librarySource } from '../lib/library-sources.ts';
import { makeNativeModule } from '../modules/native-modules.ts';
import { lookupAttribute, pendingLookup, loadAttribute } from './attributes.ts';
import { missingName } from './attribute-errors.ts';
import { PyFrame } from './frame.ts';
import type { Frame } from './frame.ts';
import { pushSteps } from './native-steps.ts';
import { programPath } from './program-path.ts';
import type { PyThread } from './py-thread.ts';
import { PyRaise, raised, raisedWith, Unsupported } from './raise.ts';
import { isKnownPythonModule } from '../modules/standard-library.ts';

export interface ImportRequest {
  readonly name: string;
  readonly fromList: Value;
  readonly level: number;
}

/** IMPORT_NAME: the module that is bound: the first of `a.b.c`, or the last where names are imported from it. */
export function importName(thread: PyThread, frame: PyFrame, request: ImportRequest): Value | undefined {
  const name = absoluteName(frame, request);
  const loaded = thread.interpreter.modules.getText(name);
  const isWhole = request.fromList === null && name.includes('.');
  if (loaded !== undefined && !isWhole && !lacksSubmodule(loaded, request.fromList)) return loaded;
  return pushSteps(thread, '__import__', importSteps(thread, name, request.fromList));
}

/** `from package import name`, where the package has no such name yet: it may be a module to be imported. */
function lacksSubmodule(module: Value, fromList: Value): boolean {
  if (!(fromList instanceof PyTuple) || !(module instanceof PyModule) || !module.dict.has('__path__')) return false;
  return fromList.items.some((name) => !module.dict.has(name));
}

function absoluteName(frame: PyFrame, request: ImportRequest): string {
  if (request.level === 0) return request.name;
  const own = frame.globals.getText('__package__') ?? frame.globals.getText('__name__');
  const parts = typeof own === 'string' && own !== '' && own !== '__main__' ? own.split('.') : [];
  if (parts.length === 0) throw raised('ImportError', 'attempted relative import with no known parent package');
  const base = parts.slice(0, parts.length - (request.level - 1));
  return [...base, ...(request.name === '' ? [] : [request.name])].join('.');
}

export function* importSteps(thread: PyThread, name: string, fromList: Value): Generator<undefined, Value, Value> {
  const parts = name.split('.');
  let parent: Value = null;
  let first: Value = null;
  for (let i = 1; i <= parts.length; i += 1) {
    const full = parts.slice(0, i).join('.');
    const module = yield* moduleSteps(thread, full);
    if (parent instanceof PyModule) parent.dict.set(parts[i - 1] as string, module);
    if (i === 1) first = module;
    parent = module;
  }
  if (fromList === null) return first;
  if (parent instanceof PyModule) yield* importSubmodules(thread, parent, name, fromList);
  return parent;
}

/** `from package import submodule` */
function* importSubmodules(
  thread: PyThread,
  module: PyModule,
  name: string,
  fromList: Value,
): Generator<undefined, null, Value> {
  const wanted = fromList instanceof PyTuple || fromList instanceof PyList ? fromList.items : [];
  for (const item of wanted) {
    const full = `${name}.${String(item)}`;
    if (module.dict.has(item) || !canFind(thread, full)) continue;
    module.dict.set(item, yield* moduleSteps(thread, full));
  }
  return null;
}

function canFind(thread: PyThread, name: string): boolean {
  return ownFile(thread, name) !== undefined || librarySource(name) !== undefined;
}

function ownFile(thread: PyThread, name: string): { readonly name: string; readonly text: string } | undefined {
  const path = name.split('.').join('/');
  const files = thread.interpreter.machine.files.slice(1);
  const wanted = [`${path}.py`, `${path}/__init__.py`];
  return (
    files.find((file) => wanted.some((own) => file.name === own || file.name.endsWith(`/${own}`))) ??
    files.find((file) => baseName(file.name) === wanted[0])
  );
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function* moduleSteps(thread: PyThread, name: string): Generator<undefined, Value, Value> {
  const interpreter = thread.interpreter;
  const loaded = interpreter.modules.getText(name);
  if (loaded !== undefined) return loaded;
  const own = ownFile(thread, name);
  if (own !== undefined)
    return yield* runModule(thread, name, interpreter.compile(thread, own.text, own.name, false), own.name);
  const native = makeNativeModule(thread, name);
  if (native !== undefined) {
    interpreter.modules.set(name, native);
    return native;
  }
  const library = librarySource(name);
  if (library === undefined) throw notFound(name);
  const fileName = `/usr/local/lib/python3.13/${library.path}`;
  return yield* runModule(thread, name, interpreter.compile(thread, library.text, fileName, true), fileName);
}

function notFound(name: string): PyRaise | Unsupported {
  const top = name.split('.')[0] as string;
  if (isKnownPythonModule(top)) return new Unsupported(`module '${name}'`);
  const parent = name.includes('.') ? `; '${name.slice(0, name.lastIndexOf('.'))}' is not a package` : '';
  return raisedWith('ModuleNotFoundError', `No module named '${name}'${parent}`, { name });
}

function* runModule(
  thread: PyThread,
  name: string,
  code: LoadedCode,
  fileName: string,
): Generator<undefined, Value, Value> {
  const { modules } = thread.interpreter;
  const module = new PyModule(name);
  module.dict.set('__file__', programPath(thread.interpreter.machine, fileName));
  module.dict.set('__builtins__', thread.interpreter.builtins);
  if (fileName.endsWith('__init__.py')) {
    module.dict.set('__path__', new PyList([fileName.slice(0, -'/__init__.py'.length)]));
    module.dict.set('__package__', name);
  } else module.dict.set('__package__', name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : '');
  modules.set(name, module);
  try {
    thread.pushFrame(moduleFrame(thread, code, module.dict, thread.frame));
    yield;
  } catch (error) {
    modules.remove(name);
    throw error;
  }
  return modules.getText(name) ?? module;
}

/** The frame that runs a module's body. */
export function moduleFrame(thread: PyThread, code: LoadedCode, globals: PyDict, back: Frame | null): PyFrame {
  const frame = new PyFrame(code, globals, thread.interpreter.builtins.dict, null);
  frame.back = back;
  frame.namespace = globals;
  return frame;
}

/** IMPORT_FROM */
export function importFrom(thread: PyThread, module: Value, name: string): Value | undefined {
  if (module instanceof PyModule) {
    const value = module.dict.getText(name);
    if (value !== undefined) return value;
    const submodule = thread.interpreter.modules.getText(`${module.name}.${name}`);
    if (submodule !== undefined) return submodule;
    if (module.dict.getText('__getattr__') !== undefined)
      return pushSteps(thread, '__getattr__', getOrRefuse(thread, module, name));
    throw cannotImport(module, name);
  }
  const found = lookupAttribute(thread, module, name);
  if (found === undefined) throw raised('ImportError', `cannot import name '${name}' from '?' (unknown location)`);
  return found === pendingLookup ? undefined : found;
}

/** What the module's own __getattr__ gives; its AttributeError means that the name cannot be imported. */
function* getOrRefuse(thread: PyThread, module: PyModule, name: string): Generator<undefined, Value, Value> {
  try {
    const value = loadAttribute(thread, module, name);
    return value === undefined ? yield : value;
  } catch (error) {
    if (error instanceof PyRaise && error.exception.type.name === 'AttributeError') throw cannotImport(module, name);
    throw error;
  }
}

function cannotImport(module: PyModule, name: string): PyRaise | Unsupported {
  const missing = missingName(module, name);
  if (missing !== null) return missing;
  const file = module.dict.getText('__file__');
  return raisedWith(
    'ImportError',
    `cannot import name '${name}' from '${module.name}' (${typeof file === 'string' ? file : 'unknown location'})`,
    {
      name: module.name,
      name_from: name,
    },
  );
}
