/** memoryview: a window on the bytes of another object. Models: Objects/memoryobject.c. Leaves out: formats other than bytes, more than one dimension. */
import { objectType, typeOf, typeType } from '../../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import { PyList } from '../../objects/py-list.ts';
import { PySlice } from '../../objects/py-slice.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import { PyType } from '../../objects/py-type.ts';
import { PyObject } from '../../objects/value.ts';
import type { Value } from '../../objects/value.ts';
import { hexOfBytes } from '../../values/bytes/bytes-hex.ts';
import { sliceIndices } from '../../values/slice-indices.ts';
import { bytesOf } from '../../vm/compare.ts';
import { boundsOf, indexOf } from '../../vm/items.ts';
import { BytesIterator } from '../../objects/py-iterators.ts';
import { raised, Unsupported } from '../../vm/raise.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import { anyNumber, attribute, constructor, exactly, method, named } from '../define.ts';

export const memoryViewType = new PyType({
  name: 'memoryview',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  moduleName: 'builtins',
  canBeSubclassed: false,
});

export class PyMemoryView extends PyObject {
  override readonly type = memoryViewType;
  readonly source: PyBytes | PyByteArray;
  readonly start: number;
  readonly length: number;
  isReleased = false;

  constructor(source: PyBytes | PyByteArray, start: number, length: number) {
    super();
    this.source = source;
    this.start = start;
    this.length = length;
  }

  get bytes(): Uint8Array {
    if (this.isReleased) throw raised('ValueError', 'operation forbidden on released memoryview object');
    return bytesOf(this.source).subarray(this.start, this.start + this.length);
  }
}

const self = (value: Value | undefined): PyMemoryView => value as PyMemoryView;

constructor(memoryViewType, named(1, 'object'), (_thread, args) => {
  const source = args[1] as Value;
  if (source instanceof PyMemoryView) return new PyMemoryView(source.source, source.start, source.length);
  if (source instanceof PyBytes || source instanceof PyByteArray)
    return new PyMemoryView(source, 0, bytesOf(source).length);
  throw raised('TypeError', `memoryview: a bytes-like object is required, not '${typeOf(source).title}'`);
});

function position(view: PyMemoryView, key: Value): number {
  const index = indexOf(key);
  if (index === null) throw raised('TypeError', 'memoryview: invalid slice key');
  const at = index < 0 ? index + view.length : index;
  if (at < 0 || at >= view.length) throw raised('IndexError', 'index out of bounds on dimension 1');
  return at;
}

function window(view: PyMemoryView, slice: PySlice): PyMemoryView {
  const { start, step, count } = sliceIndices(boundsOf(slice), view.length);
  if (step !== 1) throw new Unsupported('memoryview slices with a step');
  return new PyMemoryView(view.source, view.start + start, count);
}

method(memoryViewType, '__len__', exactly(0), (_thread, args) => self(args[0]).length);
method(memoryViewType, '__iter__', exactly(0), (_thread, args) => new BytesIterator(self(args[0]).bytes));
method(memoryViewType, '__getitem__', exactly(1), (_thread, args) => {
  const view = self(args[0]);
  if (args[1] instanceof PySlice) return window(view, args[1]);
  return view.bytes[position(view, args[1] as Value)] as number;
});
method(memoryViewType, '__setitem__', exactly(2), (_thread, args) => {
  const view = self(args[0]);
  if (view.source instanceof PyBytes) throw raised('TypeError', 'cannot modify read-only memory');
  if (args[1] instanceof PySlice) {
    const target = window(view, args[1]);
    const value = args[2];
    const bytes =
      value instanceof PyMemoryView
        ? value.bytes
        : value instanceof PyBytes || value instanceof PyByteArray
          ? bytesOf(value)
          : null;
    if (bytes === null)
      throw raised('TypeError', `a bytes-like object is required, not '${typeOf(value as Value).title}'`);
    if (bytes.length !== target.length)
      throw raised('ValueError', 'memoryview assignment: lvalue and rvalue have different structures');
    target.bytes.set(bytes);
    return null;
  }
  const byte = indexOf(args[2] as Value);
  if (byte === null) throw raised('TypeError', "memoryview: invalid type for format 'B'");
  if (byte < 0 || byte > 255) throw raised('ValueError', "memoryview: invalid value for format 'B'");
  view.bytes[position(view, args[1] as Value)] = byte;
  return null;
});
method(memoryViewType, '__eq__', exactly(1), (_thread, args) => {
  const other = args[1];
  const bytes =
    other instanceof PyMemoryView
      ? other.bytes
      : other instanceof PyBytes || other instanceof PyByteArray
        ? bytesOf(other)
        : null;
  if (bytes === null) return notImplemented;
  const mine = self(args[0]).bytes;
  return mine.length === bytes.length && mine.every((byte, i) => byte === bytes[i]);
});
method(memoryViewType, 'tobytes', exactly(0), (_thread, args) => new PyBytes(Uint8Array.from(self(args[0]).bytes)));
method(memoryViewType, 'tolist', exactly(0), (_thread, args) => new PyList([...self(args[0]).bytes]));
method(memoryViewType, 'hex', exactly(0), (_thread, args) => hexOfBytes(self(args[0]).bytes));
method(memoryViewType, 'release', exactly(0), (_thread, args) => {
  self(args[0]).isReleased = true;
  return null;
});
method(memoryViewType, '__enter__', exactly(0), (_thread, args) => args[0] as Value);
method(memoryViewType, '__exit__', anyNumber(), (_thread, args) => {
  self(args[0]).isReleased = true;
  return null;
});
method(memoryViewType, 'cast', anyNumber(true), () => {
  throw new Unsupported('memoryview.cast');
});
method(memoryViewType, '__repr__', exactly(0), (thread, args) => `<memory at ${thread.addressText(self(args[0]))}>`);
attribute(memoryViewType, 'nbytes', (view) => self(view).length);
attribute(memoryViewType, 'itemsize', () => 1);
attribute(memoryViewType, 'format', () => 'B');
attribute(memoryViewType, 'ndim', () => 1);
attribute(memoryViewType, 'shape', (view) => new PyTuple([self(view).length]));
attribute(memoryViewType, 'readonly', (view) => self(view).source instanceof PyBytes);
attribute(memoryViewType, 'obj', (view) => self(view).source);
