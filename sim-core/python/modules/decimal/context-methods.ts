/** `decimal.Context`: its settings as attributes, and every operation as a method. */
import { PyDict } from '../../objects/py-dict.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import { PyList } from '../../objects/py-list.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import type { DecimalSettings } from '../../values/decimal/decimal-context.ts';
import { largestExponent } from '../../values/decimal/decimal-context.ts';
import * as arithmetic from '../../values/decimal/decimal-arithmetic.ts';
import { power } from '../../values/decimal/decimal-logarithm.ts';
import { decimalText } from '../../values/decimal/decimal-text.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { finalized } from '../../values/decimal/decimal-rounding.ts';
import { attribute, constructor, exactly, between, method, named } from '../../builtins/define.ts';
import { numberOf, textOf } from '../../vm/compare.ts';
import { raised } from '../../vm/raise.ts';
import { truthQuickly } from '../../vm/truth.ts';
import { ContextObject, contextType, DecimalObject, worked } from './context-object.ts';
import { createDecimal, decimalOfFloat, requiredOperand } from './decimal-conversion.ts';
import { signalNames, signals, unknownSignal } from './decimal-errors.ts';
import { modularPower, roundingArgument, roundingError } from './decimal-methods.ts';
import { asObject, binary, operators, plainUnary, signOperators, unary } from './decimal-operations.ts';
import { SignalDict } from './signal-dict.ts';

const type = contextType;
const own = (value: Value | undefined): ContextObject => value as ContextObject;

interface Setting {
  readonly name: string;
  readonly key: Exclude<keyof DecimalSettings, 'rounding'>;
  readonly least: number;
  readonly most: number;
  readonly range: string;
}

const settings: readonly Setting[] = [
  { name: 'prec', key: 'precision', least: 1, most: largestExponent, range: '[1, MAX_PREC]' },
  { name: 'Emin', key: 'eMin', least: -largestExponent, most: 0, range: '[MIN_EMIN, 0]' },
  { name: 'Emax', key: 'eMax', least: 0, most: largestExponent, range: '[0, MAX_EMAX]' },
  { name: 'capitals', key: 'capitals', least: 0, most: 1, range: '0 or 1' },
  { name: 'clamp', key: 'clamp', least: 0, most: 1, range: '0 or 1' },
];

function wholeArgument(value: Value | undefined): number {
  const number = numberOf(value ?? null);
  if (number === null || number instanceof PyFloat) throw raised('TypeError', 'an integer is required');
  return Number(number);
}

function assign(context: ContextObject, setting: Setting, value: Value | undefined): void {
  const number = wholeArgument(value);
  const { name, range, key } = setting;
  if (number < setting.least || number > setting.most)
    throw raised(
      'ValueError',
      range.includes('[') ? `valid range for ${name} is ${range}` : `valid values for ${name} are ${range}`,
    );
  context.settings = { ...context.settings, [key]: number };
}

function assignRounding(context: ContextObject, value: Value | undefined): void {
  if (textOf(value ?? null) === null) throw roundingError();
  context.settings = { ...context.settings, rounding: roundingArgument(value) ?? 'ROUND_HALF_EVEN' };
}

/** The bits of a dict of signals, or of a list of them. */
function bitsOf(given: Value, wrong: string): number {
  if (given instanceof SignalDict) return given.bits;
  const chosen: Value[] = [];
  if (given instanceof PyDict) {
    for (const { key, value } of given.items()) if (truthQuickly(value ?? null) !== false) chosen.push(key);
  } else if (given instanceof PyList) chosen.push(...given.items);
  else throw raised('TypeError', wrong);
  let bits = 0;
  for (const item of chosen) {
    const signal = signals.find((candidate) => candidate.type === item);
    if (signal === undefined) throw unknownSignal();
    bits |= signal.bits;
  }
  return bits;
}

constructor(
  type,
  named(0, 'prec', 'rounding', 'Emin', 'Emax', 'capitals', 'clamp', 'flags', 'traps'),
  (thread, args) => {
    const [cls, prec, rounding, eMin, eMax, capitals, clamp, flags, traps] = args;
    const context = new ContextObject(cls as PyType);
    const module = thread.interpreter.modules.getText('_decimal') as { dict?: PyDict } | undefined;
    const template = module?.dict?.getText('DefaultContext');
    if (template instanceof ContextObject) {
      context.settings = { ...template.settings };
      context.traps = template.traps;
    }
    const values = [prec, eMin, eMax, capitals, clamp];
    for (const [i, setting] of settings.entries()) {
      const value = values[i];
      if (value !== undefined && value !== null) assign(context, setting, value);
    }
    if (rounding !== undefined && rounding !== null) assignRounding(context, rounding);
    if (flags !== undefined && flags !== null) context.status = bitsOf(flags, 'argument must be a signal dict');
    if (traps !== undefined && traps !== null) context.traps = bitsOf(traps, 'argument must be a signal dict');
    return context;
  },
);

for (const setting of settings)
  attribute(
    type,
    setting.name,
    (self) => own(self).settings[setting.key],
    (self, value) => assign(own(self), setting, value),
  );
attribute(
  type,
  'rounding',
  (self) => own(self).settings.rounding,
  (self, value) => assignRounding(own(self), value),
);
for (const [name, which] of [['flags', 'status'] as const, ['traps', 'traps'] as const])
  attribute(
    type,
    name,
    (self) => new SignalDict(own(self), which),
    (self, value) => {
      own(self)[which] = bitsOf(value ?? null, 'argument must be a signal dict');
    },
  );

method(type, '__repr__', exactly(0), (_thread, args) => {
  const { settings: shown, status, traps } = own(args[0]);
  return (
    `Context(prec=${shown.precision}, rounding=${shown.rounding}, Emin=${shown.eMin}, Emax=${shown.eMax}, ` +
    `capitals=${shown.capitals}, clamp=${shown.clamp}, flags=[${signalNames(status)}], traps=[${signalNames(traps)}])`
  );
});
method(type, 'Etiny', exactly(0), (_thread, args) => {
  const { eMin, precision } = own(args[0]).settings;
  return eMin - precision + 1;
});
method(type, 'Etop', exactly(0), (_thread, args) => {
  const { eMax, precision } = own(args[0]).settings;
  return eMax - precision + 1;
});
for (const name of ['copy', '__copy__']) method(type, name, exactly(0), (_thread, args) => own(args[0]).copied());
method(type, 'clear_flags', exactly(0), (_thread, args) => {
  own(args[0]).status = 0;
  return null;
});
method(type, 'clear_traps', exactly(0), (_thread, args) => {
  own(args[0]).traps = 0;
  return null;
});
method(type, '__reduce__', exactly(0), (_thread, args) => {
  const self = own(args[0]);
  const listed = (bits: number): PyList =>
    new PyList(signals.filter((signal) => (signal.bits & bits) !== 0).map((signal) => signal.type));
  const { precision, rounding, eMin, eMax, capitals, clamp } = self.settings;
  const given = [precision, rounding, eMin, eMax, capitals, clamp, listed(self.status), listed(self.traps)];
  return new PyTuple([typeOf(self), new PyTuple(given)]);
});
method(
  type,
  'create_decimal',
  between(0, 1),
  (thread, args) => new DecimalObject(createDecimal(thread, own(args[0]), args[1] === undefined ? 0 : args[1])),
);
method(type, 'create_decimal_from_float', exactly(1), (thread, args) => {
  const number = numberOf(args[1] as Value);
  if (number === null) throw raised('TypeError', 'argument must be int or float');
  const exact = number instanceof PyFloat ? decimalOfFloat(number.value) : requiredOperand(args[1]);
  return worked(thread, own(args[0]), (work) => asObject(finalized(work, exact)));
});

for (const [name, operation] of Object.entries({ ...unary, ...signOperators }))
  method(type, name, exactly(1), (thread, args) => {
    const operand = requiredOperand(args[1]);
    return worked(thread, own(args[0]), (work) => asObject(operation(work, operand)));
  });
for (const [name, operation] of Object.entries(plainUnary))
  method(type, name, exactly(1), (_thread, args) => asObject(operation(requiredOperand(args[1]))));
for (const [name, operation] of Object.entries({ ...binary, ...operators }))
  method(type, name, exactly(2), (thread, args) => {
    const [a, b] = [requiredOperand(args[1]), requiredOperand(args[2])];
    return worked(thread, own(args[0]), (work) => asObject(operation(work, a, b)));
  });
method(type, 'fma', exactly(3), (thread, args) => {
  const [a, b, c] = [requiredOperand(args[1]), requiredOperand(args[2]), requiredOperand(args[3])];
  return worked(thread, own(args[0]), (work) => asObject(arithmetic.fusedMultiplyAdd(work, a, b, c)));
});
method(type, 'divmod', exactly(2), (thread, args) => {
  const [a, b] = [requiredOperand(args[1]), requiredOperand(args[2])];
  return worked(
    thread,
    own(args[0]),
    (work) => new PyTuple(arithmetic.divideModulo(work, a, b).map((part) => new DecimalObject(part))),
  );
});
method(type, 'power', named(2, 'a', 'b', 'modulo'), (thread, args) => {
  if (args[3] !== undefined && args[3] !== null) return modularPower(thread, args[1], args[2], args[3]);
  const [a, b] = [requiredOperand(args[1]), requiredOperand(args[2])];
  return worked(thread, own(args[0]), (work) => asObject(power(work, a, b)));
});
method(type, 'quantize', exactly(2), (thread, args) => {
  const [a, b] = [requiredOperand(args[1]), requiredOperand(args[2])];
  return worked(thread, own(args[0]), (work) => asObject(arithmetic.quantize(work, a, b, null)));
});
for (const [name, signalsToo] of [
  ['to_integral', false] as const,
  ['to_integral_value', false] as const,
  ['to_integral_exact', true] as const,
])
  method(type, name, exactly(1), (thread, args) => {
    const operand = requiredOperand(args[1]);
    return worked(thread, own(args[0]), (work) =>
      asObject(arithmetic.toWhole(work, operand, work.settings.rounding, signalsToo)),
    );
  });
method(type, 'to_sci_string', exactly(1), (_thread, args) =>
  decimalText(requiredOperand(args[1]), false, own(args[0]).settings.capitals),
);
method(type, 'radix', exactly(0), () => new DecimalObject(requiredOperand(10)));
