/** Looking for parts of a str. Models: Objects/unicodeobject.c, the arguments of find, startswith and their kin. */
import { strType, typeOf } from '../../objects/builtin-types.ts';
import type { NativeArguments } from '../../objects/native-function.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import {
  countText,
  findText,
  indexOfText,
  rightFindText,
  rightIndexOfText,
  textEndsWith,
  textStartsWith,
} from '../../values/text/text-search.ts';
import type { SearchRange } from '../../values/text/text-search.ts';
import { textOf } from '../../vm/compare.ts';
import { raised } from '../../vm/raise.ts';
import { shownType } from './argument-count.ts';
import { between, method } from '../define.ts';
import { boundArgument } from './int-argument.ts';

function rangeOf(args: NativeArguments): SearchRange {
  return { start: boundArgument(args[2]), end: boundArgument(args[3]) };
}

const searches = {
  find: findText,
  rfind: rightFindText,
  index: indexOfText,
  rindex: rightIndexOfText,
  count: countText,
} as const;

for (const [name, search] of Object.entries(searches)) {
  method(strType, name, between(1, 3), (_thread, args) => {
    const part = textOf(args[1] as Value);
    if (part === null)
      throw raised('TypeError', `${name}() argument 1 must be str, not ${shownType(args[1] as Value)}`);
    return search(textOf(args[0] as Value) as string, part, rangeOf(args));
  });
}

function partsOf(name: string, value: Value): string[] {
  const text = textOf(value);
  if (text !== null) return [text];
  if (!(value instanceof PyTuple))
    throw raised('TypeError', `${name} first arg must be str or a tuple of str, not ${typeOf(value).title}`);
  return value.items.map((item) => {
    const part = textOf(item);
    if (part === null) throw raised('TypeError', `tuple for ${name} must only contain str, not ${typeOf(item).title}`);
    return part;
  });
}

for (const [name, test] of Object.entries({ startswith: textStartsWith, endswith: textEndsWith })) {
  method(strType, name, between(1, 3), (_thread, args) =>
    test(textOf(args[0] as Value) as string, partsOf(name, args[1] as Value), rangeOf(args)),
  );
}
