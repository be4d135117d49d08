/** Unary operators on constants; undefined where Python would raise. */
import type { UnaryOperator } from '../../syntax/ast.ts';
import type { Constant } from '../code-object.ts';
import { integerOf, normalInteger } from './integer.ts';
import { isTrue } from './truth.ts';

export function unaryOperation(operator: UnaryOperator, value: Constant): Constant | undefined {
  if (operator === 'not') return !isTrue(value);
  const integer = integerOf(value);
  if (integer !== null) {
    if (operator === '-') return normalInteger(-integer);
    return operator === '+' ? normalInteger(integer) : normalInteger(~integer);
  }
  if (operator === '~' || value === null || typeof value !== 'object') return undefined;
  if (value.kind === 'float') return { kind: 'float', value: operator === '-' ? -value.value : value.value };
  if (value.kind !== 'complex') return undefined;
  return operator === '-' ? { kind: 'complex', real: -value.real, imag: -value.imag } : value;
}
