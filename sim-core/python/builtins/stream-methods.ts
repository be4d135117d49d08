/** sys.stdout, sys.stderr and sys.stdin as objects. Models: TextIOWrapper's methods. */
import { objectType, typeOf, typeType } from '../objects/builtin-types.ts';
import { PyList } from '../objects/py-list.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { textLength } from '../values/text/code-points.ts';
import { endOfIteration } from '../vm/end-of-iteration.ts';
import { InputStream, ReadCall } from '../vm/input-stream.ts';
import { textOf } from '../vm/compare.ts';
import { OutputStream } from '../vm/output-stream.ts';
import { iterateAll } from '../vm/iterate-all.ts';
import { makeException, PyRaise, raised } from '../vm/raise.ts';
import { attribute, between, exactly, method, methodSteps } from './define.ts';

const outputType = new PyType({
  name: 'TextIOWrapper',
  bases: [objectType],
  layout: 'native',
  metatype: typeType,
  moduleName: '_io',
});
OutputStream.builtinType = outputType;
const output = (self: Value | undefined): OutputStream => self as OutputStream;

method(outputType, 'write', exactly(1), (thread, args) => {
  const text = textOf(args[1] as Value);
  if (text === null) throw raised('TypeError', `write() argument must be str, not ${typeOf(args[1] as Value).name}`);
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
  bases: [objectType],
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
