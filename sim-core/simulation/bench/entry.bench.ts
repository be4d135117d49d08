/** What scripts/bench.mjs bundles and calls. */
import { measureRiscv } from '../../riscv/riscv.bench.ts';
import { benchPrograms } from './bench-programs.ts';
import { measureRun, measureSeeks } from './measure.ts';

export const bench = { benchPrograms, measureRun, measureSeeks, measureRiscv };
