/** The class statement. Models: builtin___build_class__ in Python/bltinmodule.c. */
import { typeOf, typeType } from '../objects/builtin-types.ts';
import { PyCell } from '../objects/py-cell.ts';
import { PyDict } from '../objects/py-dict.ts';
import type { PyFunction } from '../objects/py-function.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { lookupAttribute, pendingLookup } from '../vm/attributes.ts';
import { bindArguments } from '../vm/bind-arguments.ts';
import { callSteps } from '../vm/invoke.ts';
import { metatypeOf } from '../vm/make-class.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { anyNumber, nativeSteps } from './define.ts';

export const BUILD_CLASS = nativeSteps(
  '__build_class__',
  anyNumber(true, 2),
  function* buildClass(thread, args, keywords) {
    const [body, name, ...givenBases] = args as readonly Value[];
    const bases = yield* resolvedBases(thread, givenBases);
    const others = new Map(keywords ?? []);
    const given = others.get('metaclass');
    others.delete('metaclass');
    let meta: Value = given ?? (bases[0] === undefined ? typeType : typeOf(bases[0]));
    if (meta instanceof PyType) meta = metatypeOf(meta, bases);
    const baseTuple = new PyTuple(bases);
    const namespace = yield* prepared(thread, meta, name as string, baseTuple, others);
    if (bases.length !== givenBases.length || bases.some((base, i) => base !== givenBases[i]))
      namespace.set('__orig_bases__', new PyTuple(givenBases));
    const cell = yield* runBody(thread, body as PyFunction, namespace);
    const type = yield* callSteps(
      thread,
      meta,
      [name as string, baseTuple, namespace, ...others.values()],
      [...others.keys()],
    );
    if (cell instanceof PyCell && type instanceof PyType && cell.content !== type) {
      if (cell.content === undefined)
        throw raised(
          'RuntimeError',
          `__class__ not set defining '${String(name)}' as ${type.name}. Was __classcell__ propagated to type.__new__?`,
        );
    }
    return type;
  },
);

/** Bases that are not classes say which classes they stand for (`__mro_entries__`). */
function* resolvedBases(thread: PyThread, bases: readonly Value[]): Generator<undefined, Value[], Value> {
  const resolved: Value[] = [];
  for (const base of bases) {
    const found = base instanceof PyType ? undefined : lookupAttribute(thread, base, '__mro_entries__');
    const entries = found === pendingLookup ? yield : found;
    if (entries === undefined) resolved.push(base);
    else resolved.push(...((yield* callSteps(thread, entries, [new PyTuple(bases)])) as PyTuple).items);
  }
  return resolved;
}

function* prepared(
  thread: PyThread,
  meta: Value,
  name: string,
  bases: PyTuple,
  keywords: ReadonlyMap<string, Value>,
): Generator<undefined, PyDict, Value> {
  const found = lookupAttribute(thread, meta, '__prepare__');
  if (found === undefined || meta === typeType) return new PyDict();
  const prepare = found === pendingLookup ? yield : found;
  const namespace = yield* callSteps(thread, prepare, [name, bases, ...keywords.values()], [...keywords.keys()]);
  if (!(namespace instanceof PyDict))
    throw raised(
      'TypeError',
      `${typeOf(meta).title}.__prepare__() must return a mapping, not ${typeOf(namespace).title}`,
    );
  return namespace;
}

function* runBody(thread: PyThread, body: PyFunction, namespace: PyDict): Generator<undefined, Value, Value> {
  const frame = bindArguments(thread, body, [], null);
  frame.namespace = namespace;
  thread.pushFrame(frame);
  return yield;
}
