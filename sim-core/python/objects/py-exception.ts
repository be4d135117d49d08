import type { OsErrorFields } from './os-error-fields.ts';
import { PyInstance } from './py-instance.ts';
import type { PyTraceback } from './py-traceback.ts';
import type { PyTuple } from './py-tuple.ts';
import type { PyType } from './py-type.ts';

/** Instances of BaseException and its subclasses. Models: Objects/exceptions.c; fields of single classes are ordinary attributes. */
export class PyException extends PyInstance {
  args: PyTuple;
  traceback: PyTraceback | null = null;
  cause: PyException | null = null;
  context: PyException | null = null;
  suppressesContext = false;
  /** Of an OSError. */
  osFields: OsErrorFields | null = null;

  constructor(type: PyType, args: PyTuple) {
    super(type);
    this.args = args;
  }
}
