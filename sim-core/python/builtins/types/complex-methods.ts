/** complex. Models: Objects/complexobject.c. */
import { complexType, typeOf } from '../../objects/builtin-types.ts';
import type { NativeSteps } from '../../objects/native-function.ts';
import { PyComplex } from '../../objects/py-complex.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { absoluteComplex } from '../../values/complex/complex-arithmetic.ts';
import { complexFromText } from '../../values/complex/complex-text.ts';
import { formatComplex } from '../../values/format/format-value.ts';
import { intToFloat } from '../../values/int/int-float.ts';
import { loadSpecial } from '../../vm/attributes.ts';
import { numberOf, textOf } from '../../vm/compare.ts';
import { complexOperation } from '../../vm/complex-operators.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised, Unsupported } from '../../vm/raise.ts';
import { attribute, constructorSteps, exactly, method } from '../define.ts';
import { classArgument } from './argument-count.ts';
import { binaryMethods, comparisonMethods, hashMethod, operations, reprMethod } from './operator-methods.ts';

constructorSteps(
  complexType,
  { least: 0, most: 2, names: ['real', 'imag'] },
  function* make(thread, args): NativeSteps {
    if (classArgument(args, complexType) !== complexType) throw new Unsupported('subclasses of complex');
    const [, real, imag] = args;
    const text = textOf(real ?? 0);
    if (text !== null) {
      if (imag !== undefined) throw raised('TypeError', "complex() can't take second arg if first is a string");
      const { real: re, imaginary } = complexFromText(text);
      return new PyComplex(re, imaginary);
    }
    if (imag !== undefined && textOf(imag) !== null)
      throw raised('TypeError', "complex() second arg can't be a string");
    const first = yield* complexSteps(
      thread,
      real ?? 0,
      `complex() first argument must be a string or a number, not '${typeOf(real ?? 0).title}'`,
    );
    const second = yield* complexSteps(
      thread,
      imag ?? 0,
      `complex() second argument must be a number, not '${typeOf(imag ?? 0).title}'`,
    );
    const hasImaginary = real instanceof PyComplex;
    const isSecondComplex = imag instanceof PyComplex;
    return new PyComplex(
      isSecondComplex ? first.real - second.imag : first.real,
      hasImaginary || imag === undefined ? first.imag + second.real : second.real,
    );
  },
);

function* complexSteps(thread: PyThread, value: Value, complaint: string): Generator<undefined, PyComplex, Value> {
  if (value instanceof PyComplex) return value;
  const number = numberOf(value);
  if (number !== null) return new PyComplex(number instanceof PyFloat ? number.value : intToFloat(number), 0);
  for (const name of ['__complex__', '__float__', '__index__']) {
    const own = loadSpecial(typeOf(value), value, name);
    if (own !== undefined) return yield* complexSteps(thread, yield* callSteps(thread, own, []), complaint);
  }
  throw raised('TypeError', complaint);
}

const self = (value: Value | undefined): PyComplex => value as PyComplex;

const { add, multiply, power, subtract, trueDivide } = operations;
binaryMethods(complexType, [add, multiply, power, subtract, trueDivide], (_thread, op, a, b) =>
  complexOperation(op, a, b),
);
comparisonMethods(complexType);
hashMethod(complexType);
reprMethod(complexType);
method(complexType, '__format__', exactly(1), (_thread, args) =>
  formatComplex(self(args[0]).real, self(args[0]).imag, textOf(args[1] as Value) ?? ''),
);
method(
  complexType,
  '__abs__',
  exactly(0),
  (_thread, args) => new PyFloat(absoluteComplex({ real: self(args[0]).real, imaginary: self(args[0]).imag })),
);
method(complexType, '__neg__', exactly(0), (_thread, args) => new PyComplex(-self(args[0]).real, -self(args[0]).imag));
method(complexType, '__pos__', exactly(0), (_thread, args) => self(args[0]));
method(complexType, '__complex__', exactly(0), (_thread, args) => self(args[0]));
method(complexType, '__bool__', exactly(0), (_thread, args) => self(args[0]).real !== 0 || self(args[0]).imag !== 0);
method(complexType, 'conjugate', exactly(0), (_thread, args) => new PyComplex(self(args[0]).real, -self(args[0]).imag));
method(
  complexType,
  '__getnewargs__',
  exactly(0),
  (_thread, args) => new PyTuple([new PyFloat(self(args[0]).real), new PyFloat(self(args[0]).imag)]),
);
attribute(complexType, 'real', (value) => new PyFloat(self(value).real));
attribute(complexType, 'imag', (value) => new PyFloat(self(value).imag));
