/** slice. Models: Objects/sliceobject.c. */
import { sliceType } from '../../objects/builtin-types.ts';
import { PySlice } from '../../objects/py-slice.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { sliceIndices } from '../../values/slice-indices.ts';
import { boundsOf } from '../../vm/items.ts';
import { raised } from '../../vm/raise.ts';
import { anyNumber, attribute, constructor, exactly, method } from '../define.ts';
import { checkCount, refuseKeywords } from './argument-count.ts';
import { sizeArgument } from './int-argument.ts';
import { comparisonMethods, hashMethod, reprMethod } from './operator-methods.ts';

const self = (value: Value | undefined): PySlice => value as PySlice;

constructor(sliceType, anyNumber(true), (_thread, args, keywords) => {
  refuseKeywords('slice', keywords);
  checkCount('slice', args, 1, 3);
  const [, first, second, third] = args;
  return second === undefined
    ? new PySlice(null, first as Value, null)
    : new PySlice(first as Value, second, third ?? null);
});
method(sliceType, 'indices', exactly(1), (_thread, args) => {
  const length = sizeArgument(args[1]);
  if (length < 0) throw raised('ValueError', 'length should not be negative');
  const { start, stop, step } = sliceIndices(boundsOf(self(args[0])), length);
  return new PyTuple([start, stop, step]);
});
comparisonMethods(sliceType);
hashMethod(sliceType);
reprMethod(sliceType);
attribute(sliceType, 'start', (slice) => self(slice).start);
attribute(sliceType, 'stop', (slice) => self(slice).stop);
attribute(sliceType, 'step', (slice) => self(slice).step);
