/** io.TextIOWrapper. Models: the type of Modules/_io/textio.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { NativeArguments } from '../../objects/native-function.ts';
import type { Value } from '../../objects/value.ts';
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
import { encodingNamed } from '../../values/text/encoding-name.ts';
import { textLength } from '../../values/text/code-points.ts';
import { textOf } from '../../vm/compare.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps } from '../../vm/repr.ts';
import { truthQuickly, truthSteps } from '../../vm/truth.ts';
import { nativeClass } from '../native-class.ts';
import { plainIndex } from '../native-numbers.ts';
import { nameOf } from './buffered-types.ts';
import { callMethod, closedError, isClosed, sizeOrAll, textIoBaseType, unsupported } from './io-base.ts';
import {
  flushText,
  forgetChunk,
  holdText,
  makeDecoder,
  readAllText,
  readText,
  readTextLine,
  seekText,
  tellText,
  TextFile,
} from './text-file.ts';

export const textIoWrapperType = nativeClass('_io', 'TextIOWrapper', textIoBaseType);

const open = (self: Value | undefined): TextFile => {
  const file = self as TextFile;
  if (file.inner === null) throw raised('ValueError', 'underlying buffer has been detached');
  if (isClosed(file)) throw closedError();
  return file;
};

constructor(textIoWrapperType, anyNumber(true), (_thread, args) => new TextFile(args[0] as PyType));

export function checkNewline(newline: Value): string | null {
  if (newline === null) return null;
  const text = textOf(newline);
  if (text === null) throw raised('TypeError', `newline must be str or None, not ${typeOf(newline).title}`);
  if (!['', '\n', '\r', '\r\n'].includes(text)) throw raised('ValueError', `illegal newline value: ${text}`);
  return text;
}

/** What __init__ and reconfigure() have in common. */
function configure(file: TextFile, encoding: Value, errors: Value): void {
  const encodingText = encoding === null ? null : textOf(encoding);
  if (encodingText !== null) {
    if (encodingText !== 'locale') encodingNamed(encodingText);
    file.encoding = encodingText === 'locale' ? 'UTF-8' : encodingText;
  }
  if (errors !== null) file.errors = textOf(errors) ?? 'strict';
}

const parameters = ['buffer', 'encoding', 'errors', 'newline', 'line_buffering', 'write_through'];
methodSteps(textIoWrapperType, '__init__', named(1, ...parameters), function* initialize(thread, args) {
  const self = args[0] as TextFile;
  self.newline = checkNewline(args[4] ?? null);
  configure(self, args[2] ?? null, args[3] ?? null);
  const buffer = args[1] as Value;
  self.isLineBuffered = truthQuickly(args[5] ?? false) === true;
  self.writesThrough = truthQuickly(args[6] ?? false) === true;
  const ask = (name: string): Generator<undefined, Value, Value> => callMethod(thread, buffer, name);
  self.isReadable = yield* truthSteps(thread, yield* ask('readable'));
  self.isWritable = yield* truthSteps(thread, yield* ask('writable'));
  self.isSeekable = yield* truthSteps(thread, yield* ask('seekable'));
  self.isTelling = self.isSeekable;
  self.inner = buffer;
  if (self.isReadable) self.decoder = makeDecoder(self);
  if (self.isSeekable && self.isWritable) self.isMarkDone = (yield* ask('tell')) !== 0;
  return null;
});

const reconfigured = { least: 0, most: 0, names: ['encoding', 'errors', 'newline', 'line_buffering', 'write_through'] };
methodSteps(textIoWrapperType, 'reconfigure', reconfigured, function* reconfigure(thread, args) {
  const self = open(args[0]);
  yield* callMethod(thread, self, 'flush');
  changeSettings(self, args);
  return null;
});

function changeSettings(self: TextFile, args: NativeArguments): void {
  const [, encoding, errors, newline, lineBuffering, writeThrough] = args;
  if (encoding !== undefined && encoding !== null && errors === undefined) self.errors = 'strict';
  configure(self, encoding ?? null, errors ?? null);
  if (newline !== undefined) self.newline = checkNewline(newline);
  if (lineBuffering !== undefined && lineBuffering !== null) self.isLineBuffered = truthQuickly(lineBuffering) === true;
  if (writeThrough !== undefined && writeThrough !== null) self.writesThrough = truthQuickly(writeThrough) === true;
  if (self.isReadable) self.decoder = makeDecoder(self);
}

method(textIoWrapperType, 'write', exactly(1), (thread, args) => {
  const file = open(args[0]);
  const text = textOf(args[1] as Value);
  if (text === null) throw raised('TypeError', `write() argument must be str, not ${typeOf(args[1] as Value).title}`);
  if (!file.isWritable) throw unsupported('not writable');
  thread.kernel.spend(60);
  const length = textLength(text);
  const state = holdText(file, text);
  if (state === 'held') {
    forgetChunk(file);
    return length;
  }
  return pushSteps(thread, 'write', passOn(thread, file, length, state === 'flush'));
});

function* passOn(
  thread: PyThread,
  file: TextFile,
  length: number,
  flushes: boolean,
): Generator<undefined, Value, Value> {
  yield* flushText(thread, file);
  if (flushes) yield* callMethod(thread, file.inner, 'flush');
  forgetChunk(file);
  return length;
}

methodSteps(textIoWrapperType, 'read', between(0, 1), function* read(thread, args) {
  const file = open(args[0]);
  const count = sizeOrAll(args[1]);
  return yield* count < 0 ? readAllText(thread, file) : readText(thread, file, count);
});
methodSteps(textIoWrapperType, 'readline', between(0, 1), function* readLine(thread, args) {
  return yield* readTextLine(thread, open(args[0]), sizeOrAll(args[1]));
});
methodSteps(textIoWrapperType, '__next__', exactly(0), function* next(thread, args) {
  const file = open(args[0]);
  file.isTelling = false;
  const line = yield* readTextLine(thread, file, -1);
  if (line !== '') return line;
  file.isTelling = file.isSeekable;
  file.chunk = null;
  throw raised('StopIteration');
});
methodSteps(textIoWrapperType, 'flush', exactly(0), function* flush(thread, args) {
  const file = open(args[0]);
  file.isTelling = file.isSeekable;
  yield* flushText(thread, file);
  if (file.isWritable) yield* callMethod(thread, file.inner, 'flush');
  return null;
});
methodSteps(textIoWrapperType, 'close', exactly(0), function* close(thread, args) {
  const file = args[0] as TextFile;
  if (file.inner === null || isClosed(file)) return null;
  try {
    yield* callMethod(thread, file, 'flush');
  } finally {
    yield* callMethod(thread, file.inner, 'close');
  }
  return null;
});
methodSteps(textIoWrapperType, 'tell', exactly(0), function* tell(thread, args) {
  return yield* tellText(thread, open(args[0]));
});
methodSteps(textIoWrapperType, 'seek', between(1, 2), function* seek(thread, args) {
  return yield* seekText(thread, open(args[0]), plainIndex(args[1] as Value), plainIndex(args[2] ?? 0));
});
methodSteps(textIoWrapperType, 'truncate', between(0, 1), function* truncate(thread, args) {
  const file = open(args[0]);
  yield* callMethod(thread, file, 'flush');
  const size = args[1] ?? null;
  return yield* callMethod(thread, file.inner, 'truncate', size ?? (yield* tellText(thread, file)));
});
methodSteps(textIoWrapperType, 'detach', exactly(0), function* detach(thread, args) {
  const file = open(args[0]);
  yield* callMethod(thread, file, 'flush');
  const buffer = file.inner;
  file.inner = null;
  return buffer;
});
for (const name of ['fileno', 'isatty'])
  methodSteps(textIoWrapperType, name, exactly(0), function* ask(thread, args) {
    return yield* callMethod(thread, open(args[0]).inner, name);
  });
method(textIoWrapperType, 'readable', exactly(0), (_thread, args) => open(args[0]).isReadable);
method(textIoWrapperType, 'writable', exactly(0), (_thread, args) => open(args[0]).isWritable);
method(textIoWrapperType, 'seekable', exactly(0), (_thread, args) => open(args[0]).isSeekable);

attribute(textIoWrapperType, 'buffer', (self) => (self as TextFile).inner);
attribute(textIoWrapperType, 'encoding', (self) => (self as TextFile).encoding);
attribute(textIoWrapperType, 'errors', (self) => (self as TextFile).errors);
attribute(textIoWrapperType, 'line_buffering', (self) => (self as TextFile).isLineBuffered);
attribute(textIoWrapperType, 'write_through', (self) => (self as TextFile).writesThrough);
attribute(textIoWrapperType, 'name', (self) => nameOf((self as TextFile).inner));
attribute(textIoWrapperType, 'newlines', (self) => newlinesOf((self as TextFile).decoder?.newlinesSeen ?? 0));

function newlinesOf(seen: number): Value {
  const kinds = ['\r', '\n', '\r\n'].filter((_, bit) => (seen & (1 << bit)) !== 0);
  return kinds.length === 0 ? null : kinds.length === 1 ? (kinds[0] as string) : new PyTuple(kinds);
}

methodSteps(textIoWrapperType, '__repr__', exactly(0), function* repr(thread, args) {
  const file = args[0] as TextFile;
  const name = nameOf(file.inner);
  const mode = file.get('mode');
  const shownName = name === undefined ? '' : ` name=${yield* reprSteps(thread, name)}`;
  const shownMode = mode === undefined ? '' : ` mode=${yield* reprSteps(thread, mode)}`;
  return `<_io.TextIOWrapper${shownName}${shownMode} encoding='${file.encoding}'>`;
});
