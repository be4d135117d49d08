/** Operators of built-in types as methods (`int.__add__`, `list.__eq__`, …), made from tables: super() and explicit calls reach them. */
import { notImplemented } from '../../objects/py-singletons.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { PyObject, Value } from '../../objects/value.ts';
import { compareBuiltins } from '../../vm/compare.ts';
import { binaryOperators } from '../../vm/operators.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { defaultRepr, reprOfContainer, reprQuickly } from '../../vm/repr.ts';
import { exactly, method, methodSteps } from '../define.ts';
import { builtinHash } from './hash-of.ts';

/** Numbers of BINARY_OP. */
export const operations = {
  add: 0,
  and: 1,
  floorDivide: 2,
  leftShift: 3,
  multiply: 5,
  modulo: 6,
  or: 7,
  power: 8,
  rightShift: 9,
  subtract: 10,
  trueDivide: 11,
  xor: 12,
} as const;

/** `a op b`; undefined where the operands are not the type's own. */
export type Operation = (thread: PyThread, op: number, a: Value, b: Value) => Value | undefined;

/** Each operator and its reflection. */
export function binaryMethods(type: PyType, ops: readonly number[], operation: Operation): void {
  for (const op of ops) {
    const [name, reflected] = binaryOperators[op] as readonly [string, string, string];
    method(
      type,
      name,
      exactly(1),
      (thread, args) => operation(thread, op, args[0] as Value, args[1] as Value) ?? notImplemented,
    );
    method(
      type,
      reflected,
      exactly(1),
      (thread, args) => operation(thread, op, args[1] as Value, args[0] as Value) ?? notImplemented,
    );
  }
}

const comparisonNames = ['__lt__', '__le__', '__eq__', '__ne__', '__gt__', '__ge__'] as const;

/** All six comparisons. */
export function comparisonMethods(type: PyType): void {
  for (const [op, name] of comparisonNames.entries()) {
    methodSteps(type, name, exactly(1), function* compare(thread, args) {
      return yield* compareBuiltins(thread, op, args[0] as Value, args[1] as Value);
    });
  }
}

export function hashMethod(type: PyType): void {
  methodSteps(type, '__hash__', exactly(0), function* hash(thread, args) {
    return yield* builtinHash(thread, args[0] as Value);
  });
}

export function makeUnhashable(type: PyType): void {
  type.namespace.set('__hash__', null);
}

export function reprMethod(type: PyType): void {
  methodSteps(type, '__repr__', exactly(0), function* repr(thread, args) {
    const self = args[0] as Value;
    const quick = reprQuickly(thread, self);
    return quick ?? (yield* reprOfContainer(thread, self as PyObject)) ?? defaultRepr(thread, self as PyObject);
  });
}
