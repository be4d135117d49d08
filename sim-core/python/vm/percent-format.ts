/** text % values. Models: PyUnicode_Format in Objects/unicodeobject.c. */
import { typeOf } from '../objects/builtin-types.ts';
import { PyByteArray, PyBytes } from '../objects/py-bytes.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { floatToInt, intToFloat } from '../values/int/int-float.ts';
import {
  parsePercentFormat,
  unsupportedConversion,
  withPrecision,
  withWidth,
} from '../values/format/percent-format.ts';
import type { PercentConversion } from '../values/format/percent-format.ts';
import {
  renderPercentCharacter,
  renderPercentFloat,
  renderPercentInt,
  renderPercentText,
} from '../values/format/percent-render.ts';
import { bytesOfLatin, latinText } from '../values/bytes/latin-text.ts';
import { textLength } from '../values/text/code-points.ts';
import { asciiOfRepr } from '../values/text/repr.ts';
import { loadSpecial } from './attributes.ts';
import { bytesOf, numberOf, textOf } from './compare.ts';
import { callSteps } from './invoke.ts';
import type { PyThread } from './py-thread.ts';
import { raised } from './raise.ts';
import { reprSteps, strQuickly, strSteps } from './repr.ts';
import { getItemSteps } from './dict-access.ts';
import { loadItemSteps } from './items.ts';

/** The result where every value is of a built-in type; undefined where a method has to be asked (the steps then do it all again). */
export function percentFormat(thread: PyThread, format: string, values: Value): string | undefined {
  const needed = values instanceof PyTuple ? values.items : [values];
  for (const value of needed) if (strQuickly(thread, value) === undefined) return undefined;
  const steps = percentSteps(thread, format, values).next();
  return steps.done === true ? steps.value : undefined;
}

/** Where the values come from: a tuple in turn, a mapping by key, or one value. */
class ValueSource {
  private next = 0;
  private readonly values: readonly Value[];
  readonly mapping: Value | null;

  constructor(values: Value) {
    this.values = values instanceof PyTuple ? values.items : [values];
    const isMapping =
      !(values instanceof PyTuple) && textOf(values) === null && typeOf(values).lookup('__getitem__') !== undefined;
    this.mapping = isMapping ? values : null;
  }

  take(): Value {
    const value = this.values[this.next];
    if (value === undefined) throw raised('TypeError', 'not enough arguments for format string');
    this.next += 1;
    return value;
  }

  checkUsedUp(): void {
    if (this.next < this.values.length && this.mapping === null) {
      throw raised('TypeError', 'not all arguments converted during string formatting');
    }
  }
}

/** For generator bodies. */
export function* percentSteps(
  thread: PyThread,
  format: string,
  values: Value,
  convertPiece: typeof convert = convert,
): Generator<undefined, string, Value> {
  const source = new ValueSource(values);
  let text = '';
  for (const piece of parsePercentFormat(format)) {
    if (piece.kind === 'literal') text += piece.text;
    else if (piece.kind === 'fault') throw piece.fault;
    else text += yield* convertPiece(thread, piece, source);
  }
  source.checkUsedUp();
  return text;
}

function* convert(
  thread: PyThread,
  piece: PercentConversion,
  source: ValueSource,
): Generator<undefined, string, Value> {
  let conversion = piece;
  let value: Value;
  if (piece.key !== null) {
    if (source.mapping === null) throw raised('TypeError', 'format requires a mapping');
    value =
      source.mapping instanceof PyDict
        ? yield* getItemSteps(thread, source.mapping, piece.key)
        : yield* loadItemSteps(thread, source.mapping, piece.key);
  } else {
    if (piece.width === '*') conversion = withWidth(conversion, starred(source));
    if (piece.precision === '*') conversion = withPrecision(conversion, starred(source));
    value = source.take();
  }
  switch (conversion.conversion) {
    case 's':
      return renderPercentText(conversion, yield* strSteps(thread, value));
    case 'r':
      return renderPercentText(conversion, yield* reprSteps(thread, value));
    case 'a':
      return renderPercentText(conversion, asciiOfRepr(yield* reprSteps(thread, value)));
    case 'c':
      return renderCharacter(conversion, value);
    default:
      return yield* convertNumber(thread, conversion, value);
  }
}

/** For generator bodies: bytes % values, each byte a character. Models: _PyBytes_FormatEx in Objects/bytesobject.c. */
export function* percentBytesSteps(
  thread: PyThread,
  format: string,
  values: Value,
): Generator<undefined, string, Value> {
  return yield* percentSteps(thread, format, values, convertToBytes);
}

function* convertToBytes(
  thread: PyThread,
  piece: PercentConversion,
  source: ValueSource,
): Generator<undefined, string, Value> {
  let mapped: ValueSource = source;
  let conversion = piece;
  if (piece.key !== null) {
    if (source.mapping === null) throw raised('TypeError', 'format requires a mapping');
    const key = new PyBytes(bytesOfLatin(piece.key));
    const value = yield* loadItemSteps(thread, source.mapping, key);
    mapped = new ValueSource(new PyTuple([value]));
    conversion = { ...piece, key: null };
  }
  switch (piece.conversion) {
    case 's':
    case 'b': {
      const value = mapped.take();
      return renderPercentText(conversion, yield* bytesText(thread, value));
    }
    case 'r':
      return yield* convert(thread, { ...conversion, conversion: 'a' }, mapped);
    case 'c': {
      const value = mapped.take();
      if (value instanceof PyBytes || value instanceof PyByteArray) {
        if (bytesOf(value).length !== 1)
          throw raised(
            'TypeError',
            `%c requires an integer in range(256) or a single byte, not ${typeOf(value).title}`,
          );
        return renderPercentText({ ...conversion, precision: null }, latinText(bytesOf(value)));
      }
      const number = numberOf(value);
      if (number === null || number instanceof PyFloat)
        throw raised('TypeError', `%c requires an integer in range(256) or a single byte, not ${typeOf(value).title}`);
      if (number < 0 || number > 255) throw raised('OverflowError', '%c arg not in range(256)');
      return renderPercentCharacter(conversion, number);
    }
    default:
      return yield* convert(thread, conversion, mapped);
  }
}

function* bytesText(thread: PyThread, value: Value): Generator<undefined, string, Value> {
  if (value instanceof PyBytes || value instanceof PyByteArray) return latinText(bytesOf(value));
  const method = loadSpecial(typeOf(value), value, '__bytes__');
  const made = method === undefined ? null : yield* callSteps(thread, method, []);
  if (made instanceof PyBytes) return latinText(made.bytes);
  throw raised(
    'TypeError',
    `%b requires a bytes-like object, or an object that implements __bytes__, not '${typeOf(value).title}'`,
  );
}

function starred(source: ValueSource): number {
  const width = source.take();
  if (typeof width !== 'number') throw raised('TypeError', '* wants int');
  return width;
}

function renderCharacter(conversion: PercentConversion, value: Value): string {
  const text = textOf(value);
  if (text !== null) {
    if (textLength(text) !== 1) throw raised('TypeError', '%c requires int or char');
    return renderPercentText({ ...conversion, precision: null }, text);
  }
  const number = numberOf(value);
  if (number === null || number instanceof PyFloat) {
    throw raised('TypeError', '%c requires int or char');
  }
  return renderPercentCharacter(conversion, number);
}

function* convertNumber(
  thread: PyThread,
  conversion: PercentConversion,
  value: Value,
): Generator<undefined, string, Value> {
  const letter = conversion.conversion;
  if ('diuxXo'.includes(letter)) {
    const number =
      numberOf(value) ??
      (yield* numberBySpecial(thread, value, ['__index__', ...('diu'.includes(letter) ? ['__int__'] : [])]));
    if (number === null || (number instanceof PyFloat && !'diu'.includes(letter))) {
      const wanted = 'diu'.includes(letter) ? 'a real number is required' : 'an integer is required';
      throw raised('TypeError', `%${letter} format: ${wanted}, not ${typeOf(value).title}`);
    }
    return renderPercentInt(conversion, number instanceof PyFloat ? floatToInt(number.value) : number);
  }
  if ('eEfFgG'.includes(letter)) {
    const number = numberOf(value) ?? (yield* numberBySpecial(thread, value, ['__float__', '__index__']));
    if (number === null) throw raised('TypeError', `must be real number, not ${typeOf(value).title}`);
    return renderPercentFloat(conversion, number instanceof PyFloat ? number.value : intToFloat(number));
  }
  throw unsupportedConversion(conversion);
}

function* numberBySpecial(
  thread: PyThread,
  value: Value,
  names: readonly string[],
): Generator<undefined, number | bigint | PyFloat | null, Value> {
  for (const name of names) {
    const method = loadSpecial(typeOf(value), value, name);
    if (method !== undefined) return numberOf(yield* callSteps(thread, method, []));
  }
  return null;
}
