/** Runs every phenomenon and says, row by row, what is real, what the simulation shows, and whether it is within its property. */
import { outputOf, runProgram } from '../run-program.ts';
import { eventLoopPhenomena } from './event-loops.ts';
import { greenletPhenomena } from './greenlets.ts';
import { lostUpdateProgram, lostUpdateRows, lostUpdateVersions } from './lost-updates.ts';
import { nativeCallPhenomena } from './native-calls.ts';
import { phenomena } from './phenomena.ts';

export interface FidelityRow {
  readonly phenomenon: string;
  readonly real: string;
  readonly simulated: string;
  readonly holds: boolean;
}

/** Enough for some twenty forced switches at an interval of 1 ms. */
const times = 60_000;

export function* fidelityRows(): Generator<FidelityRow, void, undefined> {
  for (const row of lostUpdateRows) {
    const simulated = lostUpdateVersions
      .map((python) => {
        const printed = outputOf(
          runProgram(lostUpdateProgram(row, times), { python, switchIntervalMs: 0.5, maxSteps: 100_000_000 }),
        ).trim();
        return Number(printed) === 2 * times ? '-' : '+';
      })
      .join('');
    const body = row.body.replaceAll(/\s*\n\s*/g, '; ');
    yield {
      phenomenon: `P1 ${body}  (${lostUpdateVersions.join(' ')})`,
      real: row.expected,
      simulated,
      holds: simulated === row.expected,
    };
  }
  for (const { id, title, real, source, settings, holds } of [
    ...phenomena,
    ...nativeCallPhenomena,
    ...eventLoopPhenomena,
    ...greenletPhenomena,
  ]) {
    const trace = runProgram(source, settings);
    const printed = outputOf(trace).trim();
    const simulated = printed === '' ? `(${trace.outcome.kind})` : printed;
    yield {
      phenomenon: `${id} ${title}`,
      real,
      simulated: simulated.length > 60 ? `${simulated.slice(0, 59)}…` : simulated,
      holds: holds(printed),
    };
  }
}
