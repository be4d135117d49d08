/** Strings in JSON (CPython: scanstring_unicode and the encoders in Modules/_json.c). */
import { jsonFault } from './json-fault.ts';

/** A string that was read and the offset behind its closing quote. */
export interface ScannedString {
  readonly text: string;
  readonly end: number;
}

const controls = '\\u0000-\\u001f';
const plainRun = new RegExp(`[^"\\\\${controls}]*`, 'y');
const plainOrControlRun = /[^"\\]*/y;

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['\\', '\\'],
  ['/', '/'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
]);

/** Reads from behind the opening quote; `isStrict` refuses control characters. */
export function scanJsonString(document: string, start: number, isStrict = true): ScannedString {
  const run = isStrict ? plainRun : plainOrControlRun;
  let text = '';
  let offset = start;
  for (;;) {
    run.lastIndex = offset;
    run.test(document);
    text += document.slice(offset, run.lastIndex);
    offset = run.lastIndex;
    const character = document.charAt(offset);
    if (character === '"') return { text, end: offset + 1 };
    if (character === '') throw jsonFault('Unterminated string starting at', document, start - 1);
    if (character !== '\\') throw jsonFault('Invalid control character at', document, offset);
    const letter = document.charAt(offset + 1);
    if (letter === '') throw jsonFault('Unterminated string starting at', document, start - 1);
    if (letter === 'u') {
      text += String.fromCharCode(hexUnit(document, offset + 2));
      offset += 6;
    } else {
      const escaped = escapes.get(letter);
      if (escaped === undefined) throw jsonFault('Invalid \\escape', document, offset);
      text += escaped;
      offset += 2;
    }
  }
}

function hexUnit(document: string, start: number): number {
  const digits = document.slice(start, start + 4);
  if (!/^[\da-fA-F]{4}$/.test(digits)) throw jsonFault('Invalid \\uXXXX escape', document, start - 1);
  return Number.parseInt(digits, 16);
}

const shortNames: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A text as a JSON string with its quotes. */
export function encodeJsonString(text: string, ensuresAscii = true): string {
  const escaped = text.replace(ensuresAscii ? /[^ !#-[\]-~]/g : escapedAlways, escapeUnit);
  return `"${escaped}"`;
}

const escapedAlways = new RegExp(`["\\\\${controls}]`, 'g');

function escapeUnit(unit: string): string {
  return shortNames[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
