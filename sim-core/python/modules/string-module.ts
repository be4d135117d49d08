/** `_string`: the parser of str.format, for string.Formatter. Models: Objects/stringlib/unicode_format.h; it reads the whole format before the first piece is given. */
import { PyList } from '../objects/py-list.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { typeOf } from '../objects/builtin-types.ts';
import type { Value } from '../objects/value.ts';
import { exactly, native } from '../builtins/define.ts';
import { parseFormatString, parsePath } from '../values/format/replacement-fields.ts';
import { textOf } from '../vm/compare.ts';
import { raised } from '../vm/raise.ts';
import { fillModule } from './native-class.ts';

function textArgument(value: Value | undefined): string {
  const text = textOf(value as Value);
  if (text === null) throw raised('TypeError', `expected str, got ${typeOf(value as Value).title}`);
  return text;
}

const functions = [
  /** (format) → [(literal text, field name or None, spec or None, conversion or None)] */
  native('formatter_parser', exactly(1), (_thread, args) => {
    const rows: PyTuple[] = [];
    let literal = '';
    for (const piece of parseFormatString(textArgument(args[0]))) {
      if (piece.kind === 'fault') throw piece.fault;
      if (piece.kind === 'literal') {
        if (literal !== '') rows.push(new PyTuple([literal, null, null, null]));
        literal = piece.text;
        continue;
      }
      rows.push(new PyTuple([literal, piece.fieldName, piece.specText, piece.conversion]));
      literal = '';
    }
    if (literal !== '') rows.push(new PyTuple([literal, null, null, null]));
    return new PyList(rows);
  }),
  /** (field name) → (first, [(is an attribute, name or key)]) */
  native('formatter_field_name_split', exactly(1), (_thread, args) => {
    const name = textArgument(args[0]);
    const first = (/^[^.[]*/.exec(name) as RegExpExecArray)[0];
    const rest = parsePath(name.slice(first.length)).map((step) => {
      if (step.kind === 'fault') throw step.fault;
      return new PyTuple(step.kind === 'attribute' ? [true, step.name] : [false, step.key]);
    });
    return new PyTuple([/^\d+$/.test(first) ? Number(first) : first, new PyList(rest)]);
  }),
];

export function makeStringModule(): PyModule {
  return fillModule(new PyModule('_string'), functions);
}
