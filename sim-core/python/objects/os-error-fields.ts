/**
 * The fields of an OSError: what it was made with, apart from `args`. Models: oserror_parse_args and oserror_init in Objects/exceptions.c:
 * with a file name only number and text stay in `args`.
 */
import type { PyException } from './py-exception.ts';
import { PyTuple } from './py-tuple.ts';
import type { Value } from './value.ts';

/** Undefined where the field was not given. */
export class OsErrorFields {
  errno: Value | undefined;
  strerror: Value | undefined;
  filename: Value | undefined;
  filename2: Value | undefined;
  /** Of BlockingIOError. */
  charactersWritten: number | undefined;
}

/** Whatever `args` say becomes fields. */
export function setOsErrorFields(exception: PyException): void {
  const fields = new OsErrorFields();
  exception.osFields = fields;
  const given = exception.args.items;
  if (given.length < 2 || given.length > 5) return;
  const [errno, strerror, filename = null, , filename2 = null] = given;
  fields.errno = errno;
  fields.strerror = strerror;
  if (filename === null) return;
  if (typeof filename === 'number' && exception.type.mro.some((type) => type.name === 'BlockingIOError')) {
    fields.charactersWritten = filename;
    return;
  }
  fields.filename = filename;
  if (filename2 !== null) fields.filename2 = filename2;
  exception.args = new PyTuple([errno as Value, strerror as Value]);
}
