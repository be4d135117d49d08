/**
 * Binary operators on constants; undefined where Python would raise, or where the value would be too big to keep.
 * Models: CPython 3.13, Python/ast_opt.c (`fold_binop`, `safe_multiply`, `safe_power`, `safe_lshift`, `safe_mod`).
 */
import type { BinaryOperator } from '../../syntax/ast.ts';
import type { ComplexConstant, Constant } from '../code-object.ts';
import { complexOperation, complexOf } from './complex-operation.ts';
import { floatOf, floatOperation } from './float-operation.ts';
import { bitLength, floorDivide, floorModulo, integerOf, normalInteger } from './integer.ts';
import { repeated, joined } from './sequence-operation.ts';

const mostBits = 128;

export function binaryOperation(operator: BinaryOperator, left: Constant, right: Constant): Constant | undefined {
  const [one, two] = [integerOf(left), integerOf(right)];
  if (one !== null && two !== null) {
    const isLogic = typeof left === 'boolean' && typeof right === 'boolean' && '&|^'.includes(operator);
    const value = integerOperations[operator](one, two);
    return isLogic ? value === 1 : value;
  }
  if (isComplex(left) || isComplex(right)) {
    const [first, second] = [complexOf(left), complexOf(right)];
    return first === null || second === null ? undefined : complexOperation(operator, first, second);
  }
  const [first, second] = [floatOf(left), floatOf(right)];
  if (first !== null && second !== null) {
    // A root of a negative number is complex.
    const isRoot = operator === '**' && first < 0 && !Number.isInteger(second);
    if (isRoot) return complexOperation(operator, complex(first), complex(second));
    return floatOperation(operator, first, second);
  }
  return sequenceOperation(operator, left, right);
}

function sequenceOperation(operator: BinaryOperator, left: Constant, right: Constant): Constant | undefined {
  if (operator === '+') return joined(left, right);
  if (operator !== '*') return undefined;
  const [one, two] = [integerOf(left), integerOf(right)];
  if (one !== null) return repeated(right, one);
  return two === null ? undefined : repeated(left, two);
}

function complex(real: number): ComplexConstant {
  return { kind: 'complex', real, imag: 0 };
}

function isComplex(value: Constant): boolean {
  return typeof value === 'object' && value?.kind === 'complex';
}

const integerOperations: Readonly<Record<BinaryOperator, (left: bigint, right: bigint) => Constant | undefined>> = {
  '+': (left, right) => normalInteger(left + right),
  '-': (left, right) => normalInteger(left - right),
  '*': product,
  '&': (left, right) => normalInteger(left & right),
  '|': (left, right) => normalInteger(left | right),
  '^': (left, right) => normalInteger(left ^ right),
  '<<': (left, right) => shift('<<', left, right),
  '>>': (left, right) => shift('>>', left, right),
  '**': power,
  '/': (left, right) => division('/', left, right),
  '//': (left, right) => division('//', left, right),
  '%': (left, right) => division('%', left, right),
  '@': () => undefined,
};

function product(left: bigint, right: bigint): Constant | undefined {
  if (left !== 0n && right !== 0n && bitLength(left) + bitLength(right) > mostBits) return undefined;
  return normalInteger(left * right);
}

function shift(operator: '<<' | '>>', left: bigint, right: bigint): Constant | undefined {
  if (right < 0n) return undefined;
  if (operator === '>>') return normalInteger(left >> right);
  if (left === 0n || right === 0n) return normalInteger(left);
  const isBig = right > BigInt(mostBits) || bitLength(left) > mostBits - Number(right);
  return isBig ? undefined : normalInteger(left << right);
}

function power(left: bigint, right: bigint): Constant | undefined {
  if (right < 0n) return floatOperation('**', Number(left), Number(right));
  if (right > 0n && (right > BigInt(mostBits) || bitLength(left) > mostBits / Number(right))) return undefined;
  return normalInteger(left ** right);
}

function division(operator: '/' | '//' | '%', left: bigint, right: bigint): Constant | undefined {
  if (right === 0n) return undefined;
  if (operator === '//') return normalInteger(floorDivide(left, right));
  if (operator === '%') return normalInteger(floorModulo(left, right));
  const isExact = Number.isSafeInteger(Number(left)) && Number.isSafeInteger(Number(right));
  return isExact ? { kind: 'float', value: Number(left) / Number(right) } : undefined;
}
