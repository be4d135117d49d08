/**
 * What list, tuple, str, bytes, bytearray and range have in common: length, subscripts, `in`, iteration, order.
 * A method asked by name must not come back to what a subclass overrides, so it works on a twin of the built-in type.
 */
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import { PyStrInstance } from '../../objects/value-instances.ts';
import type { Value } from '../../objects/value.ts';
import { textLength } from '../../values/text/code-points.ts';
import { nativeIterator } from '../../vm/collections.ts';
import { containsQuickly, containsSteps } from '../../vm/contains.ts';
import { loadItemQuickly, loadItemSteps } from '../../vm/items.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import { sizeOf } from '../../vm/truth.ts';
import { TextIterator } from '../../objects/py-iterators.ts';
import { exactly, method } from '../define.ts';

/** The value as an instance of the built-in type itself; lists share their items with it. */
export function bare(value: Value): Value {
  if (value === null || typeof value !== 'object' || !value.type.isHeap) return value;
  if (value instanceof PyStrInstance) return value.value;
  if (value instanceof PyList) return new PyList(value.items);
  if (value instanceof PyTuple) return new PyTuple(value.items);
  if (value instanceof PyBytes) return new PyBytes(value.bytes);
  return value instanceof PyByteArray ? new PyByteArray(value.buffer) : value;
}

export function sequenceMethods(type: PyType): void {
  method(type, '__len__', exactly(0), (_thread, args) => {
    const self = bare(args[0] as Value);
    return typeof self === 'string' ? textLength(self) : (sizeOf(self) as number);
  });
  method(type, '__getitem__', exactly(1), (thread, args) => {
    const self = bare(args[0] as Value);
    const item = loadItemQuickly(self, args[1] as Value);
    return item === undefined ? pushSteps(thread, '__getitem__', loadItemSteps(thread, self, args[1] as Value)) : item;
  });
  method(type, '__contains__', exactly(1), (thread, args) => {
    const self = bare(args[0] as Value);
    return (
      containsQuickly(self, args[1] as Value) ??
      pushSteps(thread, '__contains__', containsSteps(thread, self, args[1] as Value))
    );
  });
  iterationMethod(type);
}

export function iterationMethod(type: PyType): void {
  method(type, '__iter__', exactly(0), (_thread, args) => {
    const self = args[0] as Value;
    return typeof self === 'string' ? new TextIterator(self) : (nativeIterator(self) as Value);
  });
}
