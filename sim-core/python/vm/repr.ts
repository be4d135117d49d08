/** repr() and str(). Models: PyObject_Repr and PyObject_Str in Objects/object.c and the tp_repr of the built-in types. */
import { typeOf } from '../objects/builtin-types.ts';
import { LoadedCode } from '../objects/loaded-code.ts';
import { NativeFunction, NativeMethod } from '../objects/native-function.ts';
import { PyByteArray, PyBytes } from '../objects/py-bytes.ts';
import { PyComplex } from '../objects/py-complex.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyException } from '../objects/py-exception.ts';
import type { OsErrorFields } from '../objects/os-error-fields.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyGenerator } from '../objects/py-generator.ts';
import { PyDictView } from '../objects/py-iterators.ts';
import { PyList } from '../objects/py-list.ts';
import { PyMethod } from '../objects/py-method.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyRange } from '../objects/py-range.ts';
import { PyFrozenSet, PySet } from '../objects/py-set.ts';
import { PySingleton } from '../objects/py-singletons.ts';
import { PySlice } from '../objects/py-slice.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import { PyFloatInstance, PyIntInstance, PyStrInstance } from '../objects/value-instances.ts';
import type { PyObject, Value } from '../objects/value.ts';
import { reprBytes } from '../values/bytes/bytes-repr.ts';
import { reprFloat } from '../values/float/float-text.ts';
import { reprComplex } from '../values/format/format-value.ts';
import { intToText } from '../values/int/int-text.ts';
import { reprText } from '../values/text/repr.ts';
import { loadSpecial } from './attributes.ts';
import { textOf } from './compare.ts';
import { callSteps } from './invoke.ts';
import { syntaxErrorField } from './syntax-error.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import { setOrder } from './set-order.ts';
import { textOfUnicodeError } from '../builtins/unicode-errors.ts';

/** repr(x) where no Python code and no other objects are involved; undefined otherwise. */
export function reprQuickly(thread: PyThread, value: Value): string | undefined {
  switch (typeof value) {
    case 'number':
      return String(value);
    case 'bigint':
      return intToText(value);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'string':
      return reprText(value);
    default:
      if (value === null) return 'None';
      return value.type.isHeap || value instanceof PyException ? undefined : reprOfBuiltin(thread, value);
  }
}

function reprOfBuiltin(thread: PyThread, value: PyObject): string | undefined {
  if (value instanceof PyFloat) return reprFloat(value.value);
  if (value instanceof PyBytes) return reprBytes(value.bytes);
  if (value instanceof PyByteArray) return `bytearray(${reprBytes(value.buffer)})`;
  if (value instanceof PyComplex) return reprComplex(value.real, value.imag);
  if (value instanceof PySingleton) return value.name;
  if (value instanceof PyRange)
    return `range(${value.start}, ${value.stop}${value.step === 1 ? '' : `, ${value.step}`})`;
  if (value instanceof PyType) return value.type.isHeap ? undefined : reprOfType(value);
  if (value instanceof PyFunction) return `<function ${value.qualifiedName} at ${thread.addressText(value)}>`;
  if (value instanceof NativeMethod) return `<method '${value.name}' of '${value.owner.name}' objects>`;
  if (value instanceof NativeFunction) return `<built-in function ${value.name}>`;
  if (value instanceof PyModule) return reprOfModule(thread, value);
  if (value instanceof PyGenerator)
    return `<${value.type.name} object ${value.qualifiedName} at ${thread.addressText(value)}>`;
  if (value instanceof LoadedCode) {
    return `<code object ${value.source.name} at ${thread.addressText(value)}, file "${value.path}", line ${value.source.firstLineNumber}>`;
  }
  return undefined;
}

function reprOfModule(thread: PyThread, module: PyModule): string {
  const file = module.dict.getText('__file__');
  return typeof file === 'string'
    ? `<module '${module.name}' from ${reprText(file)}>`
    : `<module '${module.name}' (${thread.interpreter.isBuiltinModule(module.name) ? 'built-in' : 'frozen'})>`;
}

export function reprOfType(type: PyType): string {
  const module = type.namespace.getText('__module__');
  return typeof module === 'string' && module !== 'builtins'
    ? `<class '${module}.${type.qualifiedName}'>`
    : `<class '${type.qualifiedName}'>`;
}

/** For generator bodies: repr(x). */
export function* reprSteps(thread: PyThread, value: Value): Generator<undefined, string, Value> {
  const quick = reprQuickly(thread, value);
  if (quick !== undefined) return quick;
  const object = value as PyObject;
  const own = loadSpecial(object.type, object, '__repr__');
  if (own instanceof PyMethod && (own.callable instanceof PyFunction || isOfNativeModule(own.callable)))
    return yield* textResult(thread, own, '__repr__');
  const builtin = yield* reprOfContainer(thread, object);
  if (builtin !== undefined) return builtin;
  if (own !== undefined && own instanceof PyMethod && !isDefaultRepr(own))
    return yield* textResult(thread, own, '__repr__');
  return defaultRepr(thread, object);
}

/** A class of a module that is C in CPython (defaultdict, say) shows itself, whatever it derives from. */
function isOfNativeModule(callable: Value): boolean {
  if (!(callable instanceof NativeMethod)) return false;
  const module = callable.owner.namespace.getText('__module__');
  return typeof module === 'string' && module !== 'builtins';
}

function isDefaultRepr(method: PyMethod): boolean {
  return method.callable instanceof NativeMethod && method.callable.owner.name === 'object';
}

function* textResult(thread: PyThread, method: Value, name: string): Generator<undefined, string, Value> {
  const result = yield* callSteps(thread, method, []);
  const text = textOf(result);
  if (text === null) throw raised('TypeError', `${name} returned non-string (type ${typeOf(result).title})`);
  return text;
}

/** object.__repr__ */
export function defaultRepr(thread: PyThread, value: PyObject): string {
  const type = value.type;
  const module = type.lookup('__module__');
  const prefix = typeof module === 'string' && module !== 'builtins' ? `${module}.` : '';
  return `<${prefix}${type.qualifiedName} object at ${thread.addressText(value)}>`;
}

/** The repr of containers, exceptions and instances of subclasses of built-in types; undefined for other objects. */
export function* reprOfContainer(thread: PyThread, value: PyObject): Generator<undefined, string | undefined, Value> {
  if (value instanceof PyIntInstance) return String(value.value);
  if (value instanceof PyFloatInstance) return reprFloat(value.value);
  if (value instanceof PyStrInstance) return reprText(value.value);
  if (value instanceof PyType) return reprOfType(value);
  if (value instanceof PyException) return yield* reprOfException(thread, value);
  if (value instanceof PySlice) return `slice(${yield* joined(thread, [value.start, value.stop, value.step])})`;
  if (value instanceof PyMethod) return yield* reprOfMethod(thread, value);
  if (thread.reprsInProgress.includes(value)) return ellipsisOf(value);
  thread.reprsInProgress.push(value);
  try {
    return yield* reprOfItems(thread, value);
  } finally {
    thread.reprsInProgress.splice(thread.reprsInProgress.indexOf(value), 1);
  }
}

function ellipsisOf(value: PyObject): string | undefined {
  if (value instanceof PyList) return '[...]';
  if (value instanceof PyTuple) return '(...)';
  if (value instanceof PyDict) return '{...}';
  if (value instanceof PySet || value instanceof PyFrozenSet) return `${value.type.name}(...)`;
  return value instanceof PyDictView ? '...' : undefined;
}

function* reprOfItems(thread: PyThread, value: PyObject): Generator<undefined, string | undefined, Value> {
  if (value instanceof PyList) return `[${yield* joined(thread, value.items)}]`;
  if (value instanceof PyTuple) return `(${yield* joined(thread, value.items)}${value.items.length === 1 ? ',' : ''})`;
  if (value instanceof PyDict) return `{${yield* joinedEntries(thread, value)}}`;
  if (value instanceof PySet || value instanceof PyFrozenSet) return yield* reprOfSet(thread, value);
  if (value instanceof PyDictView) return yield* reprOfView(thread, value);
  return undefined;
}

function* joined(thread: PyThread, items: readonly Value[]): Generator<undefined, string, Value> {
  const parts: string[] = [];
  for (let i = 0; i < items.length; i += 1) parts.push(yield* reprSteps(thread, items[i] as Value));
  return parts.join(', ');
}

function* joinedEntries(thread: PyThread, dict: PyDict): Generator<undefined, string, Value> {
  const parts: string[] = [];
  for (const entry of dict.items())
    parts.push(`${yield* reprSteps(thread, entry.key)}: ${yield* reprSteps(thread, entry.value as Value)}`);
  return parts.join(', ');
}

function* reprOfSet(thread: PyThread, set: PySet | PyFrozenSet): Generator<undefined, string, Value> {
  const isPlain = set.type.name === 'set';
  if (set.dict.size === 0) return `${set.type.name}()`;
  const inner = `{${yield* joined(thread, setOrder(set.dict))}}`;
  return isPlain ? inner : `${set.type.name}(${inner})`;
}

function* reprOfView(thread: PyThread, view: PyDictView): Generator<undefined, string, Value> {
  const items =
    view.view === 'keys'
      ? view.dict.keys()
      : view.view === 'values'
        ? view.dict.values()
        : [...view.dict.items()].map((entry) => new PyTuple([entry.key, entry.value as Value]));
  return `${view.type.name}([${yield* joined(thread, items)}])`;
}

function* reprOfException(thread: PyThread, exception: PyException): Generator<undefined, string, Value> {
  return `${exception.type.name}(${yield* joined(thread, exception.args.items)})`;
}

function* reprOfMethod(thread: PyThread, method: PyMethod): Generator<undefined, string, Value> {
  if (method.callable instanceof NativeFunction) {
    return `<built-in method ${method.callable.name} of ${typeOf(method.self).title} object at ${thread.addressText(method)}>`;
  }
  const name = method.callable instanceof PyFunction ? method.callable.qualifiedName : '?';
  return `<bound method ${name} of ${yield* reprSteps(thread, method.self)}>`;
}

/** For generator bodies: str(x). */
export function* strSteps(thread: PyThread, value: Value): Generator<undefined, string, Value> {
  if (typeof value === 'string') return value;
  const quick = strQuickly(thread, value);
  if (quick !== undefined) return quick;
  const own = loadSpecial(typeOf(value), value, '__str__');
  if (own instanceof PyMethod && own.callable instanceof PyFunction) return yield* textResult(thread, own, '__str__');
  if (value instanceof PyStrInstance && !(own instanceof PyMethod && own.callable instanceof PyFunction))
    return value.value;
  if (value instanceof PyException) return yield* strOfException(thread, value);
  if (own instanceof PyMethod && own.callable instanceof NativeMethod && own.callable.owner.name !== 'object')
    return yield* textResult(thread, own, '__str__');
  return yield* reprSteps(thread, value);
}

/** str(x) where no Python code is needed. */
export function strQuickly(thread: PyThread, value: Value): string | undefined {
  return typeof value === 'string' ? value : reprQuickly(thread, value);
}

/** BaseException.__str__, and KeyError's and OSError's. */
export function* strOfException(thread: PyThread, exception: PyException): Generator<undefined, string, Value> {
  const args = exception.args.items;
  const kinds = exception.type.mro.map((type) => type.name);
  if (kinds.includes('KeyError') && args.length === 1) return yield* reprSteps(thread, args[0] as Value);
  if (kinds.includes('SyntaxError')) return yield* strOfSyntaxError(thread, exception);
  const fields = exception.osFields;
  if (fields?.errno !== undefined && fields.strerror !== undefined) return yield* strOfOsError(thread, fields);
  if (kinds.includes('UnicodeError') && exception.get('_reason') !== undefined) return textOfUnicodeError(exception);
  if (kinds.includes('BaseExceptionGroup')) {
    const members = exception.get('exceptions');
    const count = members instanceof PyTuple ? members.items.length : 0;
    return `${yield* strSteps(thread, args[0] ?? '')} (${count} sub-exception${count === 1 ? '' : 's'})`;
  }
  if (args.length === 0) return '';
  return args.length === 1 ? yield* strSteps(thread, args[0] as Value) : yield* reprSteps(thread, exception.args);
}

function* strOfSyntaxError(thread: PyThread, exception: PyException): Generator<undefined, string, Value> {
  const message = yield* strSteps(thread, syntaxErrorField(exception, 'msg'));
  const file = syntaxErrorField(exception, 'filename');
  const line = syntaxErrorField(exception, 'lineno');
  const name = typeof file === 'string' ? file.slice(file.lastIndexOf('/') + 1) : null;
  if (name !== null && typeof line === 'number') return `${message} (${name}, line ${line})`;
  if (name !== null) return `${message} (${name})`;
  return typeof line === 'number' ? `${message} (line ${line})` : message;
}

function* strOfOsError(thread: PyThread, fields: OsErrorFields): Generator<undefined, string, Value> {
  const { errno = null, strerror = null, filename, filename2 } = fields;
  const arrow = filename2 === undefined ? '' : ` -> ${yield* reprSteps(thread, filename2)}`;
  const where = filename === undefined ? '' : `: ${yield* reprSteps(thread, filename)}${arrow}`;
  return `[Errno ${yield* strSteps(thread, errno)}] ${yield* strSteps(thread, strerror)}${where}`;
}
