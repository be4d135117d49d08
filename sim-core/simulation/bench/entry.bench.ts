/** What scripts/bench.mjs bundles and calls. */
import { measureRiscv } from '../../riscv/riscv.bench.ts';
import { benchPrograms, longPrograms, ratePrograms } from './bench-programs.ts';
import { measureRun, measureSeeks, runSession } from './measure.ts';

export const bench = { benchPrograms, measureRun, measureSeeks, runSession, longPrograms, ratePrograms, measureRiscv };
