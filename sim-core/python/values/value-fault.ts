/** The names of the Python exceptions that a pure value function may raise. */
export type FaultType =
  | 'ArithmeticError'
  | 'AttributeError'
  | 'IndexError'
  | 'JSONDecodeError'
  | 'KeyError'
  | 'LookupError'
  | 'MemoryError'
  | 'OverflowError'
  | 'PatternError'
  | 'RecursionError'
  | 'TypeError'
  | 'UnicodeDecodeError'
  | 'UnicodeEncodeError'
  | 'UnicodeTranslateError'
  | 'ValueError'
  | 'ZeroDivisionError'
  | 'binascii.Error'
  | 'struct.error';

/** What an exception carries beside its message: its arguments, positions, the object that could not be decoded. */
export type FaultDetails = Readonly<Record<string, unknown>>;

/**
 * A Python exception as the value functions raise it: the machine catches it and makes the real exception object.
 * It is not a JavaScript Error, because nobody reads its stack and taking one would cost more than the operation.
 */
export class ValueFault {
  readonly type: FaultType;
  /** What `str(exception)` gives in CPython 3.13. */
  readonly message: string;
  /** Named as the attributes of the Python exception; `args` where `exception.args` is not `(message,)`. */
  readonly details: FaultDetails;

  constructor(type: FaultType, message: string, details: FaultDetails = {}) {
    this.type = type;
    this.message = message;
    this.details = details;
  }
}
