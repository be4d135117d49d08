import { expect, test } from 'vitest';
import { reprFloat } from '../float/float-text.ts';
import { differences } from '../recorded-cases.ts';
import { parseJson, type JsonNode } from './json-parser.ts';
import { encodeJsonString, scanJsonString } from './json-string.ts';
import recorded from './json.recorded.jsonl?raw';

const floats = { NaN: 'nan', Infinity: 'inf', '-Infinity': '-inf' } as const;

function shown(node: JsonNode): unknown {
  switch (node.kind) {
    case 'string':
      return node.text;
    case 'number':
      return node.isFloat ? ['float', reprFloat(Number(node.text))] : ['int', String(BigInt(node.text))];
    case 'array':
      return ['array', node.items.map(shown)];
    case 'object':
      return ['object', node.members.map(({ key, value }) => [key, shown(value)])];
    case 'constant':
      if (node.name === 'null') return null;
      if (node.name === 'true' || node.name === 'false') return node.name === 'true';
      return ['float', floats[node.name]];
  }
}

test('json reads and writes as CPython 3.13 does', () => {
  const operations = {
    parse: (document: string) => shown(parseJson(document)),
    encode: encodeJsonString,
    lenient: (document: string) => scanJsonString(document, 1, false).text,
  };
  expect(differences(recorded, operations)).toEqual([]);
});
