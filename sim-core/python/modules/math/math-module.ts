/** The module `math`. Models: Modules/mathmodule.c over our own functions, alike in every browser. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyFloat } from '../../objects/py-float.ts';
import type { NativeFunction } from '../../objects/native-function.ts';
import { PyModule } from '../../objects/py-module.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { multiplyInts } from '../../values/int/int-arithmetic.ts';
import { floatToInt } from '../../values/int/int-float.ts';
import type { Int } from '../../values/int/int.ts';
import {
  combinations,
  factorial,
  greatestCommonDivisor,
  integerSquareRoot,
  leastCommonMultiple,
  permutations,
} from '../../values/int/number-theory.ts';
import { complementaryErrorFunction, errorFunction } from '../../values/math/error-function.ts';
import { exponential, exponentialMinusOne, powerOfTwoOf } from '../../values/math/exponential.ts';
import {
  areClose,
  copySign,
  fractionAndWhole,
  mantissaAndExponent,
  nextAfter,
  scaleFloat,
  unitInLastPlace,
} from '../../values/math/float-structure.ts';
import { gamma, logarithmOfGamma } from '../../values/math/gamma.ts';
import {
  hyperbolicCosine,
  hyperbolicSine,
  hyperbolicTangent,
  inverseHyperbolicCosine,
  inverseHyperbolicSine,
  inverseHyperbolicTangent,
} from '../../values/math/hyperbolic.ts';
import { arcCosine, arcSine, arcTangent, arcTangentOfRatio } from '../../values/math/inverse-trigonometry.ts';
import {
  binaryLogarithm,
  decimalLogarithm,
  logarithmOfInt,
  logarithmOfOnePlus,
  naturalLogarithm,
  quotientOfLogarithms,
} from '../../values/math/logarithm.ts';
import { mathPower } from '../../values/math/power.ts';
import {
  degreesToRadians,
  floatModulo,
  fusedMultiplyAdd,
  nearestRemainder,
  radiansToDegrees,
} from '../../values/math/remainders.ts';
import { cubeRoot, distance, euclideanNorm, squareRoot } from '../../values/math/roots.ts';
import { exactSumOf, sumOfProducts } from '../../values/math/sums.ts';
import { cosine, sine, tangent } from '../../values/math/trigonometry.ts';
import { anyNumber, between, exactly, native, nativeSteps } from '../../builtins/define.ts';
import { loadSpecial } from '../../vm/attributes.ts';
import { numberOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import { iterateAll } from '../../vm/iterate-all.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import { binaryOperation } from '../../vm/operators.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { fillModule } from '../native-class.ts';
import { floatOf, floatSteps, indexSteps } from '../native-numbers.ts';

type Steps<T> = Generator<undefined, T, Value>;

/** A function of one float. */
function ofFloat(name: string, fn: (x: number) => number | boolean): NativeFunction {
  const made = (x: number): Value => {
    const value = fn(x);
    return typeof value === 'number' ? new PyFloat(value) : value;
  };
  return native(name, exactly(1), (thread, args) => {
    const x = floatOf(args[0] as Value);
    return x === null ? pushSteps(thread, name, converted(thread, args[0] as Value, made)) : made(x);
  });
}

function* converted(thread: PyThread, value: Value, made: (x: number) => Value): Steps<Value> {
  return made(yield* floatSteps(thread, value));
}

function ofFloats(name: string, fn: (x: number, y: number) => number): NativeFunction {
  return nativeSteps(name, exactly(2), function* ofTwo(thread, args) {
    const x = yield* floatSteps(thread, args[0] as Value);
    return new PyFloat(fn(x, yield* floatSteps(thread, args[1] as Value)));
  });
}

/** floor, ceil, trunc: by the method of the class if it has one. */
function rounding(name: string, special: string, round: (x: number) => number): NativeFunction {
  return nativeSteps(name, exactly(1), function* roundSteps(thread, args) {
    const number = typeOf(args[0] as Value).isHeap ? null : numberOf(args[0] as Value);
    if (number instanceof PyFloat) return floatToInt(round(number.value));
    if (number !== null) return number;
    const own = loadSpecial(typeOf(args[0] as Value), args[0] as Value, special);
    if (own !== undefined) return yield* callSteps(thread, own, []);
    if (special === '__trunc__')
      throw raised('TypeError', `type ${typeOf(args[0] as Value).title} doesn't define __trunc__ method`);
    return floatToInt(round(yield* floatSteps(thread, args[0] as Value)));
  });
}

function* logarithm(thread: PyThread, value: Value, fn: (x: number) => number): Steps<number> {
  const number = numberOf(value);
  if (number !== null && !(number instanceof PyFloat)) return logarithmOfInt(number, fn);
  return fn(yield* floatSteps(thread, value));
}

function folded(name: string, empty: Int, fold: (a: Int, b: Int) => Int): NativeFunction {
  return nativeSteps(name, anyNumber(), function* foldSteps(thread, args) {
    let result = empty;
    for (const value of args) result = fold(result, yield* indexSteps(thread, value as Value));
    return result < 0 ? multiplyInts(result, -1) : result;
  });
}

function* floatsOf(thread: PyThread, iterable: Value): Steps<number[]> {
  const floats: number[] = [];
  for (const item of yield* iterateAll(thread, iterable)) floats.push(yield* floatSteps(thread, item));
  return floats;
}

function ceiling(x: number): number {
  return Math.ceil(x);
}

const logarithms = [
  nativeSteps('log', between(1, 2), function* log(thread, args) {
    const ofX = yield* logarithm(thread, args[0] as Value, naturalLogarithm);
    return new PyFloat(
      args[1] === undefined ? ofX : quotientOfLogarithms(ofX, yield* logarithm(thread, args[1], naturalLogarithm)),
    );
  }),
  nativeSteps('log2', exactly(1), function* log2(thread, args) {
    return new PyFloat(yield* logarithm(thread, args[0] as Value, binaryLogarithm));
  }),
  nativeSteps('log10', exactly(1), function* log10(thread, args) {
    return new PyFloat(yield* logarithm(thread, args[0] as Value, decimalLogarithm));
  }),
];

const integers = [
  nativeSteps('factorial', exactly(1), function* factorialSteps(thread, args) {
    if (args[0] instanceof PyFloat) throw raised('TypeError', "'float' object cannot be interpreted as an integer");
    return factorial(yield* indexSteps(thread, args[0] as Value));
  }),
  nativeSteps('comb', exactly(2), function* comb(thread, args) {
    return combinations(yield* indexSteps(thread, args[0] as Value), yield* indexSteps(thread, args[1] as Value));
  }),
  nativeSteps('perm', between(1, 2), function* perm(thread, args) {
    const n = yield* indexSteps(thread, args[0] as Value);
    return args[1] === undefined || args[1] === null
      ? factorial(n)
      : permutations(n, yield* indexSteps(thread, args[1]));
  }),
  nativeSteps('isqrt', exactly(1), function* isqrt(thread, args) {
    return integerSquareRoot(yield* indexSteps(thread, args[0] as Value));
  }),
  folded('gcd', 0, greatestCommonDivisor),
  folded('lcm', 1, leastCommonMultiple),
];

const several = [
  native('frexp', exactly(1), (_thread, args) => {
    const [mantissa, exponent] = mantissaAndExponent(realOf(args[0]));
    return new PyTuple([new PyFloat(mantissa), exponent]);
  }),
  native('modf', exactly(1), (_thread, args) => {
    const [fraction, whole] = fractionAndWhole(realOf(args[0]));
    return new PyTuple([new PyFloat(fraction), new PyFloat(whole)]);
  }),
  nativeSteps('ldexp', exactly(2), function* ldexp(thread, args) {
    return new PyFloat(
      scaleFloat(yield* floatSteps(thread, args[0] as Value), yield* indexSteps(thread, args[1] as Value)),
    );
  }),
  nativeSteps('hypot', anyNumber(), function* hypot(thread, args) {
    const coordinates: number[] = [];
    for (const value of args) coordinates.push(yield* floatSteps(thread, value as Value));
    return new PyFloat(euclideanNorm(coordinates));
  }),
  nativeSteps('dist', exactly(2), function* dist(thread, args) {
    return new PyFloat(distance(yield* floatsOf(thread, args[0] as Value), yield* floatsOf(thread, args[1] as Value)));
  }),
  nativeSteps('fsum', exactly(1), function* fsum(thread, args) {
    return new PyFloat(exactSumOf(yield* floatsOf(thread, args[0] as Value)));
  }),
  nativeSteps('fma', exactly(3), function* fma(thread, args) {
    const [x, y, z] = [
      yield* floatSteps(thread, args[0] as Value),
      yield* floatSteps(thread, args[1] as Value),
      yield* floatSteps(thread, args[2] as Value),
    ];
    return new PyFloat(fusedMultiplyAdd(x, y, z));
  }),
  nativeSteps(
    'isclose',
    { least: 2, most: 2, names: ['a', 'b', 'rel_tol', 'abs_tol'] },
    function* isclose(thread, args) {
      const [a, b] = [yield* floatSteps(thread, args[0] as Value), yield* floatSteps(thread, args[1] as Value)];
      const relative = args[2] === undefined ? 1e-9 : yield* floatSteps(thread, args[2]);
      return areClose(a, b, { relative, absolute: args[3] === undefined ? 0 : yield* floatSteps(thread, args[3]) });
    },
  ),
  nativeSteps('nextafter', { least: 2, most: 2, names: ['', '', 'steps'] }, function* next(thread, args) {
    const [x, towards] = [yield* floatSteps(thread, args[0] as Value), yield* floatSteps(thread, args[1] as Value)];
    return new PyFloat(
      nextAfter(x, towards, args[2] === undefined || args[2] === null ? 1 : yield* indexSteps(thread, args[2])),
    );
  }),
  nativeSteps('prod', { least: 1, most: 1, names: ['', 'start'] }, function* prod(thread, args) {
    let result: Value = args[1] ?? 1;
    for (const item of yield* iterateAll(thread, args[0] as Value)) {
      const product = binaryOperation(thread, 5, result, item);
      result = product === undefined ? yield : product;
    }
    return result;
  }),
  nativeSteps('sumprod', exactly(2), function* sumprod(thread, args) {
    const p = yield* iterateAll(thread, args[0] as Value);
    const q = yield* iterateAll(thread, args[1] as Value);
    if (p.length !== q.length) throw raised('ValueError', 'Inputs are not the same length');
    if ([...p, ...q].some((value) => value instanceof PyFloat))
      return new PyFloat(sumOfProducts(p.map(realOf), q.map(realOf)));
    let result: Value = 0;
    for (const [i, item] of p.entries()) {
      const product = binaryOperation(thread, 5, item, q[i] as Value);
      const sum = binaryOperation(thread, 0, result, product === undefined ? yield : product);
      result = sum === undefined ? yield : sum;
    }
    return result;
  }),
];

function realOf(value: Value | undefined): number {
  const number = floatOf(value ?? null);
  if (number === null) throw raised('TypeError', `must be real number, not ${typeOf(value ?? null).title}`);
  return number;
}

const functions = [
  ...Object.entries({
    sqrt: squareRoot,
    cbrt: cubeRoot,
    exp: exponential,
    exp2: powerOfTwoOf,
    expm1: exponentialMinusOne,
    log1p: logarithmOfOnePlus,
  }).map(([name, fn]) => ofFloat(name, fn)),
  ...Object.entries({ sin: sine, cos: cosine, tan: tangent, asin: arcSine, acos: arcCosine, atan: arcTangent }).map(
    ([name, fn]) => ofFloat(name, fn),
  ),
  ...Object.entries({ sinh: hyperbolicSine, cosh: hyperbolicCosine, tanh: hyperbolicTangent }).map(([name, fn]) =>
    ofFloat(name, fn),
  ),
  ...Object.entries({
    asinh: inverseHyperbolicSine,
    acosh: inverseHyperbolicCosine,
    atanh: inverseHyperbolicTangent,
  }).map(([name, fn]) => ofFloat(name, fn)),
  ...Object.entries({ erf: errorFunction, erfc: complementaryErrorFunction, gamma, lgamma: logarithmOfGamma }).map(
    ([name, fn]) => ofFloat(name, fn),
  ),
  ...Object.entries({ degrees: radiansToDegrees, radians: degreesToRadians, ulp: unitInLastPlace, fabs: Math.abs }).map(
    ([name, fn]) => ofFloat(name, fn),
  ),
  ...Object.entries({ isnan: Number.isNaN, isfinite: Number.isFinite }).map(([name, fn]) => ofFloat(name, fn)),
  ofFloat('isinf', (x) => Math.abs(x) === Number.POSITIVE_INFINITY),
  ...Object.entries({
    pow: mathPower,
    fmod: floatModulo,
    atan2: arcTangentOfRatio,
    copysign: copySign,
    remainder: nearestRemainder,
  }).map(([name, fn]) => ofFloats(name, fn)),
  rounding('floor', '__floor__', Math.floor),
  rounding('ceil', '__ceil__', ceiling),
  rounding('trunc', '__trunc__', Math.trunc),
  ...logarithms,
  ...integers,
  ...several,
];

export function makeMathModule(): PyModule {
  const module = fillModule(
    new PyModule('math', 'This module provides access to the mathematical functions\ndefined by the C standard.'),
    functions,
  );
  const constants = {
    pi: 3.141592653589793,
    e: 2.718281828459045,
    tau: 6.283185307179586,
    inf: Number.POSITIVE_INFINITY,
    nan: Number.NaN,
  };
  for (const [name, value] of Object.entries(constants)) module.dict.set(name, new PyFloat(value));
  return module;
}
