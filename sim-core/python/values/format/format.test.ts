import { expect, test } from 'vitest';
import type { Int } from '../int/int.ts';
import { differences } from '../recorded-cases.ts';
import recorded from './format.recorded.jsonl?raw';
import { formatComplex, formatFloat, formatInt, formatText } from './format-value.ts';
import { parsePercentFormat, unsupportedConversion, type PercentConversion } from './percent-format.ts';
import { renderPercentCharacter, renderPercentFloat, renderPercentInt, renderPercentText } from './percent-render.ts';
import { parseFormatString, unknownConversion, type FormatPiece, type PathStep } from './replacement-fields.ts';

function percent<T>(render: (conversion: PercentConversion, value: T) => string) {
  return (format: string, value: T): string =>
    parsePercentFormat(format)
      .map((piece) => {
        if (piece.kind === 'literal') return piece.text;
        if (piece.kind === 'fault') throw piece.fault;
        return render(piece, value);
      })
      .join('');
}

/** Renders fields as the recorder's test objects do: `<path:spec>`. */
function renderFields(pieces: readonly FormatPiece[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'literal') return piece.text;
      if (piece.kind === 'fault') throw piece.fault;
      const name = `${piece.argument}${piece.path.map(renderStep).join('')}`;
      if (piece.conversion === null) return `<${name}:${renderFields(piece.spec)}>`;
      if (!'rsa'.includes(piece.conversion)) throw unknownConversion(piece.conversion);
      const text = `${piece.conversion === 's' ? 's' : 'r'}<${name}>`;
      const spec = renderFields(piece.spec);
      return spec === '' ? text : formatText(text, spec);
    })
    .join('');
}

function renderStep(step: PathStep): string {
  if (step.kind === 'fault') throw step.fault;
  if (step.kind === 'attribute') return `.${step.name}`;
  return typeof step.key === 'number' ? `[${step.key}]` : `['${step.key}']`;
}

test('formats as CPython 3.13 does', () => {
  const operations = {
    int: (value: Int, spec: string) => formatInt(value, spec),
    bool: (value: boolean, spec: string) => formatInt(Number(value), spec, 'bool'),
    float: (value: number, spec: string) => formatFloat(value, spec),
    text: (value: string, spec: string) => formatText(value, spec),
    complex: formatComplex,
    percentFloat: percent(renderPercentFloat),
    percentInt: percent(renderPercentInt),
    percentText: percent(renderPercentText),
    percentCharacter: percent(renderPercentCharacter),
    fields: (format: string) => renderFields(parseFormatString(format)),
  };
  expect(differences(recorded, operations)).toEqual([]);
});

test.each([
  ['%(a', 'incomplete format key'],
  ['%', 'incomplete format'],
  ['%5', 'incomplete format'],
  ['%z', "unsupported format character 'z' (0x7a) at index 1"],
  ['abc%é', "unsupported format character '?' (0xe9) at index 4"],
  ['%(a)(b)s', "unsupported format character '(' (0x28) at index 4"],
  ['%99999999999999999999d', 'width too big'],
  ['%.99999999999999999999d', 'precision too big'],
])('%j is no format: %s', (format, message) => {
  const piece = parsePercentFormat(format).find(({ kind }) => kind !== 'literal');
  const fault = piece?.kind === 'fault' ? piece.fault : unsupportedConversion(piece as PercentConversion);
  expect(fault.message).toBe(message);
});
