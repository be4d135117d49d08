/** UnicodeDecodeError, UnicodeEncodeError and UnicodeTranslateError: arguments, attributes and text. Models: Objects/exceptions.c. */
import { typeOf } from '../objects/builtin-types.ts';
import { exceptionNamed } from '../objects/exception-types.ts';
import { PyBytes } from '../objects/py-bytes.ts';
import { PyException } from '../objects/py-exception.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { hexEscape } from '../values/text/repr.ts';
import { charactersOf } from '../values/text/code-points.ts';
import type { FaultDetails } from '../values/value-fault.ts';
import { makeException, raised } from '../vm/raise.ts';
import { anyNumber, attribute, exactly, method } from './define.ts';

const fields = ['encoding', 'object', 'start', 'end', 'reason'];
const translateFields = ['object', 'start', 'end', 'reason'];

/** The exception of a codec's fault, with what it says of itself. */
export function unicodeException(typeName: string, details: FaultDetails): PyException {
  const names = typeName === 'UnicodeTranslateError' ? translateFields : fields;
  const values = names.map((name) => {
    const value = details[name];
    return (value instanceof Uint8Array ? new PyBytes(value) : value) as Value;
  });
  return withFields(makeException(typeName, ...values), names);
}

function withFields(exception: PyException, names: readonly string[]): PyException {
  for (const [i, name] of names.entries()) exception.set(`_${name}`, exception.args.items[i] ?? null);
  return exception;
}

export function textOfUnicodeError(exception: PyException): string {
  const get = (name: string): Value => exception.get(`_${name}`) ?? null;
  const [object, start, end] = [get('object'), get('start') as number, get('end') as number];
  if (object === null) return '';
  const isDecoding = object instanceof PyBytes;
  const isSingle = end === start + 1;
  const verb = isDecoding ? 'decode' : get('encoding') === null ? 'translate' : 'encode';
  const codec = get('encoding') === null ? "can't" : `'${String(get('encoding'))}' codec can't`;
  const reason = String(get('reason'));
  if (!isSingle || start >= (isDecoding ? object.bytes.length : charactersOf(object as string).length))
    return `${codec} ${verb} ${isDecoding ? 'bytes' : 'characters'} in position ${start}-${end - 1}: ${reason}`;
  const what = isDecoding
    ? `byte 0x${(object.bytes[start] as number).toString(16).padStart(2, '0')}`
    : `character '${hexEscape((charactersOf(object as string)[start] as string).codePointAt(0) as number)}'`;
  return `${codec} ${verb} ${what} in position ${start}: ${reason}`;
}

function define(type: PyType, names: readonly string[]): void {
  method(type, '__init__', anyNumber(), (_thread, args) => {
    const self = args[0] as PyException;
    if (args.length - 1 !== names.length)
      throw raised('TypeError', `function takes exactly ${names.length} arguments (${args.length - 1} given)`);
    self.args = new PyTuple(args.slice(1) as Value[]);
    withFields(self, names);
    return null;
  });
  for (const name of names)
    attribute(
      type,
      name,
      (self) => (self as PyException).get(`_${name}`) ?? null,
      (self, value) => (self as PyException).set(`_${name}`, value ?? null),
    );
  method(type, '__str__', exactly(0), (_thread, args) => {
    const self = args[0];
    if (!(self instanceof PyException)) throw raised('TypeError', `not an exception: ${typeOf(self ?? null).title}`);
    return textOfUnicodeError(self);
  });
}

define(exceptionNamed('UnicodeDecodeError'), fields);
define(exceptionNamed('UnicodeEncodeError'), fields);
define(exceptionNamed('UnicodeTranslateError'), translateFields);
