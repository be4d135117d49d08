/** The signals as exceptions, and in the order in which they are asked for. Models: signal_map and cond_map in Modules/_decimal/_decimal.c. */
import { exceptionNamed } from '../../objects/exception-types.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyType } from '../../objects/py-type.ts';
import { typeType } from '../../objects/builtin-types.ts';
import { signalBits } from '../../values/decimal/decimal-context.ts';
import type { PyRaise } from '../../vm/raise.ts';
import { raised } from '../../vm/raise.ts';
import { resolutionOrder } from '../../vm/method-resolution.ts';

function errorType(name: string, ...bases: PyType[]): PyType {
  const type = new PyType({
    name,
    bases,
    layout: 'exception',
    metatype: typeType,
    hasInstanceDict: true,
    moduleName: 'decimal',
  });
  type.mro = resolutionOrder(type, bases);
  return type;
}

const decimalException = errorType('DecimalException', exceptionNamed('ArithmeticError'));
const clamped = errorType('Clamped', decimalException);
const invalidOperation = errorType('InvalidOperation', decimalException);
const zeroDivision = exceptionNamed('ZeroDivisionError');
const divisionByZero = errorType('DivisionByZero', decimalException, zeroDivision);
const inexact = errorType('Inexact', decimalException);
const rounded = errorType('Rounded', decimalException);
const subnormal = errorType('Subnormal', decimalException);
const overflow = errorType('Overflow', inexact, rounded);
const underflow = errorType('Underflow', inexact, rounded, subnormal);
const floatOperation = errorType('FloatOperation', decimalException, exceptionNamed('TypeError'));
const conversionSyntax = errorType('ConversionSyntax', invalidOperation);
const divisionImpossible = errorType('DivisionImpossible', invalidOperation);
const divisionUndefined = errorType('DivisionUndefined', invalidOperation, zeroDivision);
const invalidContext = errorType('InvalidContext', invalidOperation);

export interface Signal {
  readonly type: PyType;
  readonly bits: number;
}

const invalidBits =
  signalBits.invalidOperation |
  signalBits.conversionSyntax |
  signalBits.divisionImpossible |
  signalBits.divisionUndefined |
  signalBits.invalidContext;

/** What flags and traps know. */
export const signals: readonly Signal[] = [
  { type: invalidOperation, bits: invalidBits },
  { type: floatOperation, bits: signalBits.floatOperation },
  { type: divisionByZero, bits: signalBits.divisionByZero },
  { type: overflow, bits: signalBits.overflow },
  { type: underflow, bits: signalBits.underflow },
  { type: subnormal, bits: signalBits.subnormal },
  { type: inexact, bits: signalBits.inexact },
  { type: rounded, bits: signalBits.rounded },
  { type: clamped, bits: signalBits.clamped },
];

const conditions: readonly Signal[] = [
  { type: invalidOperation, bits: signalBits.invalidOperation },
  { type: conversionSyntax, bits: signalBits.conversionSyntax },
  { type: divisionImpossible, bits: signalBits.divisionImpossible },
  { type: divisionUndefined, bits: signalBits.divisionUndefined },
  { type: invalidContext, bits: signalBits.invalidContext },
];

export const publicErrorTypes: readonly PyType[] = [
  decimalException,
  ...signals.map((signal) => signal.type),
  ...conditions.slice(1).map((condition) => condition.type),
];

/** The exception for trapped signals: the first of them, with a list of all. */
export function trapped(bits: number): PyRaise {
  const first = signals.find((signal) => (signal.bits & bits) !== 0) as Signal;
  const all = [...conditions, ...signals.slice(1)].filter((signal) => (signal.bits & bits) !== 0);
  return raised(first.type, new PyList(all.map((signal) => signal.type)));
}

/** In the order of their bits, as a context shows itself. */
const shownSignals = [clamped, invalidOperation, divisionByZero, floatOperation, inexact, overflow, rounded, subnormal]
  .concat(underflow)
  .map((type) => signals.find((signal) => signal.type === type) as Signal);

/** The classes of the signals that are on. */
export function signalNames(bits: number): string {
  return shownSignals
    .filter((signal) => (signal.bits & bits) !== 0)
    .map((signal) => signal.type.name)
    .join(', ');
}

export function unknownSignal(): PyRaise {
  return raised(
    'KeyError',
    'valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]',
  );
}
