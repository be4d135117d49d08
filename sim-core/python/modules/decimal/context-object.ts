/** `decimal.Context` and `decimal.Decimal` as objects; the context in force is a context variable's value. */
import { PyInstance } from '../../objects/py-instance.ts';
import type { PyModule } from '../../objects/py-module.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import type { Decimal } from '../../values/decimal/decimal.ts';
import { DecimalWork } from '../../values/decimal/decimal-context.ts';
import type { DecimalSettings } from '../../values/decimal/decimal-context.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { spendWork } from '../../vm/work-costs.ts';
import { currentContext } from '../contextvars/context.ts';
import { nativeClass } from '../native-class.ts';
import { trapped } from './decimal-errors.ts';

export const decimalType = nativeClass('decimal', 'Decimal');
export const contextType = nativeClass('decimal', 'Context');
contextType.hasInstanceDict = false;

export class DecimalObject extends PyInstance {
  readonly value: Decimal;

  constructor(value: Decimal, type: PyType = decimalType) {
    super(type);
    this.value = value;
  }
}

export const initialSettings: DecimalSettings = {
  precision: 28,
  rounding: 'ROUND_HALF_EVEN',
  eMin: -999999,
  eMax: 999999,
  capitals: 1,
  clamp: 0,
};

export class ContextObject extends PyInstance {
  settings: DecimalSettings = { ...initialSettings };
  /** Bits of the signals that were raised, and of those that are exceptions. */
  status = 0;
  traps = 0;

  constructor(type: PyType = contextType) {
    super(type);
  }

  copied(): ContextObject {
    const twin = new ContextObject();
    twin.settings = { ...this.settings };
    twin.status = this.status;
    twin.traps = this.traps;
    return twin;
  }

  /** Takes the signals of an operation; raises if one of them is trapped. */
  accept(status: number): void {
    this.status |= status;
    if ((status & this.traps) !== 0) throw trapped(status & this.traps);
  }
}

/** getcontext() */
export function decimalContext(thread: PyThread): ContextObject {
  const found = currentContext(thread).values.get(decimalType);
  if (found instanceof ContextObject) return found;
  const module = thread.interpreter.modules.getText('_decimal') as PyModule;
  const made = (module.dict.getText('DefaultContext') as ContextObject).copied();
  made.status = 0;
  setDecimalContext(thread, made);
  return made;
}

/** setcontext(): the three contexts of the module are copied. */
export function setDecimalContext(thread: PyThread, context: ContextObject): void {
  currentContext(thread).assign(decimalType, context);
}

/** The `context` argument of a method. */
export function contextArgument(thread: PyThread, given: Value | undefined): ContextObject {
  if (given === undefined || given === null) return decimalContext(thread);
  if (given instanceof ContextObject) return given;
  throw raised('TypeError', 'optional argument must be a context');
}

const operationNs = 35;

/** Does an operation by a context. */
export function worked<T>(thread: PyThread, context: ContextObject, operation: (work: DecimalWork) => T): T {
  const work = new DecimalWork(context.settings);
  const result = operation(work);
  spendWork(thread, operationNs + (context.settings.precision >> 2));
  context.accept(work.status);
  return result;
}
