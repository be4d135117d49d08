/**
 * Reads a JSON document into a tree; the machine makes Python's values of it, and calls hooks from the leaves up.
 * Models: CPython 3.13, Modules/_json.c and Lib/json/decoder.py, with their messages and positions.
 */
import { ValueFault } from '../value-fault.ts';
import { jsonFault } from './json-fault.ts';
import { scanJsonString } from './json-string.ts';

export type JsonNode =
  | { readonly kind: 'string'; readonly text: string }
  /** A number as written; one with a fraction or exponent is a float. */
  | { readonly kind: 'number'; readonly text: string; readonly isFloat: boolean }
  | { readonly kind: 'constant'; readonly name: JsonConstant }
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  /** Keys may come more than once: the last one counts, unless a hook sees the pairs. */
  | { readonly kind: 'object'; readonly members: readonly JsonMember[] };

interface JsonMember {
  readonly key: string;
  readonly value: JsonNode;
}

type JsonConstant = 'null' | 'true' | 'false' | 'NaN' | 'Infinity' | '-Infinity';

const constants: readonly JsonConstant[] = ['null', 'true', 'false', 'NaN', 'Infinity', '-Infinity'];

/** Nested deeper than this is a RecursionError. */
const maximumDepth = 1000;

/** `json.loads(document)`, all but the making of values. */
export function parseJson(document: string, isStrict = true): JsonNode {
  if (document.startsWith('\ufeff')) {
    throw jsonFault('Unexpected UTF-8 BOM (decode using utf-8-sig)', document, 0);
  }
  const reader = new JsonReader(document, isStrict);
  reader.skipSpace();
  const node = reader.value(0);
  reader.skipSpace();
  if (reader.offset < document.length) throw jsonFault('Extra data', document, reader.offset);
  return node;
}

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;

class JsonReader {
  offset = 0;
  readonly #document: string;
  readonly #isStrict: boolean;

  constructor(document: string, isStrict: boolean) {
    this.#document = document;
    this.#isStrict = isStrict;
  }

  skipSpace(): void {
    space.lastIndex = this.offset;
    space.test(this.#document);
    this.offset = space.lastIndex;
  }

  value(depth: number): JsonNode {
    const character = this.#document.charAt(this.offset);
    if (character === '"') return { kind: 'string', text: this.#string() };
    if (character === '[') return this.#array(depth);
    if (character === '{') return this.#object(depth);
    return this.#numberOrConstant();
  }

  #string(): string {
    const { text, end } = scanJsonString(this.#document, this.offset + 1, this.#isStrict);
    this.offset = end;
    return text;
  }

  #numberOrConstant(): JsonNode {
    number.lastIndex = this.offset;
    const match = number.exec(this.#document);
    if (match !== null) {
      this.offset = number.lastIndex;
      return { kind: 'number', text: match[0], isFloat: match[1] !== undefined || match[2] !== undefined };
    }
    const name = constants.find((constant) => this.#document.startsWith(constant, this.offset));
    if (name === undefined) throw this.#fault('Expecting value', this.offset);
    this.offset += name.length;
    return { kind: 'constant', name };
  }

  #array(depth: number): JsonNode {
    this.#checkDepth(depth, 'array');
    const items: JsonNode[] = [];
    this.offset++;
    this.skipSpace();
    if (this.#take(']')) return { kind: 'array', items };
    for (;;) {
      items.push(this.value(depth + 1));
      this.skipSpace();
      if (this.#take(']')) return { kind: 'array', items };
      this.#comma(']', 'array');
    }
  }

  #object(depth: number): JsonNode {
    this.#checkDepth(depth, 'object');
    const members: JsonMember[] = [];
    this.offset++;
    this.skipSpace();
    if (this.#take('}')) return { kind: 'object', members };
    for (;;) {
      if (this.#document.charAt(this.offset) !== '"') {
        throw this.#fault('Expecting property name enclosed in double quotes', this.offset);
      }
      const key = this.#string();
      this.skipSpace();
      if (!this.#take(':')) throw this.#fault("Expecting ':' delimiter", this.offset);
      this.skipSpace();
      members.push({ key, value: this.value(depth + 1) });
      this.skipSpace();
      if (this.#take('}')) return { kind: 'object', members };
      this.#comma('}', 'object');
    }
  }

  #comma(end: string, what: string): void {
    const comma = this.offset;
    if (!this.#take(',')) throw this.#fault("Expecting ',' delimiter", comma);
    this.skipSpace();
    if (this.#document.charAt(this.offset) === end) {
      throw this.#fault(`Illegal trailing comma before end of ${what}`, comma);
    }
  }

  #take(character: string): boolean {
    if (this.#document.charAt(this.offset) !== character) return false;
    this.offset++;
    return true;
  }

  #checkDepth(depth: number, what: string): void {
    if (depth < maximumDepth) return;
    throw new ValueFault(
      'RecursionError',
      `maximum recursion depth exceeded while decoding a JSON ${what} from a unicode string`,
    );
  }

  #fault(message: string, offset: number): ValueFault {
    return jsonFault(message, this.#document, offset);
  }
}
