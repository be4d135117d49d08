/** Constant expressions of the assembler: numbers, symbols, `.`, C's operators, and the relocation functions %hi, %lo, %pcrel_hi, %pcrel_lo. */
import { errorAt, nearestWord, placeOf } from './assembly-diagnostic.ts';
import type { AssemblyDiagnostic, Place } from './assembly-diagnostic.ts';
import type { Token } from './scan.ts';

/** What names mean at the place of the expression. */
export interface Scope {
  /** The address of the statement. */
  readonly here: number;
  symbol(name: string): number | undefined;
  /** A numeric label: the next one (1f) or the last one (1b). */
  local(label: number, direction: 'f' | 'b'): number | undefined;
  /** What the auipc at an address was made for, for %pcrel_lo. */
  pcRelativeTarget(address: number): number | undefined;
  names(): Iterable<string>;
}

type Evaluated = number | AssemblyDiagnostic;

const binaryOperators: Readonly<Record<string, { level: number; apply: (a: number, b: number) => number }>> = {
  '|': { level: 1, apply: (a, b) => a | b },
  '^': { level: 2, apply: (a, b) => a ^ b },
  '&': { level: 3, apply: (a, b) => a & b },
  '<<': { level: 4, apply: (a, b) => a << b },
  '>>': { level: 4, apply: (a, b) => a >>> b },
  '+': { level: 5, apply: (a, b) => a + b },
  '-': { level: 5, apply: (a, b) => a - b },
  '*': { level: 6, apply: (a, b) => a * b },
  '/': { level: 6, apply: (a, b) => Math.trunc(a / b) },
  '%': { level: 6, apply: (a, b) => a % b },
};

/** The value of a list of tokens, or what is wrong with it. */
export function evaluate(tokens: readonly Token[], scope: Scope, place: Place): Evaluated {
  const reader = new ExpressionReader(tokens, scope, placeOf(tokens, place));
  const value = reader.expression(0);
  if (typeof value !== 'number') return value;
  return reader.leftOver() ?? value;
}

/** %hi: the upper 20 bits, rounded so that the sign-extended %lo can be added. */
export function upperPart(value: number): number {
  return ((value + 0x800) >>> 12) & 0xfffff;
}

export function lowerPart(value: number): number {
  return (value << 20) >> 20;
}

class ExpressionReader {
  readonly #tokens: readonly Token[];
  readonly #scope: Scope;
  readonly #place: Place;
  #next = 0;

  constructor(tokens: readonly Token[], scope: Scope, place: Place) {
    this.#tokens = tokens;
    this.#scope = scope;
    this.#place = place;
  }

  expression(level: number): Evaluated {
    let left = this.#operand();
    for (;;) {
      const token = this.#tokens[this.#next];
      const operator = token?.kind === 'mark' ? binaryOperators[token.text] : undefined;
      if (typeof left !== 'number' || operator === undefined || operator.level <= level) return left;
      this.#next += 1;
      const right = this.expression(operator.level);
      if (typeof right !== 'number') return right;
      left = operator.apply(left, right);
    }
  }

  leftOver(): AssemblyDiagnostic | null {
    const token = this.#tokens[this.#next];
    return token ? errorAt(token, `unexpected '${token.text}'`, 'is a comma missing?') : null;
  }

  #operand(): Evaluated {
    const token = this.#tokens[this.#next];
    if (token === undefined) return errorAt(this.#place, 'a value is missing here');
    this.#next += 1;
    switch (token.kind) {
      case 'number':
        return token.value;
      case 'local':
        return this.#local(token);
      case 'name':
        return this.#symbol(token);
      case 'function':
        return this.#relocation(token);
      case 'mark':
        return this.#unaryOrGroup(token);
      case 'string':
        return errorAt(token, 'a number is expected here, not a string');
    }
  }

  #unaryOrGroup(token: Token): Evaluated {
    if (token.text === '(') {
      const value = this.expression(0);
      const close = this.#tokens[this.#next];
      if (close?.text !== ')') return errorAt(close ?? token, "')' is missing");
      this.#next += 1;
      return value;
    }
    const value = ['-', '+', '~', '!'].includes(token.text) ? this.expression(7) : null;
    if (typeof value !== 'number') return value ?? errorAt(token, `unexpected '${token.text}'`);
    if (token.text === '-') return -value;
    if (token.text === '~') return ~value;
    return token.text === '!' ? Number(value === 0) : value;
  }

  #symbol(token: Token): Evaluated {
    if (token.text === '.') return this.#scope.here;
    const value = this.#scope.symbol(token.text);
    if (value !== undefined) return value;
    const nearest = nearestWord(token.text, this.#scope.names());
    return errorAt(token, `'${token.text}' is not defined`, nearest === null ? null : `did you mean '${nearest}'?`);
  }

  #local(token: Token): Evaluated {
    const direction = token.text.endsWith('f') ? 'f' : 'b';
    const value = this.#scope.local(token.value, direction);
    if (value !== undefined) return value;
    const where = direction === 'f' ? 'after' : 'before';
    return errorAt(token, `there is no label '${token.value}:' ${where} this line`);
  }

  #relocation(token: Token): Evaluated {
    const value = this.#operand();
    if (typeof value !== 'number') return value;
    const { here } = this.#scope;
    switch (token.text) {
      case '%hi':
        return upperPart(value);
      case '%lo':
        return lowerPart(value);
      case '%pcrel_hi':
        return upperPart(value - here);
      case '%pcrel_lo': {
        const target = this.#scope.pcRelativeTarget(value);
        return target === undefined
          ? errorAt(token, '%pcrel_lo needs the label of an auipc with %pcrel_hi')
          : lowerPart(target - value);
      }
      case '%pcrel_lo_after_auipc':
        return lowerPart(value - (here - 4));
      default:
        return errorAt(token, `unknown function ${token.text}`, '%hi, %lo, %pcrel_hi and %pcrel_lo are known');
    }
  }
}
