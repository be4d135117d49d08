/** Methods of str that split, strip, pad, change case or tell the class of characters. Models: Objects/unicodeobject.c. */
import { strType, typeOf } from '../../objects/builtin-types.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import {
  isAlphabetic,
  isAlphanumeric,
  isAscii,
  isDecimal,
  isDigit,
  isIdentifier,
  isLowerCase,
  isNumeric,
  isPrintableText,
  isSpace,
  isTitleCase,
  isUpperCase,
} from '../../values/text/character-classes.ts';
import { textLength } from '../../values/text/code-points.ts';
import {
  capitalizeText,
  casefoldText,
  lowerText,
  swapCase,
  titleText,
  upperText,
} from '../../values/text/text-case.ts';
import { centerText, expandTabs, leftJustifyText, rightJustifyText, zeroFillText } from '../../values/text/text-pad.ts';
import { removePrefix, removeSuffix, replaceText } from '../../values/text/text-replace.ts';
import {
  partitionText,
  rightPartitionText,
  rightSplitText,
  splitLines,
  splitText,
} from '../../values/text/text-split.ts';
import { leftStripText, rightStripText, stripText } from '../../values/text/text-strip.ts';
import { textOf } from '../../vm/compare.ts';
import { raised } from '../../vm/raise.ts';
import { shownType } from './argument-count.ts';
import { truthQuickly } from '../../vm/truth.ts';
import { between, exactly, method, named } from '../define.ts';
import { sizeArgument } from './int-argument.ts';

const self = (value: Value | undefined): string => textOf(value as Value) as string;

const changes = {
  lower: lowerText,
  upper: upperText,
  title: titleText,
  capitalize: capitalizeText,
  swapcase: swapCase,
  casefold: casefoldText,
} as const;
for (const [name, change] of Object.entries(changes))
  method(strType, name, exactly(0), (_thread, args) => change(self(args[0])));

const classes = {
  isalpha: isAlphabetic,
  isalnum: isAlphanumeric,
  isascii: isAscii,
  isdecimal: isDecimal,
  isdigit: isDigit,
  isnumeric: isNumeric,
  isidentifier: isIdentifier,
  isspace: isSpace,
  isprintable: isPrintableText,
  islower: isLowerCase,
  isupper: isUpperCase,
  istitle: isTitleCase,
} as const;
for (const [name, test] of Object.entries(classes))
  method(strType, name, exactly(0), (_thread, args) => test(self(args[0])));

const strips = { strip: stripText, lstrip: leftStripText, rstrip: rightStripText } as const;
for (const [name, strip] of Object.entries(strips)) {
  method(strType, name, between(0, 1), (_thread, args) => {
    if (args[1] === undefined || args[1] === null) return strip(self(args[0]), null);
    const characters = textOf(args[1]);
    if (characters === null) throw raised('TypeError', `${name} arg must be None or str`);
    return strip(self(args[0]), characters);
  });
}

const splits = { split: splitText, rsplit: rightSplitText } as const;
for (const [name, split] of Object.entries(splits)) {
  method(strType, name, named(0, 'sep', 'maxsplit'), (_thread, args) => {
    const separator = args[1] ?? null;
    const text = separator === null ? null : textOf(separator);
    if (separator !== null && text === null)
      throw raised('TypeError', `must be str or None, not ${typeOf(separator).title}`);
    return new PyList(split(self(args[0]), text, args[2] === undefined ? -1 : sizeArgument(args[2])));
  });
}
method(
  strType,
  'splitlines',
  named(0, 'keepends'),
  (_thread, args) => new PyList(splitLines(self(args[0]), truthQuickly(args[1] ?? false) ?? true)),
);

for (const [name, partition] of Object.entries({ partition: partitionText, rpartition: rightPartitionText })) {
  method(strType, name, exactly(1), (_thread, args) => {
    const separator = textOf(args[1] as Value);
    if (separator === null) throw raised('TypeError', `must be str, not ${typeOf(args[1] as Value).title}`);
    return new PyTuple([...partition(self(args[0]), separator)]);
  });
}

for (const [name, pad] of Object.entries({ center: centerText, ljust: leftJustifyText, rjust: rightJustifyText })) {
  method(strType, name, between(1, 2), (_thread, args) => {
    const fill = textOf(args[2] ?? ' ');
    if (fill === null)
      throw raised('TypeError', `The fill character must be a unicode character, not ${typeOf(args[2] ?? null).title}`);
    if (textLength(fill) !== 1) throw raised('TypeError', 'The fill character must be exactly one character long');
    return pad(self(args[0]), sizeArgument(args[1]), fill);
  });
}
method(strType, 'zfill', exactly(1), (_thread, args) => zeroFillText(self(args[0]), sizeArgument(args[1])));
method(strType, 'expandtabs', named(0, 'tabsize'), (_thread, args) =>
  expandTabs(self(args[0]), args[1] === undefined ? 8 : sizeArgument(args[1])),
);

for (const [name, remove] of Object.entries({ removeprefix: removePrefix, removesuffix: removeSuffix })) {
  method(strType, name, exactly(1), (_thread, args) => {
    const part = textOf(args[1] as Value);
    if (part === null) throw raised('TypeError', `${name}() argument must be str, not ${shownType(args[1] as Value)}`);
    return remove(self(args[0]), part);
  });
}
method(strType, 'replace', { least: 2, most: 3, names: ['', '', 'count'] }, (_thread, args) => {
  const old = textOf(args[1] as Value);
  const replacement = textOf(args[2] as Value);
  if (old === null) throw raised('TypeError', `replace() argument 1 must be str, not ${shownType(args[1] as Value)}`);
  if (replacement === null)
    throw raised('TypeError', `replace() argument 2 must be str, not ${shownType(args[2] as Value)}`);
  return replaceText(self(args[0]), old, replacement, args[3] === undefined ? -1 : sizeArgument(args[3]));
});
