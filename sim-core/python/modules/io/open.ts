/** open(). Models: _io_open_impl in Modules/_io/_iomodule.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import type { NativeArguments, NativeFunction } from '../../objects/native-function.ts';
import type { Value } from '../../objects/value.ts';
import { named, nativeSteps } from '../../builtins/define.ts';
import { textOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { truthSteps } from '../../vm/truth.ts';
import { plainIndex } from '../native-numbers.ts';
import { fileSystemPathSteps } from '../os/path-argument.ts';
import { bufferedRandomType, bufferedReaderType, bufferedWriterType } from './buffered-types.ts';
import { fileIoType } from './file-io.ts';
import { callMethod } from './io-base.ts';
import type { TextFile } from './text-file.ts';
import { textIoWrapperType } from './text-io-wrapper.ts';

/** st_blksize of the file system: the size of a file's buffer in 3.13. */
const blockBytes = 4096;

interface Mode {
  readonly raw: string;
  readonly isText: boolean;
  readonly isUpdating: boolean;
  readonly isReading: boolean;
}

function readMode(mode: string): Mode {
  const letters = mode.split('');
  if (letters.some((letter) => !'axrwb+t'.includes(letter)) || new Set(letters).size < letters.length)
    throw raised('ValueError', `invalid mode: '${mode}'`);
  const has = (letter: string): boolean => letters.includes(letter);
  if (has('t') && has('b')) throw raised('ValueError', "can't have text and binary mode at once");
  if (letters.filter((letter) => 'axrw'.includes(letter)).length !== 1)
    throw raised('ValueError', 'must have exactly one of create/read/write/append mode');
  return {
    raw: letters.filter((letter) => 'axrw+'.includes(letter)).join(''),
    isText: !has('b'),
    isUpdating: has('+'),
    isReading: has('r'),
  };
}

function checkBinary(mode: Mode, encoding: Value, errors: Value, newline: Value): void {
  if (mode.isText) return;
  if (encoding !== null) throw raised('ValueError', "binary mode doesn't take an encoding argument");
  if (errors !== null) throw raised('ValueError', "binary mode doesn't take an errors argument");
  if (newline !== null) throw raised('ValueError', "binary mode doesn't take a newline argument");
}

const parameters = ['file', 'mode', 'buffering', 'encoding', 'errors', 'newline', 'closefd', 'opener'];

export const openFunction: NativeFunction = nativeSteps('open', named(1, ...parameters), openSteps);

function* openSteps(thread: PyThread, args: NativeArguments): Generator<undefined, Value, Value> {
  const [file, modeValue = 'r', bufferingValue = -1, encoding = null, errors = null, newline = null] = args;
  const modeText = textOf(modeValue);
  if (modeText === null)
    throw raised('TypeError', `open() argument 'mode' must be str, not ${typeOf(modeValue).title}`);
  const mode = readMode(modeText);
  checkBinary(mode, encoding, errors, newline);
  const buffering = plainIndex(bufferingValue);
  const newlineText = newline === null ? null : textOf(newline);
  if (newlineText !== null && !['', '\n', '\r', '\r\n'].includes(newlineText))
    throw raised('ValueError', `illegal newline value: ${newlineText}`);
  const path = (yield* fileSystemPathSteps(thread, file as Value)) ?? (file as Value);
  const raw = yield* callSteps(thread, fileIoType, [path, mode.raw, args[6] ?? true, args[7] ?? null]);
  try {
    return yield* wrapSteps(thread, raw, { mode, modeText, buffering, encoding, errors, newline });
  } catch (error) {
    yield* callMethod(thread, raw, 'close');
    throw error;
  }
}

interface Wrapping {
  readonly mode: Mode;
  readonly modeText: string;
  readonly buffering: number;
  readonly encoding: Value;
  readonly errors: Value;
  readonly newline: Value;
}

/** The buffer and the text layer over the raw file, as far as they are wanted. */
function* wrapSteps(thread: PyThread, raw: Value, wanted: Wrapping): Generator<undefined, Value, Value> {
  const { mode, buffering } = wanted;
  if (buffering === 0 && mode.isText) throw raised('ValueError', "can't have unbuffered text I/O");
  if (buffering === 0) return raw;
  const isTerminal = yield* truthSteps(thread, yield* callMethod(thread, raw, 'isatty'));
  const isLineBuffered = mode.isText && (buffering === 1 || (buffering < 0 && isTerminal));
  const type = mode.isUpdating ? bufferedRandomType : mode.isReading ? bufferedReaderType : bufferedWriterType;
  const buffer = yield* callSteps(thread, type, [raw, buffering > 1 ? buffering : blockBytes]);
  if (!mode.isText) return buffer;
  const text = yield* callSteps(thread, textIoWrapperType, [
    buffer,
    wanted.encoding,
    wanted.errors,
    wanted.newline,
    isLineBuffered,
  ]);
  (text as TextFile).set('mode', wanted.modeText);
  return text;
}
