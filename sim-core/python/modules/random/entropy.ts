/** What stands for the operating system's randomness: drawn from the run's seed, each process its own. */
import { SeededRandom } from '../../../base/seeded-random.ts';
import type { PyThread } from '../../vm/py-thread.ts';

export function entropyBits(thread: PyThread, words: number): bigint {
  const { moduleState, machine, process } = thread.interpreter;
  let random = moduleState.get('entropy');
  if (!(random instanceof SeededRandom)) {
    random = new SeededRandom(machine.seed + 7919 * process.id);
    moduleState.set('entropy', random);
  }
  let bits = 0n;
  for (let i = 0; i < words; i += 1) bits = (bits << 32n) | BigInt((random as SeededRandom).nextUint32());
  return bits;
}
