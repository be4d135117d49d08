/**
 * What a Python variable can hold, as docs/decisions/0001 lays down. `undefined` is never a value: it is an empty slot (CPython's NULL).
 */
import type { PyType } from './py-type.ts';

export type Value = null | boolean | number | bigint | string | PyObject;

/** Everything that is not a plain JavaScript value. `type` is its own field in every class, so that reading it is one load. */
export abstract class PyObject {
  abstract type: PyType;
}

/** An attribute dictionary that most objects of a class never need is made when the first attribute is set. */
export interface HasAttributes {
  attributes: AttributeBag | null;
}

/** Where instances keep their attributes: slots laid out by a shape, until someone needs a real dict. */
export interface AttributeBag {
  get(name: string): Value | undefined;
  set(name: string, value: Value): void;
  remove(name: string): boolean;
}
