/** str. Models: Objects/unicodeobject.c. */
import { strType, typeOf } from '../../objects/builtin-types.ts';
import type { KeywordArguments, NativeArguments, NativeFunction, NativeSteps } from '../../objects/native-function.ts';
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { notImplemented } from '../../objects/py-singletons.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import { PyStrInstance } from '../../objects/value-instances.ts';
import type { Value } from '../../objects/value.ts';
import { formatText } from '../../values/format/format-value.ts';
import { characterOf, charactersOf, textLength } from '../../values/text/code-points.ts';
import { decodeBytes } from '../../values/text/decode.ts';
import { encodeText } from '../../values/text/encode.ts';
import { reprText } from '../../values/text/repr.ts';
import { bytesOf, textOf } from '../../vm/compare.ts';
import { iterateAll, isIterable, plainItems } from '../../vm/iterate-all.ts';
import { loadItemSteps } from '../../vm/items.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import { percentSteps } from '../../vm/percent-format.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { PyRaise, raised } from '../../vm/raise.ts';
import { strQuickly, strSteps } from '../../vm/repr.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import {
  anyNumber,
  between,
  constructor,
  exactly,
  method,
  methodSteps,
  named,
  native,
  staticMethod,
} from '../define.ts';
import { checkCount, classArgument, shownType } from './argument-count.ts';
import { intOf } from './int-argument.ts';
import { comparisonMethods, hashMethod } from './operator-methods.ts';
import { sequenceMethods } from './sequence-methods.ts';
import { sequenceOperators } from './sequence-operators.ts';

const self = (value: Value | undefined): string => textOf(value as Value) as string;

constructor(strType, anyNumber(true), (thread, args, keywords) => {
  const type = classArgument(args, strType);
  checkTextArguments(args, keywords);
  const value = args[1] === undefined ? keywords?.get('object') : args[1];
  const encoding = args[2] === undefined ? keywords?.get('encoding') : args[2];
  const errors = args[3] === undefined ? keywords?.get('errors') : args[3];
  if (value === undefined) return madeText(type, '');
  if (encoding !== undefined || errors !== undefined) return madeText(type, decoded(value, encoding, errors));
  const quick = strQuickly(thread, value);
  return quick === undefined ? pushSteps(thread, 'str', textSteps(thread, type, value)) : madeText(type, quick);
});

function checkTextArguments(args: NativeArguments, keywords: KeywordArguments | null): void {
  if (keywords === null) checkCount('str', args, 0, 3);
  const given = args.length - 1 + (keywords?.size ?? 0);
  if (given > 3) throw raised('TypeError', `str() takes at most 3 arguments (${given} given)`);
  for (const name of keywords?.keys() ?? []) {
    if (!['object', 'encoding', 'errors'].includes(name))
      throw raised('TypeError', `str() got an unexpected keyword argument '${name}'`);
  }
}

function madeText(type: PyType, text: string): Value {
  return type === strType ? text : new PyStrInstance(type, text);
}

function* textSteps(thread: PyThread, type: PyType, value: Value): NativeSteps {
  return madeText(type, yield* strSteps(thread, value));
}

function decoded(value: Value, encoding: Value | undefined, errors: Value | undefined): string {
  if (textOf(value) !== null) throw raised('TypeError', 'decoding str is not supported');
  if (!(value instanceof PyBytes || value instanceof PyByteArray)) {
    throw raised('TypeError', `decoding to str: need a bytes-like object, ${typeOf(value).title} found`);
  }
  return decodeBytes(bytesOf(value), textOf(encoding ?? 'utf-8') ?? 'utf-8', textOf(errors ?? 'strict') ?? 'strict');
}

sequenceMethods(strType);
sequenceOperators(strType);
comparisonMethods(strType);
hashMethod(strType);
method(strType, '__repr__', exactly(0), (_thread, args) => reprText(self(args[0])));
method(strType, '__str__', exactly(0), (_thread, args) => self(args[0]));
method(strType, '__format__', exactly(1), (_thread, args) => {
  const spec = textOf(args[1] as Value);
  if (spec === null) throw raised('TypeError', `__format__() argument must be str, not ${shownType(args[1] as Value)}`);
  return formatText(self(args[0]), spec, typeOf(args[0] as Value).name);
});
methodSteps(strType, '__mod__', exactly(1), function* modulo(thread, args) {
  return yield* percentSteps(thread, self(args[0]), args[1] as Value);
});
methodSteps(strType, '__rmod__', exactly(1), function* reflectedModulo(thread, args) {
  const format = textOf(args[1] as Value);
  return format === null ? notImplemented : yield* percentSteps(thread, format, args[0] as Value);
});
method(strType, '__getnewargs__', exactly(0), (_thread, args) => new PyTuple([self(args[0])]));
method(strType, '__sizeof__', exactly(0), (_thread, args) => 41 + self(args[0]).length);

method(strType, 'join', exactly(1), (thread, args) => {
  const iterable = args[1] as Value;
  const items = plainItems(iterable);
  if (items !== null) return joined(self(args[0]), items);
  if (!isIterable(iterable)) throw raised('TypeError', 'can only join an iterable');
  return pushSteps(thread, 'join', joinSteps(thread, self(args[0]), iterable));
});

function* joinSteps(thread: PyThread, separator: string, iterable: Value): NativeSteps {
  return joined(separator, yield* iterateAll(thread, iterable));
}

function joined(separator: string, items: readonly Value[]): string {
  const parts = items.map((item, i) => {
    const text = textOf(item);
    if (text === null)
      throw raised('TypeError', `sequence item ${i}: expected str instance, ${typeOf(item).title} found`);
    return text;
  });
  return parts.join(separator);
}

method(strType, 'encode', named(0, 'encoding', 'errors'), (_thread, args) => {
  const [text, encoding, errors] = args;
  return new PyBytes(
    encodeText(
      self(text),
      optionalText('encode', 'encoding', encoding) ?? 'utf-8',
      optionalText('encode', 'errors', errors) ?? 'strict',
    ),
  );
});

function optionalText(name: string, parameter: string, value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = textOf(value);
  if (text === null)
    throw raised('TypeError', `${name}() argument '${parameter}' must be str, not ${shownType(value)}`);
  return text;
}

methodSteps(strType, 'translate', exactly(1), function* translate(thread, args) {
  const known = new Map<string, string>();
  let text = '';
  for (const character of self(args[0])) {
    let replacement = known.get(character);
    if (replacement === undefined) {
      replacement = yield* translated(thread, args[1] as Value, character);
      known.set(character, replacement);
    }
    text += replacement;
  }
  return text;
});

function* translated(thread: PyThread, table: Value, character: string): Generator<undefined, string, Value> {
  const codePoint = character.codePointAt(0) as number;
  if (table instanceof PyDict && !table.type.isHeap) {
    const value = table.get(codePoint);
    return value === undefined ? character : replacementText(value);
  }
  try {
    return replacementText(yield* loadItemSteps(thread, table, codePoint));
  } catch (error) {
    if (error instanceof PyRaise && error.exception.type.isSubtypeOf(exceptionNamed('LookupError'))) return character;
    throw error;
  }
}

function replacementText(value: Value): string {
  if (value === null) return '';
  const text = textOf(value);
  if (text !== null) return text;
  const int = intOf(value);
  if (int === null) throw raised('TypeError', 'character mapping must return integer, None or str');
  if (int < 0 || int > 0x10ffff) throw raised('ValueError', 'character mapping must be in range(0x110000)');
  return characterOf(int);
}

staticMethod(strType, makeTranslation());

function makeTranslation(): NativeFunction {
  return native('maketrans', between(1, 3), (_thread, args) => {
    const table = new PyDict();
    const [x, y, z] = args;
    if (y === undefined) {
      if (!(x instanceof PyDict))
        throw raised('TypeError', 'if you give only one argument to maketrans it must be a dict');
      for (const entry of x.items()) table.set(translationKey(entry.key), entry.value as Value);
      return table;
    }
    const [from, to] = [textOf(x as Value), textOf(y)];
    if (from === null)
      throw raised('TypeError', 'first maketrans argument must be a string if there is a second argument');
    if (to === null) throw raised('TypeError', `maketrans() argument 2 must be str, not ${shownType(y)}`);
    if (textLength(from) !== textLength(to))
      throw raised('ValueError', 'the first two maketrans arguments must have equal length');
    const targets = charactersOf(to);
    for (const [i, character] of charactersOf(from).entries())
      table.set(character.codePointAt(0) as number, (targets[i] as string).codePointAt(0) as number);
    for (const character of textOf(z ?? '') ?? '') table.set(character.codePointAt(0) as number, null);
    return table;
  });
}

function translationKey(key: Value): Value {
  if (typeof key !== 'string') {
    if (intOf(key) === null) throw raised('TypeError', 'keys in translate table must be strings or integers');
    return key;
  }
  if (textLength(key) !== 1) throw raised('ValueError', 'string keys in translate table must be of length 1');
  return key.codePointAt(0) as number;
}
