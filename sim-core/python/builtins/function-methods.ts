/** Functions, code objects, bound methods and native functions as objects. Models: Objects/funcobject.c, codeobject.c, classobject.c. */
import {
  cellType,
  codeType,
  functionType,
  memberDescriptorType,
  methodDescriptorType,
  methodType,
  moduleType,
  nativeFunctionType,
  tracebackType,
  typeOf,
} from '../objects/builtin-types.ts';
import type { LoadedCode } from '../objects/loaded-code.ts';
import type { NativeFunction } from '../objects/native-function.ts';
import { NativeMethod } from '../objects/native-function.ts';
import type { PyCell } from '../objects/py-cell.ts';
import type { PyMember } from '../objects/py-descriptors.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyMethod } from '../objects/py-method.ts';
import { PyModule } from '../objects/py-module.ts';
import type { PyTraceback } from '../objects/py-traceback.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import { frameObject } from './types/frame-object.ts';
import type { Value } from '../objects/value.ts';
import { invoke } from '../vm/invoke.ts';
import { lookupAttribute } from '../vm/attributes.ts';
import { raised, Unsupported } from '../vm/raise.ts';
import { anyNumber, attribute, between, constructor, exactly, method } from './define.ts';

const fn = (self: Value): PyFunction => self as PyFunction;

attribute(
  functionType,
  '__name__',
  (self) => fn(self).name,
  (self, value) => {
    fn(self).name = value as string;
  },
);
attribute(
  functionType,
  '__qualname__',
  (self) => fn(self).qualifiedName,
  (self, value) => {
    fn(self).qualifiedName = value as string;
  },
);
attribute(
  functionType,
  '__module__',
  (self) => fn(self).moduleName,
  (self, value) => {
    fn(self).moduleName = value ?? null;
  },
);
attribute(
  functionType,
  '__doc__',
  (self) => fn(self).documentation,
  (self, value) => {
    fn(self).documentation = value ?? null;
  },
);
attribute(
  functionType,
  '__code__',
  (self) => fn(self).code,
  (self, value) => {
    fn(self).code = value as LoadedCode;
  },
);
attribute(functionType, '__globals__', (self) => fn(self).globals);
attribute(
  functionType,
  '__defaults__',
  (self) => fn(self).defaults,
  (self, value) => {
    fn(self).defaults = (value ?? null) as PyTuple | null;
  },
);
attribute(
  functionType,
  '__kwdefaults__',
  (self) => fn(self).keywordDefaults,
  (self, value) => {
    fn(self).keywordDefaults = (value ?? null) as PyDict | null;
  },
);
attribute(functionType, '__closure__', (self) =>
  fn(self).closure.length === 0 ? null : new PyTuple([...fn(self).closure]),
);
attribute(
  functionType,
  '__type_params__',
  (self) => fn(self).typeParameters ?? new PyTuple([]),
  (self, value) => {
    fn(self).typeParameters = (value ?? null) as PyTuple | null;
  },
);
attribute(
  functionType,
  '__annotations__',
  (self) => {
    fn(self).annotations ??= new PyDict();
    return fn(self).annotations as PyDict;
  },
  (self, value) => {
    fn(self).annotations = (value ?? null) as PyDict | null;
  },
);
method(functionType, '__get__', between(1, 2), (_thread, args) =>
  args[1] === null ? (args[0] as Value) : new PyMethod(args[0] as Value, args[1] as Value),
);
method(functionType, '__call__', anyNumber(true), (thread, args, keywords) =>
  invoke(
    thread,
    args[0] as Value,
    [...args.slice(1), ...(keywords?.values() ?? [])] as Value[],
    keywords === null ? null : [...keywords.keys()],
  ),
);

const code = (self: Value): LoadedCode['source'] => (self as LoadedCode).source;
attribute(codeType, 'co_name', (self) => code(self).name);
attribute(codeType, 'co_qualname', (self) => code(self).qualifiedName);
attribute(codeType, 'co_filename', (self) => (self as LoadedCode).path);
attribute(codeType, 'co_firstlineno', (self) => code(self).firstLineNumber);
attribute(codeType, 'co_argcount', (self) => code(self).argumentCount);
attribute(codeType, 'co_posonlyargcount', (self) => code(self).positionalOnlyCount);
attribute(codeType, 'co_kwonlyargcount', (self) => code(self).keywordOnlyCount);
attribute(codeType, 'co_flags', (self) => code(self).flags);
method(codeType, 'replace', { least: 0, most: 0, takesAnyKeyword: true }, (thread, args, keywords) => {
  const old = args[0] as unknown as LoadedCode;
  const flags = keywords?.get('co_flags') ?? old.flags;
  if ([...(keywords?.keys() ?? [])].some((name) => name !== 'co_flags'))
    throw new Unsupported('code.replace() of other fields than co_flags');
  return thread.interpreter.load({ ...old.source, flags: flags as number }, old.isLibrary);
});
attribute(codeType, 'co_stacksize', (self) => code(self).stackSize);
attribute(codeType, 'co_names', (self) => new PyTuple([...code(self).names]));
attribute(codeType, 'co_consts', (self) => new PyTuple([...(self as LoadedCode).constants]));
attribute(codeType, 'co_varnames', (self) => localNames(self, 0x20));
attribute(codeType, 'co_cellvars', (self) => localNames(self, 0x40));
attribute(codeType, 'co_freevars', (self) => localNames(self, 0x80));
attribute(codeType, 'co_nlocals', (self) => localNames(self, 0x20).items.length);

function localNames(self: Value, kind: number): PyTuple {
  const source = code(self);
  return new PyTuple(source.localsPlusNames.filter((_, i) => ((source.localsPlusKinds[i] as number) & kind) !== 0));
}

const bound = (self: Value): PyMethod => self as PyMethod;
constructor(methodType, { least: 2, most: 2 }, (_thread, args) => new PyMethod(args[1] as Value, args[2] as Value));
attribute(methodType, '__self__', (self) => bound(self).self);
attribute(methodType, '__func__', (self) => bound(self).callable);
for (const name of [
  '__name__',
  '__qualname__',
  '__doc__',
  '__module__',
  '__code__',
  '__defaults__',
  '__annotations__',
  '__wrapped__',
  '__isabstractmethod__',
]) {
  attribute(methodType, name, (self) => throughMethod(bound(self), name));
}

/** A bound method shows its function's attributes. */
function throughMethod(self: PyMethod, name: string): Value | undefined {
  const callable = self.callable;
  if (callable instanceof PyFunction) {
    const found = functionType.lookup(name);
    const read = (found as { read?: (self: Value) => Value | undefined } | undefined)?.read;
    const value = read === undefined ? (callable.attributes?.get(name) ?? undefined) : read(callable);
    if (value === undefined) throw raised('AttributeError', `'method' object has no attribute '${name}'`);
    return value;
  }
  if (name === '__qualname__') return `${typeOf(self.self).qualifiedName}.${(callable as NativeFunction).name}`;
  if (name === '__name__') return (callable as NativeFunction).name;
  return null;
}

method(methodType, '__call__', anyNumber(true), (thread, args, keywords) =>
  invoke(
    thread,
    args[0] as Value,
    [...args.slice(1), ...(keywords?.values() ?? [])] as Value[],
    keywords === null ? null : [...keywords.keys()],
  ),
);
method(methodType, '__getattr__', between(1, 1), (thread, args) => {
  const found = lookupAttribute(thread, bound(args[0] as Value).callable, args[1] as string);
  if (found === undefined) throw raised('AttributeError', `'method' object has no attribute '${String(args[1])}'`);
  return found;
});

function nativeOf(self: Value): NativeFunction {
  return (self instanceof PyMethod ? self.callable : self) as NativeFunction;
}

function qualifiedNameOfNative(self: Value): string {
  const fn = nativeOf(self);
  if (!(self instanceof PyMethod)) return fn.title;
  const owner = self.self instanceof PyType ? self.self : typeOf(self.self);
  return `${owner.qualifiedName}.${fn.name}`;
}

for (const type of [nativeFunctionType, methodDescriptorType]) {
  attribute(type, '__name__', (self) => nativeOf(self).name);
  attribute(type, '__qualname__', qualifiedNameOfNative);
  attribute(type, '__module__', (self) =>
    self instanceof PyMethod || self instanceof NativeMethod ? null : (nativeOf(self).moduleName ?? 'builtins'),
  );
  attribute(type, '__doc__', () => null);
  attribute(type, '__self__', (self) => (self instanceof PyMethod ? self.self : null));
  method(type, '__reduce__', exactly(0), (thread, args) => {
    const self = args[0] as Value;
    const owner = self instanceof PyMethod ? self.self : self instanceof NativeMethod ? self.owner : null;
    if (owner === null || owner instanceof PyModule) return nativeOf(self).name;
    const getattr = thread.interpreter.builtins.dict.getText('getattr') as Value;
    return new PyTuple([getattr, new PyTuple([owner, nativeOf(self).name])]);
  });
  method(type, '__call__', anyNumber(true), (thread, args, keywords) =>
    invoke(
      thread,
      args[0] as Value,
      [...args.slice(1), ...(keywords?.values() ?? [])] as Value[],
      keywords === null ? null : [...keywords.keys()],
    ),
  );
}
attribute(methodDescriptorType, '__objclass__', (self) => (self as NativeMethod).owner);
attribute(memberDescriptorType, '__name__', (self) => (self as PyMember).name);
attribute(memberDescriptorType, '__objclass__', (self) => (self as PyMember).owner);

attribute(
  cellType,
  'cell_contents',
  (self) => {
    const content = (self as PyCell).content;
    if (content === undefined) throw raised('ValueError', 'cell is empty');
    return content;
  },
  (self, value) => {
    (self as PyCell).content = value;
  },
);

constructor(
  moduleType,
  { least: 1, most: 2, names: ['name', 'doc'] },
  (_thread, args) => new PyModule(args[1] as string, (args[2] ?? null) as string | null),
);

attribute(tracebackType, 'tb_next', (self) => (self as PyTraceback).next);
attribute(tracebackType, 'tb_lineno', (self) => (self as PyTraceback).line);
attribute(tracebackType, 'tb_frame', (self) => frameObject((self as PyTraceback).frame));
attribute(tracebackType, 'tb_lasti', (self) => {
  const { code, instruction } = self as PyTraceback;
  return 2 * (code.source.offsets[instruction] ?? 0);
});
attribute(
  tracebackType,
  'tb_lasti',
  (self) => 2 * ((self as PyTraceback).code.source.offsets[(self as PyTraceback).instruction] ?? 0),
);
