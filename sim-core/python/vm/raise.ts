/** How TypeScript code raises a Python exception: it throws a PyRaise; the interpreter loop catches it. */
import { exceptionNamed } from '../objects/exception-types.ts';
import { setOsErrorFields } from '../objects/os-error-fields.ts';
import { PyException } from '../objects/py-exception.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';

const osErrorType = exceptionNamed('OSError');

/** Not an Error: making one must not cost a JavaScript stack trace. */
export class PyRaise {
  readonly exception: PyException;
  /** It was raised elsewhere and only goes on here (PyErr_Restore): what is being handled here is not its context. */
  readonly isRestored: boolean;

  constructor(exception: PyException, isRestored = false) {
    this.exception = exception;
    this.isRestored = isRestored;
  }
}

/** Thrown where a program uses what is not simulated: ends the run with exit code 72. */
export class Unsupported {
  readonly feature: string;

  constructor(feature: string) {
    this.feature = feature;
  }
}

export function makeException(type: PyType | string, ...args: Value[]): PyException {
  const exception = new PyException(typeof type === 'string' ? exceptionNamed(type) : type, new PyTuple(args));
  if (exception.type.isSubtypeOf(osErrorType)) setOsErrorFields(exception);
  return exception;
}

/** An exception ready to be thrown: `throw raised('ValueError', 'bad')`. */
export function raised(type: PyType | string, ...args: Value[]): PyRaise {
  return new PyRaise(makeException(type, ...args));
}

/** With further attributes, as AttributeError (name, obj) and NameError (name) have them. */
export function raisedWith(type: string, message: string, attributes: Readonly<Record<string, Value>>): PyRaise {
  const exception = makeException(type, message);
  for (const [name, value] of Object.entries(attributes)) exception.set(name, value);
  return new PyRaise(exception);
}

/** StopIteration with a value. */
export function stopIteration(value: Value): PyException {
  const exception = value === null ? makeException('StopIteration') : makeException('StopIteration', value);
  exception.set('value', value);
  return exception;
}
