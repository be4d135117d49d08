/**
 * Instances of classes. Attributes lie in slots laid out by a shape; when `__dict__` is asked for or an attribute is deleted,
 * they move into a real dict for good.
 */
import { PyDict } from './py-dict.ts';
import type { PyType } from './py-type.ts';
import type { Shape } from './shape.ts';
import { PyObject } from './value.ts';
import type { AttributeBag, Value } from './value.ts';

/** Engines specialise arrays on what they hold: the first element makes all of them alike. */
function roomFor(count: number): Value[] {
  // oxlint-disable-next-line unicorn/no-new-array -- empty slots are made at once
  const slots = new Array<Value>(count);
  if (count > 0) slots[0] = null;
  return slots;
}

export class PyInstance extends PyObject implements AttributeBag {
  override type: PyType;
  /** Null once the attributes are in `dict`. */
  shape: Shape | null;
  /** Where attributes are by the shape's indices; what is behind them is free. */
  slots: Value[];
  dict: PyDict | null = null;
  /** Values of __slots__, by the member descriptor's index. */
  members: (Value | undefined)[] | null = null;

  constructor(type: PyType) {
    super();
    this.type = type;
    this.shape = type.rootShape;
    this.slots = roomFor(type.usualSlots);
  }

  get(name: string): Value | undefined {
    if (this.shape === null) return (this.dict as PyDict).getText(name);
    const index = this.shape.indices.get(name);
    return index === undefined ? undefined : this.slots[index];
  }

  set(name: string, value: Value): void {
    const shape = this.shape;
    if (shape === null) {
      (this.dict as PyDict).set(name, value);
      return;
    }
    const index = shape.indices.get(name);
    if (index !== undefined) this.slots[index] = value;
    else {
      this.slots[shape.names.length] = value;
      this.shape = shape.with(name);
    }
  }

  remove(name: string): boolean {
    return this.asDict().remove(name) !== undefined;
  }

  /** The real `__dict__`; from now on the attributes live there. */
  asDict(): PyDict {
    if (this.dict === null) {
      this.dict = new PyDict();
      const names = this.shape === null ? [] : this.shape.names;
      for (const [index, name] of names.entries()) this.dict.set(name, this.slots[index] as Value);
      this.shape = null;
      this.slots = [];
    }
    return this.dict;
  }

  /** Replaces `__dict__` altogether. */
  useDict(dict: PyDict): void {
    this.dict = dict;
    this.shape = null;
    this.slots = [];
  }
}
