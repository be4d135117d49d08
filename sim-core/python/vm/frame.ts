/** What is on a thread's call stack. Models: Include/internal/pycore_frame.h. */
import type { LoadedCode } from '../objects/loaded-code.ts';
import type { PlainSteps } from '../objects/native-function.ts';
import type { PyCell } from '../objects/py-cell.ts';
import type { PyDict } from '../objects/py-dict.ts';
import type { PyException } from '../objects/py-exception.ts';
import type { PyFunction } from '../objects/py-function.ts';
import type { PyGenerator } from '../objects/py-generator.ts';
import type { PyObject, Value } from '../objects/value.ts';

/** What happens to the value a frame returns, in the frame that called it. */
export const returnModes = {
  /** It is pushed on the stack. */
  push: 0,
  /** `__init__`: it must be None, and `extra` (the new object) is pushed instead. */
  initialize: 1,
  /** It is thrown away (`__setattr__`, `__setitem__`, …). */
  discard: 2,
  /** It must be a bool (`__bool__`); pushed. */
  truth: 3,
  /** It is made a bool and pushed (`__contains__`), or its opposite. */
  contains: 4,
  containsNot: 5,
  /** FOR_ITER: pushed; at StopIteration or a generator's return the caller goes on at instruction `extra`. */
  forIteration: 6,
  /** SEND: what is yielded is pushed; what is returned is pushed and the caller goes on at instruction `extra`. */
  send: 7,
  /** next(), send(), throw() of a generator: what it returns becomes StopIteration. */
  generatorMethod: 8,
  /** The result of `__iter__`; pushed if it is an iterator. */
  iterator: 9,
  /** Native code iterates: what is yielded or returned by __next__ is its next value, `endOfIteration` comes at the end. */
  nativeIteration: 10,
  /** `__len__` asked for truth. */
  lengthTruth: 11,
  /** The result of `__await__`, of `__aiter__`. */
  awaitIterator: 12,
  asyncIterator: 13,
} as const;

/** Written out in both classes below: a base class's constructor would not be inlined where frames are made. */
export interface Frame {
  back: Frame | null;
  returnMode: number;
  extra: Value | number;
}

export class PyFrame implements Frame {
  back: Frame | null = null;
  returnMode = 0;
  extra: Value | number = null;
  readonly code: LoadedCode;
  readonly globals: PyDict;
  readonly builtins: PyDict;
  /** Where names live in a module or class body; null in functions. */
  namespace: PyDict | null = null;
  /** Locals, cells and free variables, then the value stack. */
  readonly slots: (Value | undefined)[];
  /** Index of the next free place of the stack in `slots`. */
  sp: number;
  /** The next instruction; while one executes, the one after it. */
  pc = 0;
  readonly fn: PyFunction | null;
  /** The free variables of code that exec() runs without a function; null otherwise. */
  closure: readonly PyCell[] | null = null;
  generator: PyGenerator | null = null;
  /** What the thread was handling when a generator's frame was entered. */
  outerHandled: PyException | null = null;
  /** What sys._getframe() and the like give for it. */
  object: PyObject | null = null;
  /** Set by RERAISE: the instruction the traceback is to name. */
  reraisedAt: number | null = null;
  /** LOAD_ATTR of a method that had to call Python: NULL is to be pushed after the value. */
  pushesNull = false;

  constructor(code: LoadedCode, globals: PyDict, builtins: PyDict, fn: PyFunction | null) {
    this.code = code;
    this.globals = globals;
    this.builtins = builtins;
    this.fn = fn;
    // oxlint-disable-next-line unicorn/no-new-array -- empty slots are made at once and read as undefined
    this.slots = new Array<Value | undefined>(code.frameSize);
    // Engines specialise arrays on what they hold: this makes all slots alike from the beginning.
    this.slots[0] = undefined;
    this.sp = code.localCount;
  }

  cell(index: number): PyCell {
    return this.slots[index] as unknown as PyCell;
  }
}

/** A native function that may call Python or block, and is sent the results. Where its steps are a generator it is not copyable: no checkpoint is made then. */
export class NativeFrame implements Frame {
  back: Frame | null;
  returnMode = 0;
  extra: Value | number = null;
  readonly steps: PlainSteps;
  readonly name: string;
  /** All that its steps can hold, if they are a generator: what they were given and have been sent. Null where that is not known. */
  held: unknown[] | null = null;

  constructor(steps: PlainSteps, name: string, back: Frame | null) {
    this.back = back;
    this.steps = steps;
    this.name = name;
  }
}
