/** Runs every phenomenon and says, row by row, what is real, what the simulation shows, and whether it is within its property. */
import { createPythonParser } from '../../python/syntax/parser.ts';
import type { PythonVersion } from '../../scenario/scenario.ts';
import { scenarioOf } from '../../scenario/scenario.ts';
import { outputOf, runProgram } from '../run-program.ts';
import { Simulation } from '../simulation.ts';
import { lostUpdateProgram, lostUpdateRows, lostUpdateVersions } from './lost-updates.ts';
import { phenomena } from './phenomena.ts';
import type { Phenomenon, PhenomenonRun } from './phenomenon.ts';
import { raceProgram, raceRows, raceVersions } from './races.ts';

export interface FidelityRow {
  readonly phenomenon: string;
  readonly real: string;
  readonly simulated: string;
  readonly holds: boolean;
}

/** Enough for some twenty forced switches at an interval of 1 ms. */
const times = 60_000;
/** As with real interpreters: none is lost only where none is lost in any of several runs. */
const lostUpdateSeeds = [1, 2];

/** The rows whose number is wanted (P1, P22 …); all of them for none. */
export function* fidelityRows(wanted: readonly string[]): Generator<FidelityRow, void, undefined> {
  const isWanted = (id: string): boolean => wanted.length === 0 || wanted.includes(id);
  if (isWanted('P1')) yield* lostUpdates();
  if (isWanted('P22')) yield* races();
  for (const phenomenon of phenomena) if (isWanted(phenomenon.id)) yield rowOf(phenomenon);
}

function* lostUpdates(): Generator<FidelityRow, void, undefined> {
  for (const row of lostUpdateRows) {
    const simulated = lostUpdateVersions
      .map((python) =>
        lostUpdateSeeds.some((seed) => losesUpdates(lostUpdateProgram(row, times), python, seed)) ? '+' : '-',
      )
      .join('');
    const body = row.body.replaceAll(/\s*\n\s*/g, '; ');
    yield {
      phenomenon: `P1 ${body}  (${lostUpdateVersions.join(' ')})`,
      real: row.expected,
      simulated,
      holds: simulated === row.expected,
    };
  }
}

function losesUpdates(source: string, python: PythonVersion, seed: number): boolean {
  const settings = { python, seed, switchIntervalMs: 0.5, maxSteps: 100_000_000 };
  return Number(outputOf(runProgram(source, settings)).trim()) !== 2 * times;
}

function* races(): Generator<FidelityRow, void, undefined> {
  for (const row of raceRows) {
    const simulated = raceVersions
      .map((python) => {
        const settings = { python, switchIntervalMs: row.intervalMs, maxSteps: 100_000_000 };
        const printed = outputOf(runProgram(raceProgram(row), settings)).trim();
        return printed === '0' ? '-' : Number(printed) > 0 ? '+' : '?';
      })
      .join('');
    yield {
      phenomenon: `P22 ${row.title}  (${raceVersions.join(' ')})`,
      real: row.expected,
      simulated,
      holds: simulated === row.expected,
    };
  }
}

function rowOf(phenomenon: Phenomenon): FidelityRow {
  const { id, title, real, measure, holds } = phenomenon;
  const run = runOf(phenomenon);
  const measured = (measure === undefined ? run.stdout : measure(run)).trim();
  const simulated = measured === '' ? `(${run.ending})` : measured.replaceAll('\n', ' / ');
  return {
    phenomenon: `${id} ${title}`,
    real,
    simulated: simulated.length > 70 ? `${simulated.slice(0, 69)}…` : simulated,
    holds: holds(measured),
  };
}

function runOf({ source, settings, typed }: Phenomenon): PhenomenonRun {
  const scenario = { ...scenarioOf(source, { maxSteps: 100_000_000, ...settings }), typed: typed ?? [] };
  const simulation = new Simulation(scenario, createPythonParser());
  simulation.runTo(scenario.settings.maxSteps);
  const trace = simulation.trace();
  const { outcome } = trace;
  const status = outcome.kind === 'exited' ? outcome.status : null;
  return {
    stdout: outputOf(trace),
    stderr: outputOf(trace, 'stderr'),
    status: status !== null && status < 0 ? 128 - status : status,
    ending: outcome.kind,
  };
}
