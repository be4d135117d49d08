/** anext(iterator, default): an awaitable that gives the default at the end. Models: anext_awaitable in Objects/iterobject.c. */
import { objectType, typeOf, typeType } from '../../objects/builtin-types.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyType } from '../../objects/py-type.ts';
import { PyObject } from '../../objects/value.ts';
import type { Value } from '../../objects/value.ts';
import { awaitable } from '../../vm/await.ts';
import { loadSpecial } from '../../vm/attributes.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { PyRaise, raised, stopIteration } from '../../vm/raise.ts';
import { between, exactly, method, methodSteps } from '../define.ts';

const anextAwaitableType = new PyType({
  name: 'anext_awaitable',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  canBeSubclassed: false,
});

export class AnextAwaitable extends PyObject {
  override readonly type = anextAwaitableType;
  readonly awaited: Value;
  readonly instead: Value;
  /** What drives `awaited`, once it has been asked for. */
  iterator: Value | undefined = undefined;

  constructor(awaited: Value, instead: Value) {
    super();
    this.awaited = awaited;
    this.instead = instead;
  }
}

function* drive(thread: PyThread, self: AnextAwaitable, name: string, args: readonly Value[]): NativeSteps {
  try {
    if (self.iterator === undefined) {
      const own = awaitable(thread, self.awaited, 0);
      self.iterator = own === undefined ? yield : own;
    }
    const { iterator } = self;
    const wanted = name === 'send' && args[0] === null && loadSpecial(typeOf(iterator), iterator, 'send') === undefined;
    const found = loadSpecial(typeOf(iterator), iterator, wanted ? '__next__' : name);
    if (found === undefined)
      throw raised('AttributeError', `'${typeOf(iterator).title}' object has no attribute '${name}'`);
    return yield* callSteps(thread, found, wanted ? [] : args);
  } catch (error) {
    if (!(error instanceof PyRaise) || !error.exception.type.isSubtypeOf(exceptionNamed('StopAsyncIteration')))
      throw error;
    throw new PyRaise(stopIteration(self.instead));
  }
}

const own = (value: Value | undefined): AnextAwaitable => value as AnextAwaitable;
for (const name of ['__await__', '__iter__'])
  method(anextAwaitableType, name, exactly(0), (_thread, args) => args[0] as Value);
methodSteps(anextAwaitableType, '__next__', exactly(0), function* next(thread, args) {
  return yield* drive(thread, own(args[0]), 'send', [null]);
});
methodSteps(anextAwaitableType, 'send', exactly(1), function* send(thread, args) {
  return yield* drive(thread, own(args[0]), 'send', [args[1] as Value]);
});
methodSteps(anextAwaitableType, 'throw', between(1, 3), function* throwException(thread, args) {
  return yield* drive(thread, own(args[0]), 'throw', args.slice(1) as Value[]);
});
methodSteps(anextAwaitableType, 'close', exactly(0), function* close(thread, args) {
  return yield* drive(thread, own(args[0]), 'close', []);
});
