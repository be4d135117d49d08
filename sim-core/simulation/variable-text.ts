/** A value as a variables view shows it: like repr(), but without running Python code, and cut short. */
import { typeOf } from '../python/objects/builtin-types.ts';
import { LoadedCode } from '../python/objects/loaded-code.ts';
import { NativeFunction } from '../python/objects/native-function.ts';
import { PyBytes } from '../python/objects/py-bytes.ts';
import { PyComplex } from '../python/objects/py-complex.ts';
import { PyRange } from '../python/objects/py-range.ts';
import { PySingleton } from '../python/objects/py-singletons.ts';
import { PyDict } from '../python/objects/py-dict.ts';
import { PyException } from '../python/objects/py-exception.ts';
import { PyFloat } from '../python/objects/py-float.ts';
import { PyFunction } from '../python/objects/py-function.ts';
import { PyInstance } from '../python/objects/py-instance.ts';
import { PyList } from '../python/objects/py-list.ts';
import { PyMethod } from '../python/objects/py-method.ts';
import { PyModule } from '../python/objects/py-module.ts';
import { PyFrozenSet, PySet } from '../python/objects/py-set.ts';
import { PyTuple } from '../python/objects/py-tuple.ts';
import { PyType } from '../python/objects/py-type.ts';
import { PyFloatInstance, PyIntInstance, PyStrInstance } from '../python/objects/value-instances.ts';
import type { Value } from '../python/objects/value.ts';
import { reprQuickly } from '../python/vm/repr.ts';
import type { PyThread } from '../python/vm/py-thread.ts';
import { setOrder } from '../python/vm/set-order.ts';
import { Lock } from '../python/modules/thread/lock.ts';
import { RecursiveLock } from '../python/modules/thread/recursive-lock.ts';
import { reprFloat } from '../python/values/float/float-text.ts';
import { reprText } from '../python/values/text/repr.ts';
import type { Variable } from '../trace/moment.ts';

const longestText = 120;
const mostItems = 20;
const deepest = 3;

export function variableText(thread: PyThread, value: Value): string {
  const text = describe(thread, value, 0);
  return text.length <= longestText ? text : `${text.slice(0, longestText - 1)}…`;
}

export function variableRole(value: Value): Variable['role'] {
  if (value instanceof PyFunction || value instanceof NativeFunction || value instanceof LoadedCode) return 'function';
  if (value instanceof PyType) return 'class';
  return value instanceof PyModule ? 'module' : 'value';
}

/** True for objects that several threads could change: worth showing that they are one and the same. */
export function isMutable(value: Value): boolean {
  return (
    value instanceof PyList ||
    value instanceof PyDict ||
    value instanceof PySet ||
    value instanceof PyInstance ||
    value instanceof Lock ||
    value instanceof RecursiveLock
  );
}

function describe(thread: PyThread, value: Value, depth: number): string {
  if (value === null || typeof value !== 'object')
    return typeof value === 'string' ? reprText(value.slice(0, longestText)) : (reprQuickly(thread, value) ?? '');
  if (value instanceof PyFloat || value instanceof PyFloatInstance) return reprFloat(value.value);
  if (value instanceof PyIntInstance) return String(value.value);
  if (value instanceof PyStrInstance) return reprText(value.value.slice(0, longestText));
  return depth > deepest ? '…' : describeObject(thread, value, depth + 1);
}

function describeObject(thread: PyThread, value: Value & object, depth: number): string {
  if (value instanceof PyList) return `[${listed(thread, value.items, depth)}]`;
  if (value instanceof PyTuple) return `(${listed(thread, value.items, depth)}${value.items.length === 1 ? ',' : ''})`;
  if (value instanceof PySet || value instanceof PyFrozenSet)
    return value.dict.size === 0 ? 'set()' : `{${listed(thread, setOrder(value.dict), depth)}}`;
  if (value instanceof PyDict) return `{${entries(thread, value, depth)}}`;
  if (value instanceof PyException) return `${value.type.name}(${listed(thread, value.args.items, depth)})`;
  if (value instanceof Lock) return value.isLocked ? `locked lock` : 'unlocked lock';
  if (value instanceof RecursiveLock) return value.count > 0 ? `RLock held ${value.count} times` : 'unlocked RLock';
  if (value instanceof PyFunction) return `function ${value.qualifiedName}`;
  if (value instanceof PyMethod) return `method ${describe(thread, value.callable, depth)}`;
  if (value instanceof PyModule) return `module ${value.name}`;
  if (value instanceof PyType) return `class ${value.qualifiedName}`;
  if (value instanceof PyInstance) return describeInstance(thread, value, depth);
  const isPlain =
    value instanceof PyBytes || value instanceof PyRange || value instanceof PyComplex || value instanceof PySingleton;
  // Other reprs show an address, and giving one out would change the run.
  return (isPlain ? reprQuickly(thread, value) : undefined) ?? `${typeOf(value).name} object`;
}

function listed(thread: PyThread, items: readonly Value[], depth: number): string {
  const shown = items.slice(0, mostItems).map((item) => describe(thread, item, depth));
  return [...shown, ...(items.length > mostItems ? [`… ${items.length} items`] : [])].join(', ');
}

function entries(thread: PyThread, dict: PyDict, depth: number): string {
  const shown = [...dict.items()]
    .slice(0, mostItems)
    .map((entry) => `${describe(thread, entry.key, depth)}: ${describe(thread, entry.value as Value, depth)}`);
  return [...shown, ...(dict.size > mostItems ? [`… ${dict.size} entries`] : [])].join(', ');
}

/** 'Account(balance=10, owner=…)' */
function describeInstance(thread: PyThread, value: PyInstance, depth: number): string {
  const attributes: (readonly [string, Value])[] =
    value.shape !== null
      ? value.shape.names.map((name, i) => [name, value.slots[i] as Value] as const)
      : [...(value.dict?.items() ?? [])].map((entry) => [String(entry.key), entry.value as Value] as const);
  const isLibrary = value.type.lookup('__module__') !== '__main__';
  const shown = attributes
    .filter(([name, attribute]) => !(isLibrary && name.startsWith('_')) && !(attribute instanceof PyMethod))
    .slice(0, 8);
  return `${value.type.name}(${shown.map(([name, attribute]) => `${name}=${describe(thread, attribute, depth)}`).join(', ')})`;
}
