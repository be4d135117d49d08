/** threading.excepthook and what it is given. Models: thread_excepthook and ExceptHookArgs in Modules/_threadmodule.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import { PyException } from '../../objects/py-exception.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { constructorSteps, exactly, nativeSteps } from '../../builtins/define.ts';
import { loadAttribute } from '../../vm/attributes.ts';
import { iterateAll } from '../../vm/iterate-all.ts';
import { printException } from '../../vm/print-exception.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { strSteps } from '../../vm/repr.ts';
import { structSequence } from '../sys-info.ts';

const fields = ['exc_type', 'exc_value', 'exc_traceback', 'thread'] as const;
export const exceptHookArgumentsType = structSequence('_ExceptHookArgs', '_thread', fields);

constructorSteps(exceptHookArgumentsType, exactly(1), function* make(thread, args) {
  const items = yield* iterateAll(thread, args[1] as Value);
  if (items.length !== fields.length)
    throw raised(
      'TypeError',
      `_thread._ExceptHookArgs() takes a ${fields.length}-sequence (${items.length}-sequence given)`,
    );
  const made = new PyTuple(items);
  made.type = exceptHookArgumentsType;
  return made;
});

export const exceptHook = nativeSteps('_excepthook', exactly(1), function* excepthook(thread, args) {
  const given = args[0] as Value;
  if (typeOf(given) !== exceptHookArgumentsType)
    throw raised('TypeError', '_thread.excepthook argument type must be ExceptHookArgs');
  const [type, exception, , owner] = (given as PyTuple).items as readonly Value[];
  if (type === exceptionNamed('SystemExit')) return null;
  const name =
    owner === null || owner === undefined
      ? String(thread.ident)
      : yield* strSteps(thread, yield* attributeSteps(thread, owner, 'name'));
  if (exception instanceof PyException) yield* printException(thread, exception, `Exception in thread ${name}:`);
  return null;
});

function* attributeSteps(thread: PyThread, owner: Value, name: string): Generator<undefined, Value, Value> {
  const value = loadAttribute(thread, owner, name);
  return value === undefined ? yield : value;
}
