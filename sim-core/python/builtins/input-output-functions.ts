/** print() and input(). Models: builtin_print and builtin_input in Python/bltinmodule.c. */
import { typeOf } from '../objects/builtin-types.ts';
import type { NativeFunction } from '../objects/native-function.ts';
import type { Value } from '../objects/value.ts';
import { loadAttribute } from '../vm/attributes.ts';
import { textOf } from '../vm/compare.ts';
import { InputStream, ReadCall } from '../vm/input-stream.ts';
import { callSteps } from '../vm/invoke.ts';
import { pushSteps } from '../vm/native-steps.ts';
import { OutputStream } from '../vm/output-stream.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { standardStream } from '../vm/standard-streams.ts';
import { strQuickly, strSteps } from '../vm/repr.ts';
import { truthSteps } from '../vm/truth.ts';
import { anyNumber, between, native, nativeSteps } from './define.ts';

export const inputOutputFunctions: readonly NativeFunction[] = [
  native('print', { ...anyNumber(true) }, (thread, args, keywords) => {
    const quick = keywords === null ? joinQuickly(thread, args as readonly Value[]) : undefined;
    const stream = standardStream(thread, 'stdout');
    thread.kernel.spend(120 + 60 * args.length);
    // A carriage return flushes a terminal's line by itself: such texts are written piece by piece.
    if (
      quick !== undefined &&
      stream instanceof OutputStream &&
      !quick.includes('\r') &&
      !thread.interpreter.profile.printsInTwoWrites
    )
      return stream.write(thread, `${quick}\n`, null);
    return pushSteps(thread, 'print', printSteps(thread, args as readonly Value[], keywords ?? new Map()));
  }),
  nativeSteps('input', between(0, 1), function* input(thread, args) {
    const stdout = standardStream(thread, 'stdout');
    if (args[0] !== undefined && stdout instanceof OutputStream) {
      if (stdout.write(thread, yield* strSteps(thread, args[0]), null) === undefined) yield;
      if (stdout.flush(thread, null) === undefined) yield;
    }
    const stdin = standardStream(thread, 'stdin');
    if (!(stdin instanceof InputStream)) {
      const line = yield* callSteps(thread, loadAttribute(thread, stdin, 'readline') as Value, []);
      const text = textOf(line) ?? '';
      if (text === '') throw raised('EOFError', 'EOF when reading a line');
      return text.replace(/\n$/, '');
    }
    thread.block(new ReadCall(stdin, 'input'));
    return yield;
  }),
];

/** The texts with spaces between, where no Python code is needed. */
function joinQuickly(thread: PyThread, values: readonly Value[]): string | undefined {
  let text = '';
  for (let i = 0; i < values.length; i += 1) {
    const part = strQuickly(thread, values[i] as Value);
    if (part === undefined) return undefined;
    text += i === 0 ? part : ` ${part}`;
  }
  return text;
}

function* printSteps(
  thread: PyThread,
  values: readonly Value[],
  keywords: ReadonlyMap<string, Value>,
): Generator<undefined, Value, Value> {
  for (const name of keywords.keys()) {
    if (!['sep', 'end', 'file', 'flush'].includes(name))
      throw raised('TypeError', `print() got an unexpected keyword argument '${name}'`);
  }
  const separator = textOption(keywords, 'sep', ' ');
  const end = textOption(keywords, 'end', '\n');
  const given = keywords.get('file') ?? null;
  const stream = given === null ? standardStream(thread, 'stdout') : given;
  if (stream === null) return null;
  const pieces: string[] = [];
  for (const [i, value] of values.entries()) {
    if (i > 0) pieces.push(separator);
    pieces.push(yield* strSteps(thread, value));
  }
  pieces.push(end);
  if (stream instanceof OutputStream) {
    const isApart = thread.interpreter.profile.printsInTwoWrites || pieces.some((piece) => piece.includes('\r'));
    const texts = isApart ? pieces : [pieces.join('')];
    for (const text of texts) if (stream.write(thread, text, null) === undefined) yield;
  } else {
    const write = loadAttribute(thread, stream, 'write');
    const callable = write === undefined ? yield : write;
    for (const piece of pieces) if (piece !== '') yield* callSteps(thread, callable, [piece]);
  }
  if (yield* truthSteps(thread, keywords.get('flush') ?? false)) {
    if (stream instanceof OutputStream) {
      if (stream.flush(thread, null) === undefined) yield;
    } else yield* callSteps(thread, loadAttribute(thread, stream, 'flush') as Value, []);
  }
  return null;
}

function textOption(keywords: ReadonlyMap<string, Value>, name: string, fallback: string): string {
  const value = keywords.get(name) ?? null;
  if (value === null) return fallback;
  const text = textOf(value);
  if (text === null) throw raised('TypeError', `${name} must be None or a string, not ${typeOf(value).title}`);
  return text;
}
