/** OSError: its class follows the number, its fields what it is made with. Models: OSError_new, OSError_init in Objects/exceptions.c. */
import { exceptionNamed } from '../objects/exception-types.ts';
import { setOsErrorFields } from '../objects/os-error-fields.ts';
import type { OsErrorFields } from '../objects/os-error-fields.ts';
import { PyException } from '../objects/py-exception.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { raised } from '../vm/raise.ts';
import { anyNumber, attribute, constructor, exactly, method } from './define.ts';
import { errnoTypes } from './errno-types.ts';
import { dictOf } from './object-methods.ts';

const osError = exceptionNamed('OSError');
const own = (value: Value | undefined): PyException => value as PyException;

/** A class with an __init__ of its own and no __new__: then __init__ makes the fields, of what it passes on. */
function isMadeByInit(type: PyType): boolean {
  const init = type.lookup('__init__');
  return init !== osError.lookup('__init__') && type.lookup('__new__') === osError.lookup('__new__');
}

constructor(osError, anyNumber(true), (_thread, args) => {
  const [type, number] = args as [PyType, Value];
  const given = args.slice(1) as Value[];
  if (isMadeByInit(type)) {
    const made = new PyException(type, new PyTuple([]));
    setOsErrorFields(made);
    return made;
  }
  const isPlain = type === osError && typeof number === 'number' && given.length >= 2 && given.length <= 5;
  const special = isPlain ? errnoTypes.get(number) : undefined;
  const made = new PyException(special === undefined ? type : exceptionNamed(special), new PyTuple(given));
  setOsErrorFields(made);
  return made;
});
method(osError, '__init__', anyNumber(true), (_thread, args, keywords) => {
  const self = own(args[0]);
  if (!isMadeByInit(self.type)) return null;
  if (keywords !== null && keywords.size > 0)
    throw raised('TypeError', `${self.type.name}() takes no keyword arguments`);
  self.args = new PyTuple(args.slice(1) as Value[]);
  setOsErrorFields(self);
  return null;
});

for (const name of ['errno', 'strerror', 'filename', 'filename2'] as const satisfies (keyof OsErrorFields)[])
  attribute(
    osError,
    name,
    (self) => own(self).osFields?.[name] ?? null,
    (self, value) => {
      const exception = own(self);
      if (exception.osFields === null) setOsErrorFields(exception);
      if (exception.osFields !== null) exception.osFields[name] = value;
    },
  );
attribute(
  exceptionNamed('BlockingIOError'),
  'characters_written',
  (self) => {
    const written = own(self).osFields?.charactersWritten;
    if (written === undefined) throw raised('AttributeError', 'characters_written');
    return written;
  },
  (self, value) => {
    const fields = own(self).osFields;
    if (fields !== null) fields.charactersWritten = value as number | undefined;
  },
);
method(osError, '__reduce__', exactly(0), (_thread, args) => {
  const self = own(args[0]);
  const { filename, filename2 } = self.osFields ?? {};
  const isShort = self.args.items.length === 2 && filename !== undefined;
  const second = filename2 === undefined ? [] : [null, filename2];
  const given = isShort ? new PyTuple([...self.args.items, filename, ...second]) : self.args;
  const state = dictOf(self);
  const made = [self.type, given];
  return new PyTuple(state === null || state.size === 0 ? made : [...made, state]);
});
