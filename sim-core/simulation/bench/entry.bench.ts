/** What scripts/bench.mjs bundles and calls. */
import { measureRiscv } from '../../riscv/riscv.bench.ts';
import { benchPrograms, longPrograms, ratePrograms } from './bench-programs.ts';
import { smallBodies, smallBodyTimes } from './small-bodies.ts';
import { measureRun, measureSeeks, runSession } from './measure.ts';

export const bench = {
  smallBodies,
  smallBodyTimes,
  benchPrograms,
  measureRun,
  measureSeeks,
  runSession,
  longPrograms,
  ratePrograms,
  measureRiscv,
};
