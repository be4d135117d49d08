import type { PyFrame } from '../vm/frame.ts';
import type { LoadedCode } from './loaded-code.ts';
import type { PyException } from './py-exception.ts';
import type { PyType } from './py-type.ts';
import { PyObject } from './value.ts';
import type { Value } from './value.ts';

export type GeneratorKind = 'generator' | 'coroutine' | 'async-generator';

/** Generators, coroutines and asynchronous generators: a frame that can be left and entered again. Models: Objects/genobject.c. */
export class PyGenerator extends PyObject {
  static builtinTypes: Readonly<Record<GeneratorKind, PyType>>;
  override readonly type: PyType;
  readonly kind: GeneratorKind;
  readonly code: LoadedCode;
  /** Null once it has ended. */
  frame: PyFrame | null;
  isRunning = false;
  hasStarted = false;
  name: string;
  qualifiedName: string;
  /** The exception it is handling while suspended inside an except block. */
  handled: PyException | null = null;
  /** What it awaits or delegates to (`yield from`), for gi_yieldfrom and the page. */
  delegate: Value = null;

  /** Coroutines made while sys.set_coroutine_origin_tracking_depth() is in force: who made them, innermost first. */
  origin: Value = null;

  /** Asynchronous generators: one of its steps has begun and is not over, though it may be suspended. */
  isStepping = false;
  /** Asynchronous generators: the hooks of the thread that used it first have been taken. */
  hasHooks = false;
  /** Asynchronous generators: aclose() has begun. */
  isClosed = false;
  /** Called when it is forgotten before its end (sys.set_asyncgen_hooks). */
  finalizer: Value = null;

  constructor(kind: GeneratorKind, frame: PyFrame) {
    super();
    this.type = PyGenerator.builtinTypes[kind];
    this.kind = kind;
    this.frame = frame;
    this.code = frame.code;
    this.name = frame.code.source.name;
    this.qualifiedName = frame.code.source.qualifiedName;
  }
}
