import { expect, test } from 'vitest';
import type { Int } from '../int/int.ts';
import { differences } from '../recorded-cases.ts';
import { complementaryErrorFunction, errorFunction } from './error-function.ts';
import { exponential, exponentialMinusOne, powerOfTwoOf } from './exponential.ts';
import * as structure from './float-structure.ts';
import { gamma, logarithmOfGamma } from './gamma.ts';
import * as hyperbolic from './hyperbolic.ts';
import { arcCosine, arcSine, arcTangent, arcTangentOfRatio } from './inverse-trigonometry.ts';
import * as logarithm from './logarithm.ts';
import recorded from './math.recorded.jsonl?raw';
import { mathPower, powerFloats } from './power.ts';
import * as remainders from './remainders.ts';
import { cubeRoot, distance, euclideanNorm, squareRoot } from './roots.ts';
import { addCompensated, compensatedResult, exactSumOf, sumOfProducts } from './sums.ts';
import { cosine, sine, tangent } from './trigonometry.ts';

function compensatedSum(values: readonly number[]): number {
  return compensatedResult(values.reduce(addCompensated, { sum: 0, correction: 0 }));
}

test('math answers as CPython 3.13 over glibc 2.36 does', () => {
  const operations = {
    exp: exponential,
    exp2: powerOfTwoOf,
    expm1: exponentialMinusOne,
    log: logarithm.naturalLogarithm,
    log2: logarithm.binaryLogarithm,
    log10: logarithm.decimalLogarithm,
    log1p: logarithm.logarithmOfOnePlus,
    logInt: (value: Int) => logarithm.logarithmOfInt(value, logarithm.naturalLogarithm),
    log2Int: (value: Int) => logarithm.logarithmOfInt(value, logarithm.binaryLogarithm),
    log10Int: (value: Int) => logarithm.logarithmOfInt(value, logarithm.decimalLogarithm),
    sin: sine,
    cos: cosine,
    tan: tangent,
    asin: arcSine,
    acos: arcCosine,
    atan: arcTangent,
    atan2: arcTangentOfRatio,
    sinh: hyperbolic.hyperbolicSine,
    cosh: hyperbolic.hyperbolicCosine,
    tanh: hyperbolic.hyperbolicTangent,
    asinh: hyperbolic.inverseHyperbolicSine,
    acosh: hyperbolic.inverseHyperbolicCosine,
    atanh: hyperbolic.inverseHyperbolicTangent,
    sqrt: squareRoot,
    cbrt: cubeRoot,
    hypot: euclideanNorm,
    dist: distance,
    pow: mathPower,
    power: powerFloats,
    erf: errorFunction,
    erfc: complementaryErrorFunction,
    gamma,
    lgamma: logarithmOfGamma,
    degrees: remainders.radiansToDegrees,
    radians: remainders.degreesToRadians,
    fmod: remainders.floatModulo,
    remainder: remainders.nearestRemainder,
    fma: remainders.fusedMultiplyAdd,
    frexp: structure.mantissaAndExponent,
    ldexp: structure.scaleFloat,
    modf: structure.fractionAndWhole,
    copysign: structure.copySign,
    ulp: structure.unitInLastPlace,
    nextafter: (x: number, towards: number) => structure.nextAfter(x, towards),
    nextafterSteps: structure.nextAfter,
    isclose: (a: number, b: number, relative: number, absolute: number) =>
      structure.areClose(a, b, { relative, absolute }),
    fsum: exactSumOf,
    sumprod: sumOfProducts,
    sum: compensatedSum,
  };
  expect(differences(recorded, operations)).toEqual([]);
});
