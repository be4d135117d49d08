/** How native functions and methods are declared. Arities leave `self` out for methods. */
import { NativeFunction, NativeMethod } from '../objects/native-function.ts';
import type { NativeSignature, PlainBody, SteppedBody } from '../objects/native-function.ts';
import { PyClassMethod, PyGetSet, PyStaticMethod } from '../objects/py-descriptors.ts';
import type { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';

export interface Arity {
  readonly least: number;
  readonly most: number;
  /** Keyword names by position (methods: `self` not counted); '' where positional only. */
  readonly names?: readonly string[];
  readonly takesAnyKeyword?: boolean;
}

export interface NativeExtras {
  readonly isPollFreeWhenWarm?: boolean;
  readonly costNs?: number;
}

/** Exactly so many positional arguments. */
export function exactly(count: number): Arity {
  return { least: count, most: count };
}

export function between(least: number, most: number): Arity {
  return { least, most };
}

/** Any number of positional arguments, and keywords if so said. */
export function anyNumber(takesAnyKeyword = false, least = 0): Arity {
  return { least, most: Number.POSITIVE_INFINITY, takesAnyKeyword };
}

/** Parameters that may be given by name; those from `least` on are optional. */
export function named(least: number, ...names: string[]): Arity {
  return { least, most: names.length, names };
}

function signatureOf(arity: Arity, own: number): NativeSignature {
  const names = arity.names ?? [];
  return {
    least: arity.least + own,
    most: arity.most + own,
    names: own === 0 ? names : ['', ...names],
    takesAnyKeyword: arity.takesAnyKeyword ?? false,
  };
}

/** A function that answers at once (or blocks, or pushes a frame: then it returns undefined). */
export function native(name: string, arity: Arity, body: PlainBody, extras: NativeExtras = {}): NativeFunction {
  return new NativeFunction(name, body, { signature: signatureOf(arity, 0), isStepped: false, ...extras });
}

/** A function that may call Python or block several times. */
export function nativeSteps(name: string, arity: Arity, body: SteppedBody, extras: NativeExtras = {}): NativeFunction {
  return new NativeFunction(name, body, { signature: signatureOf(arity, 0), isStepped: true, ...extras });
}

export function method(type: PyType, name: string, arity: Arity, body: PlainBody, extras: NativeExtras = {}): void {
  type.namespace.set(
    name,
    new NativeMethod(type, name, body, { signature: signatureOf(arity, 1), isStepped: false, ...extras }),
  );
}

export function methodSteps(
  type: PyType,
  name: string,
  arity: Arity,
  body: SteppedBody,
  extras: NativeExtras = {},
): void {
  type.namespace.set(
    name,
    new NativeMethod(type, name, body, { signature: signatureOf(arity, 1), isStepped: true, ...extras }),
  );
}

/** `__new__`: its first argument is the class. */
export function constructor(type: PyType, arity: Arity, body: PlainBody): void {
  type.namespace.set(
    '__new__',
    new NativeFunction('__new__', body, { signature: signatureOf(arity, 1), isStepped: false }),
  );
}

export function constructorSteps(type: PyType, arity: Arity, body: SteppedBody): void {
  type.namespace.set(
    '__new__',
    new NativeFunction('__new__', body, { signature: signatureOf(arity, 1), isStepped: true }),
  );
}

export function staticMethod(type: PyType, fn: NativeFunction): void {
  type.namespace.set(fn.name, new PyStaticMethod(fn));
}

export function classMethod(type: PyType, fn: NativeFunction): void {
  type.namespace.set(fn.name, new PyClassMethod(fn));
}

export function attribute(
  type: PyType,
  name: string,
  read: (self: Value) => Value | undefined,
  write?: (self: Value, value: Value | undefined) => void,
): void {
  type.namespace.set(name, new PyGetSet(name, type, write === undefined ? { read } : { read, write }));
}
