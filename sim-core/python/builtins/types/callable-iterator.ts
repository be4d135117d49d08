import { objectType, typeType } from '../../objects/builtin-types.ts';
import { PyType } from '../../objects/py-type.ts';
import { PyObject } from '../../objects/value.ts';
import type { Value } from '../../objects/value.ts';
import { compareSteps } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import { raised } from '../../vm/raise.ts';
import { exactly, method, methodSteps } from '../define.ts';

const callableIteratorType = new PyType({
  name: 'callable_iterator',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  canBeSubclassed: false,
});

/** iter(function, sentinel). Models: Objects/iterobject.c, calliterobject. */
export class CallableIterator extends PyObject {
  override readonly type = callableIteratorType;
  /** Undefined once it has ended. */
  callable: Value | undefined;
  readonly sentinel: Value;

  constructor(callable: Value, sentinel: Value) {
    super();
    this.callable = callable;
    this.sentinel = sentinel;
  }
}

method(callableIteratorType, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
methodSteps(callableIteratorType, '__next__', exactly(0), function* next(thread, args) {
  const self = args[0] as CallableIterator;
  if (self.callable === undefined) throw raised('StopIteration');
  const value = yield* callSteps(thread, self.callable, []);
  if (yield* compareSteps(thread, 2, self.sentinel, value)) {
    self.callable = undefined;
    throw raised('StopIteration');
  }
  return value;
});
