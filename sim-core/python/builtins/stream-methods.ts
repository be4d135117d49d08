/** sys.stdout, sys.stderr and sys.stdin as objects. Models: TextIOWrapper's methods. */
import { typeOf, typeType } from '../objects/builtin-types.ts';
import { PyBytes } from '../objects/py-bytes.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyList } from '../objects/py-list.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { textLength } from '../values/text/code-points.ts';
import { endOfIteration } from '../vm/end-of-iteration.ts';
import { InputStream, ReadCall } from '../vm/input-stream.ts';
import { textOf } from '../vm/compare.ts';
import { OutputStream, WriteCall } from '../vm/output-stream.ts';
import { iterateAll } from '../vm/iterate-all.ts';
import { makeException, PyRaise, raised } from '../vm/raise.ts';
import { bufferedReaderType, bufferedWriterType } from '../modules/io/buffered-types.ts';
import { unsupported } from '../modules/io/io-base.ts';
import { textIoWrapperType } from '../modules/io/text-io-wrapper.ts';
import { nativeClass } from '../modules/native-class.ts';
import { decodeBytes } from '../values/text/decode.ts';
import { encodeText } from '../values/text/encode.ts';
import { anyNumber, attribute, between, exactly, method, methodSteps } from './define.ts';
import { bytesArgument } from './types/bytes-argument.ts';

const outputType = new PyType({
  name: 'TextIOWrapper',
  bases: [textIoWrapperType],
  layout: 'native',
  metatype: typeType,
  moduleName: '_io',
});
OutputStream.builtinType = outputType;
const output = (self: Value | undefined): OutputStream => self as OutputStream;

method(outputType, 'write', exactly(1), (thread, args) => {
  const text = textOf(args[1] as Value);
  if (text === null) throw raised('TypeError', `write() argument must be str, not ${typeOf(args[1] as Value).title}`);
  return output(args[0]).write(thread, text, textLength(text));
});
method(outputType, 'flush', exactly(0), (thread, args) => output(args[0]).flush(thread, null));
methodSteps(outputType, 'writelines', exactly(1), function* writelines(thread, args) {
  for (const line of yield* iterateAll(thread, args[1] as Value)) {
    if (output(args[0]).write(thread, textOf(line) ?? '', null) === undefined) yield;
  }
  return null;
});
method(outputType, 'isatty', exactly(0), () => true);
method(outputType, 'fileno', exactly(0), (_thread, args) => output(args[0]).descriptor);
method(outputType, 'close', exactly(0), () => null);
method(outputType, 'writable', exactly(0), () => true);
method(outputType, 'readable', exactly(0), () => false);
method(outputType, 'reconfigure', { least: 0, most: 0, takesAnyKeyword: true }, () => null);
attribute(outputType, 'encoding', () => 'utf-8');
attribute(outputType, 'errors', (self) => (output(self).descriptor === 2 ? 'backslashreplace' : 'strict'));
attribute(outputType, 'name', (self) => (output(self).descriptor === 2 ? '<stderr>' : '<stdout>'));
attribute(outputType, 'mode', () => 'w');
attribute(outputType, 'closed', () => false);
attribute(outputType, 'line_buffering', () => true);
method(
  outputType,
  '__repr__',
  exactly(0),
  (_thread, args) =>
    `<_io.TextIOWrapper name='${output(args[0]).descriptor === 2 ? '<stderr>' : '<stdout>'}' mode='w' encoding='utf-8'>`,
);

const inputType = new PyType({
  name: 'TextIOWrapper',
  bases: [textIoWrapperType],
  layout: 'native',
  metatype: typeType,
  moduleName: '_io',
});
InputStream.builtinType = inputType;
const input = (self: Value | undefined): InputStream => self as InputStream;

method(inputType, 'readline', between(0, 1), (thread, args) => thread.block(new ReadCall(input(args[0]), 'line')));
method(inputType, 'read', between(0, 1), (thread, args) => thread.block(new ReadCall(input(args[0]), 'all')));
methodSteps(inputType, 'readlines', between(0, 1), function* readlines(thread, args) {
  thread.block(new ReadCall(input(args[0]), 'all'));
  const text = (yield) as string;
  const lines = text.split('\n');
  return new PyList(lines.map((line, i) => (i < lines.length - 1 ? `${line}\n` : line)).filter((line) => line !== ''));
});
method(inputType, '__iter__', exactly(0), (_thread, args) => args[0] as Value);
methodSteps(inputType, '__next__', exactly(0), function* next(thread, args) {
  thread.block(new ReadCall(input(args[0]), 'line'));
  const line = yield;
  if (line === '' || line === endOfIteration) throw new PyRaise(makeException('StopIteration'));
  return line;
});
method(inputType, 'isatty', exactly(0), (_thread, args) => input(args[0]).source.kind === 'typed');
method(inputType, 'fileno', exactly(0), () => 0);
method(inputType, 'close', exactly(0), () => null);
attribute(inputType, 'encoding', () => 'utf-8');
attribute(inputType, 'name', () => '<stdin>');
attribute(inputType, 'mode', () => 'r');
attribute(inputType, 'closed', () => false);

// What a terminal cannot do, and the buffers below the text.
for (const type of [outputType, inputType]) {
  for (const name of ['seek', 'tell', 'truncate'])
    method(type, name, anyNumber(), () => {
      throw unsupported('underlying stream is not seekable');
    });
  method(type, 'seekable', exactly(0), () => false);
  method(type, 'detach', exactly(0), () => {
    throw unsupported('detach');
  });
  method(type, '__enter__', exactly(0), (_thread, args) => args[0] as Value);
  method(type, '__exit__', anyNumber(), () => null);
  attribute(type, 'write_through', () => false);
  attribute(type, 'newlines', () => null);
}
for (const name of ['read', 'readline', '__next__', 'readlines'])
  method(outputType, name, anyNumber(), () => {
    throw unsupported('not readable');
  });
for (const name of ['write', 'writelines'])
  method(inputType, name, anyNumber(), () => {
    throw unsupported('not writable');
  });
method(inputType, 'flush', exactly(0), () => null);
method(inputType, 'readable', exactly(0), () => true);
method(inputType, 'writable', exactly(0), () => false);
method(inputType, 'reconfigure', { least: 0, most: 0, takesAnyKeyword: true }, () => null);
attribute(inputType, 'errors', () => 'strict');
attribute(inputType, 'line_buffering', () => true);

class StandardBuffer extends PyInstance {
  readonly stream: OutputStream | InputStream;

  constructor(type: PyType, stream: OutputStream | InputStream) {
    super(type);
    this.stream = stream;
  }
}

const outputBufferType = nativeClass('_io', 'BufferedWriter', bufferedWriterType);
const inputBufferType = nativeClass('_io', 'BufferedReader', bufferedReaderType);
attribute(outputType, 'buffer', (self) => new StandardBuffer(outputBufferType, output(self)));
attribute(inputType, 'buffer', (self) => new StandardBuffer(inputBufferType, input(self)));
const outputBelow = (self: Value | undefined): OutputStream => (self as StandardBuffer).stream as OutputStream;
const inputBelow = (self: Value | undefined): InputStream => (self as StandardBuffer).stream as InputStream;

method(outputBufferType, 'write', exactly(1), (_thread, args) => {
  const bytes = bytesArgument(args[1]);
  outputBelow(args[0]).below += decodeBytes(bytes, 'utf-8', 'replace');
  return bytes.length;
});
method(outputBufferType, 'flush', exactly(0), (thread, args) => {
  const stream = outputBelow(args[0]);
  const { below } = stream;
  stream.below = '';
  return below === '' ? null : thread.block(new WriteCall(stream.descriptor, below, null));
});
method(outputBufferType, 'fileno', exactly(0), (_thread, args) => outputBelow(args[0]).descriptor);
method(inputBufferType, 'fileno', exactly(0), () => 0);
for (const [name, what] of [
  ['readline', 'line'],
  ['read1', 'line'],
  ['read', 'all'],
] as const)
  methodSteps(inputBufferType, name, between(0, 1), function* readBytes(thread, args) {
    thread.block(new ReadCall(inputBelow(args[0]), what));
    return new PyBytes(encodeText((yield) as string));
  });
methodSteps(inputBufferType, '__next__', exactly(0), function* nextBytes(thread, args) {
  thread.block(new ReadCall(inputBelow(args[0]), 'line'));
  const line = yield;
  if (line === '' || line === endOfIteration) throw new PyRaise(makeException('StopIteration'));
  return new PyBytes(encodeText(line as string));
});
for (const type of [outputBufferType, inputBufferType]) {
  method(type, 'close', exactly(0), () => null);
  method(type, 'isatty', exactly(0), () => true);
  method(type, 'seekable', exactly(0), () => false);
  method(type, 'readable', exactly(0), () => type === inputBufferType);
  method(type, 'writable', exactly(0), () => type === outputBufferType);
  attribute(type, 'closed', () => false);
}
