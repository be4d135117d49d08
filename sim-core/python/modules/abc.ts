/** The module `_abc`: the checks behind ABCMeta. Models: Modules/_abc.c (its caches are left out: they change no result). */
import { typeOf } from '../objects/builtin-types.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyFrozenSet, PySet } from '../objects/py-set.ts';
import { SetMembers } from '../objects/set-members.ts';
import { notImplemented } from '../objects/py-singletons.ts';
import { PyType } from '../objects/py-type.ts';
import { PyClassMethod, PyProperty, PyStaticMethod } from '../objects/py-descriptors.ts';
import type { Value } from '../objects/value.ts';
import { exactly, native, nativeSteps } from '../builtins/define.ts';
import { loadAttribute } from '../vm/attributes.ts';
import { isSubclassSteps } from '../vm/instance-check.ts';
import { callSteps } from '../vm/invoke.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { PyRaise, raised } from '../vm/raise.ts';
import { truthSteps } from '../vm/truth.ts';
import { fillModule, nativeClass } from './native-class.ts';

type Steps<T> = Generator<undefined, T, Value>;
const dataType = nativeClass('_abc', '_abc_data');

class AbcData extends PyInstance {
  readonly registry: PyType[] = [];
}

function dataOf(type: Value): AbcData | null {
  const found = type instanceof PyType ? type.namespace.getText('_abc_impl') : undefined;
  return found instanceof AbcData ? found : null;
}

function* isAbstract(thread: PyThread, value: Value): Steps<boolean> {
  if (value instanceof PyStaticMethod || value instanceof PyClassMethod)
    return yield* isAbstract(thread, value.callable);
  if (value instanceof PyProperty) {
    for (const fn of [value.getter, value.setter, value.deleter])
      if (fn !== null && (yield* isAbstract(thread, fn))) return true;
    return false;
  }
  try {
    const found = loadAttribute(thread, value, '__isabstractmethod__');
    return yield* truthSteps(thread, found === undefined ? yield : found);
  } catch (error) {
    if (error instanceof PyRaise && error.exception.type.name === 'AttributeError') return false;
    throw error;
  }
}

function* computeAbstractMethods(thread: PyThread, type: PyType): Steps<void> {
  const names = new SetMembers();
  for (const entry of Array.from(type.namespace.items()))
    if (yield* isAbstract(thread, entry.value as Value)) names.set(entry.key, null);
  for (const base of type.bases) {
    const inherited = base.namespace.getText('__abstractmethods__');
    if (!(inherited instanceof PyFrozenSet || inherited instanceof PySet)) continue;
    for (const name of inherited.dict.keys()) {
      const now = type.lookup(String(name));
      if (now !== undefined && (yield* isAbstract(thread, now))) names.set(name, null);
    }
  }
  type.setAttribute('__abstractmethods__', new PyFrozenSet(names));
  type.isAbstract = names.size > 0;
}

function* checkSubclass(thread: PyThread, type: PyType, candidate: Value): Steps<boolean> {
  if (!(candidate instanceof PyType)) throw raised('TypeError', 'issubclass() arg 1 must be a class');
  const hook = loadAttribute(thread, type, '__subclasshook__');
  const said = yield* callSteps(thread, hook === undefined ? yield : hook, [candidate]);
  if (said !== notImplemented) return said === true;
  if (candidate.mro.includes(type)) return true;
  for (const registered of dataOf(type)?.registry ?? [])
    if (yield* isSubclassSteps(thread, candidate, registered)) return true;
  for (const subclass of type.subclasses) if (yield* isSubclassSteps(thread, candidate, subclass)) return true;
  return false;
}

const functions = [
  native('get_cache_token', exactly(0), (thread) => tokenOf(thread).value),
  nativeSteps('_abc_init', exactly(1), function* init(thread, args) {
    const type = args[0] as PyType;
    yield* computeAbstractMethods(thread, type);
    type.setAttribute('_abc_impl', new AbcData(dataType));
    return null;
  }),
  nativeSteps('_abc_register', exactly(2), function* register(thread, args) {
    const [type, subclass] = args;
    if (!(subclass instanceof PyType)) throw raised('TypeError', 'Can only register classes');
    if (yield* isSubclassSteps(thread, subclass, type as Value)) return subclass;
    if (yield* isSubclassSteps(thread, type as Value, subclass))
      throw raised('RuntimeError', 'Refusing to create an inheritance cycle');
    dataOf(type as Value)?.registry.push(subclass);
    tokenOf(thread).value += 1;
    return subclass;
  }),
  nativeSteps('_abc_instancecheck', exactly(2), function* check(thread, args) {
    return yield* isSubclassSteps(thread, typeOf(args[1] as Value), args[0] as Value);
  }),
  nativeSteps('_abc_subclasscheck', exactly(2), function* check(thread, args) {
    return yield* checkSubclass(thread, args[0] as PyType, args[1] as Value);
  }),
];

interface Token {
  value: number;
}

function tokenOf(thread: PyThread): Token {
  const { moduleState } = thread.interpreter;
  let token = moduleState.get('_abc') as Token | undefined;
  if (token === undefined) {
    token = { value: 0 };
    moduleState.set('_abc', token);
  }
  return token;
}

export function makeAbcModule(): PyModule {
  return fillModule(new PyModule('_abc'), functions);
}
