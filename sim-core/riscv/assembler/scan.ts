/** From assembly text to tokens, line by line. Models: GNU as for RISC-V: `#`, `//` and block comments, `;` between statements. */
import { errorAt } from './assembly-diagnostic.ts';
import type { AssemblyDiagnostic } from './assembly-diagnostic.ts';

export interface Token {
  readonly kind: 'name' | 'number' | 'string' | 'local' | 'function' | 'mark';
  readonly text: string;
  /** The number's value; for a local label reference (1f, 2b) the label. */
  readonly value: number;
  readonly line: number;
  readonly column: number;
  readonly end: number;
}

const pattern =
  /(?<space>\s+)|(?<comment>#.*|\/\/.*)|(?<string>"(?:[^"\\]|\\.)*")|(?<char>'(?:[^'\\]|\\.)'?)|(?<local>\d+[fb](?![\w]))|(?<number>0[xX][0-9a-fA-F]+|0[bB][01]+|\d+)|(?<function>%[a-z_]+(?=\s*\())|(?<argument>\$\d)|(?<name>[A-Za-z_.$][\w.$]*)|(?<mark><<|>>|[-+*/%&|^~!(),:;=@])|(?<other>.)/gy;

const escapes: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, b: 8, f: 12, '0': 0 };

/** The tokens of each statement; a line may hold several. */
export function scan(source: string, diagnostics: AssemblyDiagnostic[]): Token[][] {
  const statements: Token[][] = [];
  const lines = blankOutComments(source).split(/\r?\n/);
  for (const [index, text] of lines.entries()) {
    let statement: Token[] = [];
    for (const token of scanLine(text, index + 1, diagnostics)) {
      if (token.text === ';' && token.kind === 'mark') {
        statements.push(statement);
        statement = [];
      } else {
        statement.push(token);
      }
    }
    statements.push(statement);
  }
  return statements.filter((statement) => statement.length > 0);
}

export function scanLine(text: string, line: number, diagnostics: AssemblyDiagnostic[]): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(pattern)) {
    const groups = match.groups ?? {};
    const column = match.index;
    const end = column + match[0].length;
    if (groups['space'] !== undefined || groups['comment'] !== undefined) continue;
    if (groups['other'] !== undefined) {
      const place = { line, column, end };
      diagnostics.push(errorAt(place, `unexpected character '${match[0]}'`, 'a comment begins with #'));
      continue;
    }
    tokens.push({ ...classify(match[0], groups), text: match[0], line, column, end });
  }
  return tokens;
}

/** The bytes of a string token, without its quotes. */
export function bytesOfString(text: string): number[] {
  const bytes: number[] = [];
  const inner = text.slice(1, -1);
  for (const match of inner.matchAll(/\\(x[0-9a-fA-F]+|[0-7]{1,3}|.)|([\s\S])/gu)) {
    const escape = match[1];
    if (escape === undefined) bytes.push(...utf8Of(match[2] ?? ''));
    else bytes.push(escapedByte(escape));
  }
  return bytes;
}

function escapedByte(escape: string): number {
  if (/^[0-7]{1,3}$/.test(escape)) return Number.parseInt(escape, 8) & 0xff;
  if (/^x[0-9a-fA-F]+$/.test(escape)) return Number.parseInt(escape.slice(1), 16) & 0xff;
  return escapes[escape] ?? escape.charCodeAt(0);
}

function utf8Of(character: string): number[] {
  const escaped = encodeURIComponent(character);
  if (!escaped.startsWith('%')) return [character.charCodeAt(0)];
  return escaped
    .slice(1)
    .split('%')
    .map((hex) => Number.parseInt(hex, 16));
}

function classify(text: string, groups: Record<string, string | undefined>): Pick<Token, 'kind' | 'value'> {
  if (groups['string'] !== undefined) return { kind: 'string', value: 0 };
  if (groups['char'] !== undefined) return { kind: 'number', value: characterValue(text) };
  if (groups['local'] !== undefined) return { kind: 'local', value: Number.parseInt(text, 10) };
  if (groups['number'] !== undefined) return { kind: 'number', value: numberValue(text) };
  if (groups['function'] !== undefined) return { kind: 'function', value: 0 };
  if (groups['name'] !== undefined || groups['argument'] !== undefined) return { kind: 'name', value: 0 };
  return { kind: 'mark', value: 0 };
}

function numberValue(text: string): number {
  return /^0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : Number(text);
}

function characterValue(text: string): number {
  const inner = text.endsWith("'") && text.length > 2 ? text.slice(1, -1) : text.slice(1);
  return inner.startsWith('\\') ? escapedByte(inner.slice(1)) : inner.charCodeAt(0);
}

/** Block comments become spaces, so that columns and lines stay. */
function blankOutComments(source: string): string {
  return source.replaceAll(/"(?:[^"\\\n]|\\.)*"|\/\*[\s\S]*?\*\//g, (text) =>
    text.startsWith('"') ? text : text.replaceAll(/[^\n]/g, ' '),
  );
}
