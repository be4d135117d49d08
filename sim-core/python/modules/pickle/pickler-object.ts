/** `_pickle.Pickler`: what it writes to, and what it has written so far. */
import { PyInstance } from '../../objects/py-instance.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import type { PickleWriter } from '../../values/pickle/pickle-writer.ts';
import { nativeClass } from '../native-class.ts';

export const picklerType = nativeClass('_pickle', 'Pickler');
picklerType.hasInstanceDict = true;

export class PicklerObject extends PyInstance {
  /** Null until `__init__` has been called. */
  writer: PickleWriter | null = null;
  file: Value = null;
  fixesImports = true;
  isFast = false;
  /** The place of each object in the memo. Texts are objects of their value: CPython's own texts mostly are the same where they are equal. */
  memo = new Map<unknown, number>();
  depth = 0;

  constructor(type: PyType = picklerType) {
    super(type);
  }
}
