/** The module `_random`: the Mersenne twister under `random`. Models: Modules/_randommodule.c. */
import { PyBytes, PyByteArray } from '../../objects/py-bytes.ts';
import { PyFloat } from '../../objects/py-float.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyModule } from '../../objects/py-module.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { PyType } from '../../objects/py-type.ts';
import type { Value } from '../../objects/value.ts';
import { MersenneTwister } from '../../values/random/mersenne-twister.ts';
import { seedKeyOfBytes, seedKeyOfFloat, seedKeyOfInt, seedKeyOfText } from '../../values/random/seed-key.ts';
import { anyNumber, constructor, exactly, method, between } from '../../builtins/define.ts';
import { bytesOf, numberOf, textOf } from '../../vm/compare.ts';
import { hashValue } from '../../vm/hash.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';
import { fillModule, nativeClass } from '../native-class.ts';
import { plainIndex } from '../native-numbers.ts';
import { entropyBits } from './entropy.ts';

class RandomObject extends PyInstance {
  twister = new MersenneTwister();
}

const randomType = nativeClass('_random', 'Random');
const own = (value: Value | undefined): RandomObject => value as RandomObject;

constructor(randomType, anyNumber(true), (thread, args) => {
  const self = new RandomObject(args[0] as PyType);
  self.twister.seed(seedKeyOfInt(entropyBits(thread, 4)));
  return self;
});

function seedKey(thread: PyThread, given: Value): readonly number[] {
  if (given === null) return seedKeyOfInt(entropyBits(thread, 4));
  const text = textOf(given);
  if (text !== null) return seedKeyOfText(text);
  if (given instanceof PyBytes || given instanceof PyByteArray) return seedKeyOfBytes(bytesOf(given));
  const number = numberOf(given);
  if (number instanceof PyFloat) return seedKeyOfFloat(number.value);
  return seedKeyOfInt(number ?? hashValue(given));
}

method(randomType, 'seed', between(0, 1), (thread, args) => {
  own(args[0]).twister.seed(seedKey(thread, args[1] ?? null));
  return null;
});
method(randomType, 'random', exactly(0), (_thread, args) => new PyFloat(own(args[0]).twister.random()));
method(randomType, 'getrandbits', exactly(1), (_thread, args) =>
  own(args[0]).twister.randomBits(plainIndex(args[1] as Value)),
);
method(randomType, 'getstate', exactly(0), (_thread, args) => {
  const { words, index } = own(args[0]).twister;
  return new PyTuple([...words, index]);
});
method(randomType, 'setstate', exactly(1), (_thread, args) => {
  if (!(args[1] instanceof PyTuple)) throw raised('TypeError', `state vector must be a tuple`);
  const numbers = args[1].items as readonly number[];
  if (numbers.length !== 625) throw raised('ValueError', 'state vector is the wrong size');
  own(args[0]).twister = new MersenneTwister(Uint32Array.from(numbers.slice(0, 624)), numbers[624] as number);
  return null;
});

export function makeRandomModule(): PyModule {
  return fillModule(new PyModule('_random'), [], [randomType]);
}
