/** Iterators of built-in types: positions, so that they survive a checkpoint and see changes as CPython's do. */
import type { DictEntry, PyDict } from './py-dict.ts';
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';

/** An iterator that needs no Python code to go on: `next` gives undefined at the end (and ever after). */
export abstract class NativeIterator extends PyObject {
  abstract next(): Value | undefined;
}

export class ListIterator extends NativeIterator {
  static builtinType: PyType;
  override readonly type = ListIterator.builtinType;
  list: { readonly items: readonly Value[] } | null;
  position = 0;

  constructor(list: { readonly items: readonly Value[] }) {
    super();
    this.list = list;
  }

  next(): Value | undefined {
    if (this.list === null) return undefined;
    const position = this.position;
    if (position >= this.list.items.length) {
      this.list = null;
      return undefined;
    }
    this.position = position + 1;
    return this.list.items[position];
  }
}

export class TupleIterator extends ListIterator {
  static override builtinType: PyType;
  override readonly type = TupleIterator.builtinType;
}

export class ReversedIterator extends NativeIterator {
  static builtinType: PyType;
  override readonly type = ReversedIterator.builtinType;
  readonly items: readonly Value[];
  position: number;

  constructor(items: readonly Value[]) {
    super();
    this.items = items;
    this.position = items.length;
  }

  next(): Value | undefined {
    if (this.position > this.items.length) this.position = this.items.length;
    if (this.position <= 0) return undefined;
    this.position -= 1;
    return this.items[this.position];
  }
}

export class RangeIterator extends NativeIterator {
  static builtinType: PyType;
  override readonly type = RangeIterator.builtinType;
  value: number;
  remaining: number;
  readonly step: number;

  constructor(start: number, length: number, step: number) {
    super();
    this.value = start;
    this.remaining = length;
    this.step = step;
  }

  next(): Value | undefined {
    if (this.remaining <= 0) return undefined;
    this.remaining -= 1;
    const value = this.value;
    this.value = value + this.step;
    return value;
  }
}

/** Over the code points of a str. */
export class TextIterator extends NativeIterator {
  static builtinType: PyType;
  override readonly type = TextIterator.builtinType;
  readonly text: string;
  position = 0;

  constructor(text: string) {
    super();
    this.text = text;
  }

  next(): Value | undefined {
    const point = this.text.codePointAt(this.position);
    if (point === undefined) return undefined;
    const from = this.position;
    this.position = from + (point > 0xffff ? 2 : 1);
    return this.text.slice(from, this.position);
  }
}

export class BytesIterator extends NativeIterator {
  static builtinType: PyType;
  override readonly type = BytesIterator.builtinType;
  readonly source: { readonly length: number; at(index: number): number | undefined };
  position = 0;

  constructor(bytes: Uint8Array) {
    super();
    this.source = bytes;
  }

  next(): Value | undefined {
    const byte = this.source.at(this.position);
    if (byte === undefined || this.position >= this.source.length) return undefined;
    this.position += 1;
    return byte;
  }
}

export type DictView = 'keys' | 'values' | 'items';

/** Over a dict's entries by position. `sizeChanged` is what the caller must raise as RuntimeError. */
export class DictIterator extends NativeIterator {
  static builtinType: PyType;
  override readonly type = DictIterator.builtinType;
  dict: PyDict | null;
  readonly view: DictView;
  readonly isReversed: boolean;
  readonly startSize: number;
  position: number;

  constructor(dict: PyDict, view: DictView, isReversed = false) {
    super();
    this.dict = dict;
    this.view = view;
    this.isReversed = isReversed;
    this.startSize = dict.size;
    this.position = isReversed ? dict.entries.length - 1 : 0;
  }

  get sizeChanged(): boolean {
    return this.dict !== null && this.dict.size !== this.startSize;
  }

  /** The next entry, undefined at the end. */
  nextEntry(): DictEntry | undefined {
    const dict = this.dict;
    if (dict === null) return undefined;
    const step = this.isReversed ? -1 : 1;
    for (; this.position >= 0 && this.position < dict.entries.length; this.position += step) {
      const entry = dict.entries[this.position];
      if (entry === null || entry === undefined) continue;
      this.position += step;
      return entry;
    }
    this.dict = null;
    return undefined;
  }

  next(): Value | undefined {
    const entry = this.nextEntry();
    if (entry === undefined) return undefined;
    if (this.view === 'keys') return entry.key;
    if (this.view === 'values') return entry.value;
    return DictIterator.pair(entry.key, entry.value as Value);
  }

  /** Makes the tuple (key, value); set by the type table to avoid an import cycle. */
  static pair: (key: Value, value: Value) => Value;
}

/** keys(), values(), items() of a dict. */
export class PyDictView extends PyObject {
  static builtinType: PyType;
  override type: PyType = PyDictView.builtinType;
  readonly dict: PyDict;
  readonly view: DictView;

  constructor(dict: PyDict, view: DictView, type: PyType) {
    super();
    this.dict = dict;
    this.view = view;
    this.type = type;
  }
}

/** Over a snapshot of a set's members. */
export class SetIterator extends NativeIterator {
  static builtinType: PyType;
  override readonly type = SetIterator.builtinType;
  readonly members: readonly Value[];
  readonly dict: PyDict;
  readonly startSize: number;
  position = 0;

  constructor(members: readonly Value[], dict: PyDict) {
    super();
    this.members = members;
    this.dict = dict;
    this.startSize = dict.size;
  }

  get sizeChanged(): boolean {
    return this.position < this.members.length && this.dict.size !== this.startSize;
  }

  next(): Value | undefined {
    if (this.position >= this.members.length) return undefined;
    this.position += 1;
    return this.members[this.position - 1];
  }
}
