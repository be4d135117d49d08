/** io.StringIO and io.BytesIO: text and bytes in memory, atomic as in C. Models: Modules/_io/stringio.c, bytesio.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { bytesOfLatin, latinText } from '../../values/bytes/latin-text.ts';
import { charactersOf } from '../../values/text/code-points.ts';
import {
  anyNumber,
  attribute,
  between,
  constructor,
  exactly,
  method,
  methodSteps,
  named,
} from '../../builtins/define.ts';
import { dictOf } from '../../builtins/object-methods.ts';
import { PyMemoryView } from '../../builtins/types/memory-view.ts';
import { bytesOf, textOf } from '../../vm/compare.ts';
import { iterateAll } from '../../vm/iterate-all.ts';
import { raised } from '../../vm/raise.ts';
import { nativeClass } from '../native-class.ts';
import { checkNewline } from './text-io-wrapper.ts';
import { bufferedIoBaseType, closedError, IoObject, sizeOrAll, textIoBaseType } from './io-base.ts';
import { plainIndex } from '../native-numbers.ts';

/** The content as one string per character; bytes as their Latin-1 text. */
class Buffer extends IoObject {
  content: string[] = [];
  /** What newlines become on their way in; null: '\n' of every kind. */
  newline: string | null = '\n';
  position = 0;
}

const own = (value: Value | undefined): Buffer => {
  const buffer = value as Buffer;
  if (buffer.isClosed) throw closedError();
  return buffer;
};
export const stringIoType = nativeClass('_io', 'StringIO', textIoBaseType);
export const bytesIoType = nativeClass('_io', 'BytesIO', bufferedIoBaseType);

function initialText(type: PyType, value: Value, decode: (value: Value) => string): string {
  if (type === stringIoType && textOf(value) === null)
    throw raised('TypeError', `initial_value must be str or None, not ${typeOf(value).title}`);
  return decode(value);
}

/** StringIO's newlines are translated when they are written. */
function translated(self: Buffer, text: string): string {
  if (self.newline === null) return text.replace(/\r\n?/g, '\n');
  return self.newline === '\r' || self.newline === '\r\n' ? text.replaceAll('\n', self.newline) : text;
}

// oxlint-disable-next-line max-lines-per-function -- one table of methods, for text and for bytes
function define(type: PyType, encode: (text: string) => Value, decode: (value: Value) => string): void {
  constructor(type, anyNumber(true), (_thread, args) => new Buffer(args[0] as PyType));
  method(
    type,
    '__init__',
    named(0, type === stringIoType ? 'initial_value' : 'initial_bytes', 'newline'),
    (_thread, args) => {
      const self = own(args[0]);
      if (args[2] !== undefined) self.newline = checkNewline(args[2]);
      self.content =
        args[1] === undefined || args[1] === null
          ? []
          : [...charactersOf(translated(self, initialText(type, args[1], decode)))];
      self.position = 0;
      return null;
    },
  );
  const write = (self: Buffer, text: string): number => {
    const characters = charactersOf(translated(self, text));
    while (self.content.length < self.position) self.content.push('\0');
    self.content.splice(self.position, characters.length, ...characters);
    self.position += characters.length;
    return charactersOf(text).length;
  };
  const read = (self: Buffer, count: number | null): Value => {
    const end = count === null || count < 0 ? self.content.length : self.position + count;
    const text = self.content.slice(self.position, end).join('');
    self.position = Math.max(self.position, Math.min(end, self.content.length));
    return encode(text);
  };
  const readLine = (self: Buffer, limit: number | null = null): Value => {
    const at = self.content.indexOf('\n', self.position);
    const length = (at < 0 ? self.content.length : at + 1) - self.position;
    return read(self, Math.max(0, limit === null || limit < 0 ? length : Math.min(length, limit)));
  };
  const isEmpty = (value: Value): boolean => (value instanceof PyBytes ? value.bytes.length === 0 : value === '');
  method(type, 'write', exactly(1), (_thread, args) => write(own(args[0]), decode(args[1] as Value)));
  methodSteps(type, 'writelines', exactly(1), function* writeLines(thread, args) {
    for (const line of yield* iterateAll(thread, args[1] as Value)) write(own(args[0]), decode(line));
    return null;
  });
  method(type, 'getvalue', exactly(0), (_thread, args) => encode(own(args[0]).content.join('')));
  for (const name of ['read', 'read1'])
    method(type, name, between(0, 1), (_thread, args) => read(own(args[0]), sizeOrAll(args[1])));
  method(type, 'readline', between(0, 1), (_thread, args) => readLine(own(args[0]), sizeOrAll(args[1])));
  method(type, 'readlines', between(0, 1), (_thread, args) => {
    const lines: Value[] = [];
    for (let line = readLine(own(args[0])); !isEmpty(line); line = readLine(own(args[0]))) lines.push(line);
    return new PyList(lines);
  });
  method(type, '__iter__', exactly(0), (_thread, args) => own(args[0]));
  method(type, '__next__', exactly(0), (_thread, args) => {
    const line = readLine(own(args[0]));
    if (isEmpty(line)) throw raised('StopIteration');
    return line;
  });
  method(type, 'seek', between(1, 2), (_thread, args) => {
    const self = own(args[0]);
    const from = args[2] === 1 ? self.position : args[2] === 2 ? self.content.length : 0;
    self.position = Math.max(0, from + plainIndex(args[1] as Value));
    return self.position;
  });
  method(type, 'tell', exactly(0), (_thread, args) => own(args[0]).position);
  method(type, 'truncate', between(0, 1), (_thread, args) => {
    const self = own(args[0]);
    const size = args[1] === undefined || args[1] === null ? self.position : plainIndex(args[1]);
    self.content.length = Math.min(size, self.content.length);
    return size;
  });
  method(type, 'close', exactly(0), (_thread, args) => {
    (args[0] as Buffer).isClosed = true;
    return null;
  });
  method(type, '__enter__', exactly(0), (_thread, args) => own(args[0]));
  method(type, '__exit__', anyNumber(), (_thread, args) => {
    (args[0] as Buffer).isClosed = true;
    return null;
  });
  method(type, 'flush', exactly(0), () => null);
  for (const name of ['readable', 'writable', 'seekable']) method(type, name, exactly(0), () => true);
  method(type, 'isatty', exactly(0), () => false);
  attribute(type, 'closed', (self) => (self as Buffer).isClosed);
}

define(
  stringIoType,
  (text) => text,
  (value) => {
    const text = textOf(value);
    if (text === null) throw raised('TypeError', `string argument expected, got '${typeOf(value).title}'`);
    return text;
  },
);
define(
  bytesIoType,
  (text) => new PyBytes(bytesOfLatin(text)),
  (value) => {
    if (!(value instanceof PyBytes || value instanceof PyByteArray))
      throw raised('TypeError', `a bytes-like object is required, not '${typeOf(value).title}'`);
    return latinText(bytesOf(value));
  },
);
method(bytesIoType, 'getbuffer', exactly(0), (_thread, args) => {
  const bytes = bytesOfLatin(own(args[0]).content.join(''));
  return new PyMemoryView(new PyBytes(bytes), 0, bytes.length);
});

/** What is in it, its newlines (text only), where it is, its attributes. */
for (const type of [stringIoType, bytesIoType]) {
  const isText = type === stringIoType;
  method(type, '__getstate__', exactly(0), (_thread, args) => {
    const self = own(args[0]);
    const text = self.content.join('');
    const attributes = dictOf(self);
    const state = attributes === null || attributes.size === 0 ? null : attributes.copy();
    const content = isText ? [text, self.newline] : [new PyBytes(bytesOfLatin(text))];
    return new PyTuple([...content, self.position, state]);
  });
  method(type, '__setstate__', exactly(1), (_thread, args) => {
    const self = own(args[0]);
    const given = args[1] instanceof PyTuple ? [...args[1].items] : [];
    const [value, position, attributes] = isText ? [given[0], given[2], given[3]] : given;
    self.content = [...charactersOf(isText ? (textOf(value ?? null) ?? '') : latinText(bytesOf(value as PyBytes)))];
    if (isText) self.newline = textOf(given[1] ?? null);
    self.position = position as number;
    if (attributes instanceof PyDict) self.asDict().update(attributes);
    return null;
  });
}
