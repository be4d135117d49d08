/** threading.local: a namespace per thread. Models: Modules/_threadmodule.c, local_getattro and local_new. */
import { objectType, typeType } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyFunction } from '../../objects/py-function.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { anyNumber, constructor, exactly, method, methodSteps } from '../../builtins/define.ts';
import type { OfThread } from '../../vm/deaths-at-end.ts';
import { attributeError } from '../../vm/attribute-errors.ts';
import { lookupAttribute, pendingLookup } from '../../vm/attributes.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';

export const threadLocalType = new PyType({
  name: '_local',
  bases: [objectType],
  layout: 'object',
  metatype: typeType,
  moduleName: '_thread',
  hasInstanceDict: true,
});
threadLocalType.interceptsAttributes = true;

/** `dict` is swapped for the running thread's before every access. */
class ThreadLocal extends PyInstance implements OfThread {
  readonly diesWithThread = true;
  private readonly byThread = new Map<PyThread, PyDict>();
  readonly initArguments: readonly Value[];
  readonly initNames: readonly string[];

  constructor(type: PyType, args: readonly Value[], names: readonly string[]) {
    super(type);
    this.initArguments = args;
    this.initNames = names;
  }

  forget(thread: PyThread): void {
    const gone = this.byThread.get(thread);
    this.byThread.delete(thread);
    if (gone !== undefined && this.dict === gone) this.useDict(new PyDict());
  }

  /** Shows the namespace of the thread; true if it is new and a subclass' `__init__` has to fill it. */
  enter(thread: PyThread): boolean {
    const known = this.byThread.get(thread);
    this.useDict(known ?? new PyDict());
    if (known === undefined) {
      this.byThread.set(thread, this.dict as PyDict);
      thread.localNamespaces.add(this);
    }
    return known === undefined && this.type.lookup('__init__') instanceof PyFunction;
  }
}

/** The thread is over: its namespaces go. */
export function forgetLocals(thread: PyThread): void {
  for (const local of thread.localNamespaces) (local as ThreadLocal).forget(thread);
  thread.localNamespaces.clear();
}

constructor(threadLocalType, anyNumber(true), (thread, args, keywords) => {
  const [type, ...rest] = args;
  const local = new ThreadLocal(type as PyType, [...rest, ...(keywords?.values() ?? [])] as Value[], [
    ...(keywords?.keys() ?? []),
  ]);
  const hasInit = (type as PyType).lookup('__init__') instanceof PyFunction;
  if (!hasInit && args.length > 1) throw raised('TypeError', 'Initialization arguments are not supported');
  local.enter(thread);
  return local;
});

function* enterSteps(thread: PyThread, local: ThreadLocal): Generator<undefined, null, Value> {
  if (local.enter(thread)) {
    yield* callSteps(thread, local.type.lookup('__init__') as Value, [local, ...local.initArguments], local.initNames);
    local.enter(thread);
  }
  return null;
}

methodSteps(threadLocalType, '__getattribute__', exactly(1), function* getAttribute(thread, args) {
  const local = args[0] as ThreadLocal;
  yield* enterSteps(thread, local);
  const found = lookupAttribute(thread, local, args[1] as string);
  if (found === undefined) throw attributeError(local, args[1] as string);
  return found === pendingLookup ? yield : found;
});
methodSteps(threadLocalType, '__setattr__', exactly(2), function* setAttribute(thread, args) {
  const local = args[0] as ThreadLocal;
  yield* enterSteps(thread, local);
  local.set(args[1] as string, args[2] as Value);
  return null;
});
methodSteps(threadLocalType, '__delattr__', exactly(1), function* deleteAttribute(thread, args) {
  const local = args[0] as ThreadLocal;
  yield* enterSteps(thread, local);
  if (!local.remove(args[1] as string)) throw attributeError(local, args[1] as string);
  return null;
});
method(threadLocalType, '__init__', anyNumber(true), () => null);
