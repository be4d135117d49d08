/**
 * Functions that are C in CPython and TypeScript here. A body closes over no state of a run.
 *
 * A plain body returns its value at once, or `undefined` after it has pushed a frame or begun a blocking call, whose result is then
 * the call's. A generator body may do so many times: it pushes (`invoke`, `block`) and yields, and is sent each result.
 */
import type { PyThread } from '../vm/py-thread.ts';
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';

/** Positional arguments in order; `undefined` where an optional one was not given. */
export type NativeArguments = readonly (Value | undefined)[];
export type KeywordArguments = ReadonlyMap<string, Value>;

export type NativeSteps = Generator<undefined, Value, Value>;

/**
 * The same as an object with plain fields, for calls that may last (a task's step, Context.run): it can be copied for a checkpoint
 * while Python runs above it. `next` is sent each result, `throw` is given what was raised (a PyRaise).
 */
export interface PlainSteps {
  next(sent: Value): IteratorResult<undefined, Value>;
  throw(error: unknown): IteratorResult<undefined, Value>;
}

/** For `PlainSteps.next`: a frame was pushed, go on when its result is there. */
export const stepsGoOn: IteratorResult<undefined, Value> = { done: false, value: undefined };

export function stepsEnd(value: Value): IteratorResult<undefined, Value> {
  return { done: true, value };
}

export type PlainBody = (
  thread: PyThread,
  args: NativeArguments,
  keywords: KeywordArguments | null,
) => Value | undefined;
export type SteppedBody = (thread: PyThread, args: NativeArguments, keywords: KeywordArguments | null) => NativeSteps;

export interface NativeSignature {
  /** Fewest and most positional arguments (`self` included for methods); Infinity for any number. */
  readonly least: number;
  readonly most: number;
  /** Names by position of those that may be given by keyword; '' for positional only. Names past `most` are keyword only. */
  readonly names: readonly string[];
  /** Takes any keywords: they come in the third parameter. */
  readonly takesAnyKeyword: boolean;
}

export interface NativeOptions {
  readonly signature: NativeSignature;
  /** No switch point after the call once the call site is warm (CALL_LEN, CALL_ISINSTANCE, CALL_LIST_APPEND, CALL_TYPE_1). */
  readonly isPollFreeWhenWarm?: boolean;
  readonly costNs?: number;
}

/** A function, or the constructor of a built-in type. */
export class NativeFunction extends PyObject {
  static builtinType: PyType;
  override type: PyType = NativeFunction.builtinType;
  readonly name: string;
  body: PlainBody | SteppedBody;
  readonly isStepped: boolean;
  readonly signature: NativeSignature;
  readonly isPollFreeWhenWarm: boolean;
  readonly costNs: number;
  moduleName: string | null = null;

  constructor(name: string, body: PlainBody | SteppedBody, options: NativeOptions & { isStepped: boolean }) {
    super();
    this.name = name;
    this.body = body;
    this.isStepped = options.isStepped;
    this.signature = options.signature;
    this.isPollFreeWhenWarm = options.isPollFreeWhenWarm ?? false;
    this.costNs = options.costNs ?? 10;
  }

  /** What error messages call it. */
  get title(): string {
    return this.name;
  }
}

/** A method of a built-in type: its first argument is an instance of `owner`. */
export class NativeMethod extends NativeFunction {
  static override builtinType: PyType;
  override type: PyType = NativeMethod.builtinType;
  readonly owner: PyType;

  constructor(
    owner: PyType,
    name: string,
    body: PlainBody | SteppedBody,
    options: NativeOptions & { isStepped: boolean },
  ) {
    super(name, body, options);
    this.owner = owner;
  }

  override get title(): string {
    return `${this.owner.name}.${this.name}`;
  }
}
