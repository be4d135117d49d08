/** functools.partial. Models: Modules/_functoolsmodule.c. */
import { PyDict } from '../../objects/py-dict.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import {
  anyNumber,
  attribute,
  classMethod,
  constructor,
  exactly,
  method,
  methodSteps,
  native,
} from '../../builtins/define.ts';
import { invoke } from '../../vm/invoke.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps, strSteps } from '../../vm/repr.ts';
import { aliasOf } from '../../builtins/generic-alias.ts';
import { nativeClass } from '../native-class.ts';
import { isCallable } from './is-callable.ts';

class Partial extends PyInstance {
  fn: Value = null;
  args: readonly Value[] = [];
  keywords = new PyDict();
}

export const partialType = nativeClass('functools', 'partial');
partialType.hasInstanceDict = true;

constructor(partialType, anyNumber(true, 0), (_thread, args, keywords) => {
  const [type, fn, ...rest] = args;
  if (fn === undefined) throw raised('TypeError', "type 'partial' takes at least one argument");
  if (!isCallable(fn)) throw raised('TypeError', 'the first argument must be callable');
  const self = new Partial(type as PyType);
  const inner = fn instanceof Partial && fn.type === partialType ? fn : null;
  self.fn = inner === null ? fn : inner.fn;
  self.args = inner === null ? (rest as Value[]) : [...inner.args, ...(rest as Value[])];
  if (inner !== null) self.keywords.update(inner.keywords);
  for (const [name, value] of keywords ?? []) self.keywords.set(name, value);
  return self;
});
method(partialType, '__call__', anyNumber(true), (thread, args, keywords) => {
  const self = args[0] as Partial;
  const merged = new Map<string, Value>();
  for (const entry of self.keywords.items()) merged.set(entry.key as string, entry.value as Value);
  for (const [name, value] of keywords ?? []) merged.set(name, value);
  const all = [...self.args, ...(args.slice(1) as Value[]), ...merged.values()];
  return invoke(thread, self.fn, all, merged.size === 0 ? null : [...merged.keys()]);
});
method(partialType, '__reduce__', exactly(0), (_thread, args) => {
  const self = args[0] as Partial;
  const dict = self.asDict();
  const state = [self.fn, new PyTuple(self.args), self.keywords, dict.size === 0 ? null : dict];
  return new PyTuple([self.type, new PyTuple([self.fn]), new PyTuple(state)]);
});
method(partialType, '__setstate__', exactly(1), (_thread, args) => {
  const [self, state] = args as [Partial, Value];
  const [fn, given, keywords, dict] = state instanceof PyTuple ? state.items : [];
  if (!isCallable(fn ?? null) || !(given instanceof PyTuple) || !(keywords instanceof PyDict || keywords === null))
    throw raised('TypeError', 'invalid partial state');
  self.fn = fn as Value;
  self.args = given.items;
  self.keywords = new PyDict();
  if (keywords !== null) self.keywords.update(keywords);
  if (dict instanceof PyDict) self.useDict(dict);
  return null;
});
methodSteps(partialType, '__repr__', exactly(0), function* repr(thread, args) {
  const self = args[0] as Partial;
  const name = self.type.isHeap ? titleOf(self.type) : `functools.${self.type.name}`;
  if (thread.reprsInProgress.includes(self)) return '...';
  thread.reprsInProgress.push(self);
  try {
    const parts = [yield* reprSteps(thread, self.fn)];
    for (const item of self.args) parts.push(yield* reprSteps(thread, item));
    for (const entry of self.keywords.items())
      parts.push(`${yield* strSteps(thread, entry.key)}=${yield* reprSteps(thread, entry.value as Value)}`);
    return `${name}(${parts.join(', ')})`;
  } finally {
    thread.reprsInProgress.splice(thread.reprsInProgress.indexOf(self), 1);
  }
});
function titleOf(type: PyType): string {
  const module = type.lookup('__module__');
  return `${typeof module === 'string' ? `${module}.` : ''}${type.qualifiedName}`;
}
attribute(partialType, 'func', (self) => (self as Partial).fn);
attribute(partialType, 'args', (self) => new PyTuple(self === null ? [] : (self as Partial).args));
attribute(partialType, 'keywords', (self) => (self as Partial).keywords);
classMethod(
  partialType,
  native('__class_getitem__', exactly(2), (_thread, args) => aliasOf(args[0] as Value, args[1] as Value)),
);
