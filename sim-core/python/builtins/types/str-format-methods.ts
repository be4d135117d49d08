/** str.format and str.format_map. Models: Objects/stringlib/unicode_format.h. */
import { strType } from '../../objects/builtin-types.ts';
import { PyDict } from '../../objects/py-dict.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { parseFormatString, unknownConversion } from '../../values/format/replacement-fields.ts';
import type { FormatPiece, ReplacementField } from '../../values/format/replacement-fields.ts';
import { asciiOfRepr } from '../../values/text/repr.ts';
import { loadAttribute } from '../../vm/attributes.ts';
import { textOf } from '../../vm/compare.ts';
import { getItemSteps } from '../../vm/dict-access.ts';
import { formatSteps } from '../../vm/format-value.ts';
import { loadItemSteps } from '../../vm/items.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { reprSteps, strSteps } from '../../vm/repr.ts';
import { anyNumber, exactly, methodSteps } from '../define.ts';

interface FormatArguments {
  /** Null for format_map, which has none. */
  readonly positional: PyTuple | null;
  readonly named: Value;
}

methodSteps(strType, 'format', anyNumber(true), function* format(thread, args, keywords) {
  const named = new PyDict();
  for (const [name, value] of keywords ?? []) named.set(name, value);
  return yield* render(thread, parseFormatString(textOf(args[0] as Value) as string), {
    positional: new PyTuple(args.slice(1) as Value[]),
    named,
  });
});
methodSteps(strType, 'format_map', exactly(1), function* formatMap(thread, args) {
  return yield* render(thread, parseFormatString(textOf(args[0] as Value) as string), {
    positional: null,
    named: args[1] as Value,
  });
});

function* render(
  thread: PyThread,
  pieces: readonly FormatPiece[],
  args: FormatArguments,
): Generator<undefined, string, Value> {
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'literal') text += piece.text;
    else if (piece.kind === 'fault') throw piece.fault;
    else text += yield* renderField(thread, piece, args);
  }
  return text;
}

function* renderField(
  thread: PyThread,
  field: ReplacementField,
  args: FormatArguments,
): Generator<undefined, string, Value> {
  let value = yield* argumentOf(thread, field.argument, args);
  for (const step of field.path) {
    if (step.kind === 'fault') throw step.fault;
    if (step.kind === 'attribute') {
      const found = loadAttribute(thread, value, step.name);
      value = found === undefined ? yield : found;
    } else value = yield* loadItemSteps(thread, value, step.key);
  }
  value = yield* converted(thread, value, field.conversion);
  return yield* formatSteps(thread, value, yield* render(thread, field.spec, args));
}

function* argumentOf(
  thread: PyThread,
  argument: number | string,
  args: FormatArguments,
): Generator<undefined, Value, Value> {
  if (typeof argument === 'number') {
    if (args.positional === null) throw raised('ValueError', 'Format string contains positional fields');
    const value = args.positional.items[argument];
    if (value === undefined)
      throw raised('IndexError', `Replacement index ${argument} out of range for positional args tuple`);
    return value;
  }
  return args.named instanceof PyDict && !args.named.type.isHeap
    ? yield* getItemSteps(thread, args.named, argument)
    : yield* loadItemSteps(thread, args.named, argument);
}

function* converted(thread: PyThread, value: Value, conversion: string | null): Generator<undefined, Value, Value> {
  switch (conversion) {
    case null:
      return value;
    case 's':
      return yield* strSteps(thread, value);
    case 'r':
      return yield* reprSteps(thread, value);
    case 'a':
      return asciiOfRepr(yield* reprSteps(thread, value));
    default:
      throw unknownConversion(conversion);
  }
}
