/** Reads a pattern or a template character by character (CPython: Tokenizer in Lib/re/_parser.py). */
import { isAscii, isIdentifier } from '../text/character-classes.ts';
import { asciiOfRepr, reprText } from '../text/repr.ts';
import { ValueFault } from '../value-fault.ts';

/** The fault `re.error`, with the position where the pattern is wrong, or null if that is not known. */
export function patternFault(message: string, pattern: string, position: number | null): ValueFault {
  const details = { msg: message, pattern, pos: position, lineno: null, colno: null };
  if (position === null) return new ValueFault('PatternError', message, details);
  const before = Array.from(pattern).slice(0, position);
  const lineNumber = before.filter((character) => character === '\n').length + 1;
  const column = position - before.lastIndexOf('\n');
  const place = pattern.includes('\n') ? ` (line ${lineNumber}, column ${column})` : '';
  return new ValueFault('PatternError', `${message} at position ${position}${place}`, {
    ...details,
    lineno: lineNumber,
    colno: column,
  });
}

/** A token is one character, or a backslash with the one behind it. */
export class PatternSource {
  readonly pattern: string;
  readonly isBytes: boolean;
  /** The token to be read next; null at the end. */
  next: string | null = null;
  readonly #characters: readonly string[];
  #index = 0;

  constructor(pattern: string, isBytes: boolean) {
    this.pattern = pattern;
    this.isBytes = isBytes;
    this.#characters = Array.from(pattern);
    this.#advance();
  }

  /** Where the next token begins, in code points. */
  get position(): number {
    return this.#index - (this.next === null ? 0 : Array.from(this.next).length);
  }

  #advance(): void {
    const character = this.#characters[this.#index];
    if (character === undefined) {
      this.next = null;
      return;
    }
    this.#index++;
    this.next = character;
    if (character !== '\\') return;
    const escaped = this.#characters[this.#index++];
    if (escaped === undefined) {
      throw patternFault('bad escape (end of pattern)', this.pattern, this.#characters.length - 1);
    }
    this.next += escaped;
  }

  /** Reads the token if it is the next one. */
  skip(token: string): boolean {
    if (this.next !== token) return false;
    this.#advance();
    return true;
  }

  take(): string | null {
    const token = this.next;
    this.#advance();
    return token;
  }

  /** Reads up to so many characters of a set. */
  takeWhile(count: number, set: RegExp): string {
    let taken = '';
    while (taken.length < count && this.next !== null && set.test(this.next)) taken += this.take() ?? '';
    return taken;
  }

  /** Reads a name up to its terminator and the terminator. */
  takeUntil(terminator: string, what: string): string {
    let taken = '';
    for (;;) {
      const token = this.take();
      if (token === null) {
        if (taken === '') throw this.fault(`missing ${what}`);
        throw this.fault(`missing ${terminator}, unterminated name`, Array.from(taken).length);
      }
      if (token === terminator) {
        if (taken === '') throw this.fault(`missing ${what}`, 1);
        return taken;
      }
      taken += token;
    }
  }

  seek(position: number): void {
    this.#index = position;
    this.#advance();
  }

  /** The fault of what stands `offset` characters before the next token. */
  fault(message: string, offset: number = 0): ValueFault {
    return patternFault(this.isBytes ? asciiOfRepr(message) : message, this.pattern, this.position - offset);
  }

  checkGroupName(name: string): void {
    const isWrong = !isIdentifier(name) || (this.isBytes && !isAscii(name));
    if (isWrong) throw this.fault(`bad character in group name ${reprText(name)}`, Array.from(name).length + 1);
  }
}
