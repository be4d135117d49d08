/** The next item of an iterator that needs no Python code. */
import { DictIterator, SetIterator } from '../../objects/py-iterators.ts';
import type { NativeIterator } from '../../objects/py-iterators.ts';
import type { Value } from '../../objects/value.ts';
import { raised } from '../../vm/raise.ts';

/** Undefined at the end; raises RuntimeError where the container has changed meanwhile. */
export function nativeNext(iterator: NativeIterator): Value | undefined {
  if (iterator instanceof DictIterator && iterator.sizeChanged)
    throw raised('RuntimeError', 'dictionary changed size during iteration');
  if (iterator instanceof SetIterator && iterator.sizeChanged)
    throw raised('RuntimeError', 'Set changed size during iteration');
  return iterator.next();
}
