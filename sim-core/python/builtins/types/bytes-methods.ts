/** What bytes and bytearray have in common. Models: Objects/bytesobject.c, Objects/bytearrayobject.c, Objects/bytes_methods.c. */
import { bytearrayType, bytesType, typeOf } from '../../objects/builtin-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyByteArray, PyBytes } from '../../objects/py-bytes.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import {
  areAlphabeticBytes,
  areAlphanumericBytes,
  areAsciiBytes,
  areDigitBytes,
  areLowerBytes,
  areSpaceBytes,
  areTitleBytes,
  areUpperBytes,
} from '../../values/bytes/byte-classes.ts';
import {
  capitalizeBytes,
  centerBytes,
  expandByteTabs,
  leftJustifyBytes,
  leftStripBytes,
  lowerBytes,
  makeTranslation,
  removeBytesPrefix,
  removeBytesSuffix,
  replaceBytes,
  rightJustifyBytes,
  rightStripBytes,
  stripBytes,
  swapBytesCase,
  titleBytes,
  translateBytes,
  upperBytes,
  zeroFillBytes,
} from '../../values/bytes/bytes-change.ts';
import { bytesFromHex, checkHexSeparator, hexOfBytes } from '../../values/bytes/bytes-hex.ts';
import { reprBytes } from '../../values/bytes/bytes-repr.ts';
import { bytesOfLatin, latinText } from '../../values/bytes/latin-text.ts';
import {
  bytesEndWith,
  bytesStartWith,
  countBytes,
  findBytes,
  indexOfBytes,
  rightFindBytes,
  rightIndexOfBytes,
} from '../../values/bytes/bytes-search.ts';
import {
  partitionBytes,
  rightPartitionBytes,
  rightSplitBytes,
  splitByteLines,
  splitBytes,
} from '../../values/bytes/bytes-split.ts';
import { decodeBytes } from '../../values/text/decode.ts';
import { bytesOf, textOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import { iterateAll } from '../../vm/iterate-all.ts';
import { percentBytesSteps } from '../../vm/percent-format.ts';
import { raised } from '../../vm/raise.ts';
import { truthQuickly } from '../../vm/truth.ts';
import {
  between,
  classMethod,
  constructorSteps,
  exactly,
  method,
  methodSteps,
  named,
  native,
  nativeSteps,
  staticMethod,
} from '../define.ts';
import { classArgument } from './argument-count.ts';
import { bytesArgument, bytesFrom, bytesLike, soughtBytes } from './bytes-argument.ts';
import { boundArgument, sizeArgument } from './int-argument.ts';
import { comparisonMethods, hashMethod } from './operator-methods.ts';
import { sequenceMethods } from './sequence-methods.ts';
import { sequenceOperators } from './sequence-operators.ts';

const self = (value: Value | undefined): Uint8Array => bytesOf(value as PyBytes | PyByteArray);

constructorSteps(bytesType, named(0, 'source', 'encoding', 'errors'), function* make(thread, args): NativeSteps {
  const type = classArgument(args, bytesType);
  if (type === bytesType && args[1] instanceof PyBytes && args[1].type === bytesType && args.length === 2)
    return args[1];
  const made = new PyBytes(yield* bytesFrom(thread, 'bytes', { source: args[1], encoding: args[2], errors: args[3] }));
  made.type = type;
  return made;
});
hashMethod(bytesType);

const changes = {
  lower: lowerBytes,
  upper: upperBytes,
  title: titleBytes,
  capitalize: capitalizeBytes,
  swapcase: swapBytesCase,
} as const;
const classes = {
  isalpha: areAlphabeticBytes,
  isalnum: areAlphanumericBytes,
  isascii: areAsciiBytes,
  isdigit: areDigitBytes,
  isspace: areSpaceBytes,
  islower: areLowerBytes,
  isupper: areUpperBytes,
  istitle: areTitleBytes,
} as const;
const searches = {
  find: findBytes,
  rfind: rightFindBytes,
  index: indexOfBytes,
  rindex: rightIndexOfBytes,
  count: countBytes,
} as const;
const strips = { strip: stripBytes, lstrip: leftStripBytes, rstrip: rightStripBytes } as const;
const splits = { split: splitBytes, rsplit: rightSplitBytes } as const;
const pads = { center: centerBytes, ljust: leftJustifyBytes, rjust: rightJustifyBytes } as const;

function partsOf(name: string, value: Value): Uint8Array[] {
  if (value instanceof PyTuple) return value.items.map((item) => bytesArgument(item));
  const bytes = bytesLike(value);
  if (bytes === null)
    throw raised('TypeError', `${name} first arg must be bytes or a tuple of bytes, not ${typeOf(value).title}`);
  return [bytes];
}

function fillOf(name: string, value: Value | undefined): Uint8Array {
  if (value === undefined) return Uint8Array.of(0x20);
  const fill = bytesLike(value);
  if (fill === null || fill.length !== 1)
    throw raised('TypeError', `${name}() argument 2 must be a byte string of length 1, not ${typeOf(value).title}`);
  return fill;
}

function searchMethods(type: PyType): void {
  for (const [name, search] of Object.entries(searches)) {
    method(type, name, between(1, 3), (_thread, args) =>
      search(self(args[0]), soughtBytes(args[1]), { start: boundArgument(args[2]), end: boundArgument(args[3]) }),
    );
  }
  for (const [name, test] of Object.entries({ startswith: bytesStartWith, endswith: bytesEndWith })) {
    method(type, name, between(1, 3), (_thread, args) =>
      test(self(args[0]), partsOf(name, args[1] as Value), {
        start: boundArgument(args[2]),
        end: boundArgument(args[3]),
      }),
    );
  }
  for (const [name, test] of Object.entries(classes))
    method(type, name, exactly(0), (_thread, args) => test(self(args[0])));
}

function splitMethods(type: PyType, made: (bytes: Uint8Array) => Value): void {
  for (const [name, split] of Object.entries(splits)) {
    method(type, name, named(0, 'sep', 'maxsplit'), (_thread, args) => {
      const separator = args[1] === undefined || args[1] === null ? null : bytesArgument(args[1]);
      return new PyList(split(self(args[0]), separator, args[2] === undefined ? -1 : sizeArgument(args[2])).map(made));
    });
  }
  method(
    type,
    'splitlines',
    named(0, 'keepends'),
    (_thread, args) => new PyList(splitByteLines(self(args[0]), truthQuickly(args[1] ?? false) ?? true).map(made)),
  );
  for (const [name, partition] of Object.entries({ partition: partitionBytes, rpartition: rightPartitionBytes })) {
    method(
      type,
      name,
      exactly(1),
      (_thread, args) => new PyTuple(partition(self(args[0]), bytesArgument(args[1])).map(made)),
    );
  }
}

function changeMethods(type: PyType, made: (bytes: Uint8Array) => Value): void {
  for (const [name, change] of Object.entries(changes))
    method(type, name, exactly(0), (_thread, args) => made(change(self(args[0]))));
  for (const [name, strip] of Object.entries(strips)) {
    method(type, name, between(0, 1), (_thread, args) =>
      made(strip(self(args[0]), args[1] === undefined || args[1] === null ? null : bytesArgument(args[1]))),
    );
  }
  for (const [name, pad] of Object.entries(pads)) {
    method(type, name, between(1, 2), (_thread, args) =>
      made(pad(self(args[0]), sizeArgument(args[1]), fillOf(name, args[2]))),
    );
  }
  method(type, 'zfill', exactly(1), (_thread, args) => made(zeroFillBytes(self(args[0]), sizeArgument(args[1]))));
  method(type, 'expandtabs', named(0, 'tabsize'), (_thread, args) =>
    made(expandByteTabs(self(args[0]), args[1] === undefined ? 8 : sizeArgument(args[1]))),
  );
  method(type, 'removeprefix', exactly(1), (_thread, args) =>
    made(removeBytesPrefix(self(args[0]), bytesArgument(args[1]))),
  );
  method(type, 'removesuffix', exactly(1), (_thread, args) =>
    made(removeBytesSuffix(self(args[0]), bytesArgument(args[1]))),
  );
  method(type, 'replace', between(2, 3), (_thread, args) =>
    made(
      replaceBytes(
        self(args[0]),
        bytesArgument(args[1]),
        bytesArgument(args[2]),
        args[3] === undefined ? -1 : sizeArgument(args[3]),
      ),
    ),
  );
  method(type, 'translate', { least: 1, most: 2, names: ['', 'delete'] }, (_thread, args) => {
    const table = args[1] === null ? null : bytesArgument(args[1]);
    if (table !== null && table.length !== 256)
      throw raised('ValueError', 'translation table must be 256 characters long');
    return made(
      translateBytes(self(args[0]), table, args[2] === undefined ? new Uint8Array() : bytesArgument(args[2])),
    );
  });
}

function methodsOfBoth(type: PyType, made: (bytes: Uint8Array) => Value): void {
  sequenceMethods(type);
  sequenceOperators(type);
  comparisonMethods(type);
  searchMethods(type);
  splitMethods(type, made);
  changeMethods(type, made);
  method(type, '__repr__', exactly(0), (_thread, args) =>
    type === bytesType ? reprBytes(self(args[0])) : `bytearray(${reprBytes(self(args[0]))})`,
  );
  method(type, 'decode', named(0, 'encoding', 'errors'), (_thread, args) =>
    decodeBytes(self(args[0]), textOf(args[1] ?? 'utf-8') ?? 'utf-8', textOf(args[2] ?? 'strict') ?? 'strict'),
  );
  method(type, 'hex', named(0, 'sep', 'bytes_per_sep'), (_thread, args) => {
    if (args[1] === undefined) return hexOfBytes(self(args[0]));
    const separator = textOf(args[1]) ?? latinText(bytesArgument(args[1]));
    checkHexSeparator(separator);
    return hexOfBytes(self(args[0]), separator, args[2] === undefined ? 1 : sizeArgument(args[2]));
  });
  methodSteps(type, 'join', exactly(1), function* join(thread, args) {
    const items = yield* iterateAll(thread, args[1] as Value, () => 'can only join an iterable');
    const parts = items.map((item, i) => {
      const bytes = bytesLike(item);
      if (bytes === null)
        throw raised('TypeError', `sequence item ${i}: expected a bytes-like object, ${typeOf(item).title} found`);
      return latinText(bytes);
    });
    return made(bytesOfLatin(parts.join(latinText(self(args[0])))));
  });
  methodSteps(type, '__mod__', exactly(1), function* modulo(thread, args) {
    return made(bytesOfLatin(yield* percentBytesSteps(thread, latinText(self(args[0])), args[1] as Value)));
  });
  classMethod(
    type,
    nativeSteps('fromhex', exactly(2), function* fromHex(thread, args) {
      const text = textOf(args[1] as Value);
      if (text === null)
        throw raised('TypeError', `fromhex() argument must be str, not ${typeOf(args[1] as Value).title}`);
      const value = made(bytesFromHex(text));
      return args[0] === type ? value : yield* callSteps(thread, args[0] as Value, [value]);
    }),
  );
  staticMethod(
    type,
    native('maketrans', exactly(2), (_thread, args) => {
      const [from, to] = [bytesArgument(args[0]), bytesArgument(args[1])];
      if (from.length !== to.length) throw raised('ValueError', 'maketrans arguments must have same length');
      return new PyBytes(makeTranslation(from, to));
    }),
  );
}

methodsOfBoth(bytesType, (bytes) => new PyBytes(bytes));
methodsOfBoth(bytearrayType, (bytes) => new PyByteArray(bytes));
method(bytesType, '__bytes__', exactly(0), (_thread, args) => new PyBytes(self(args[0])));
