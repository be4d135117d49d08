import { scenarioOf } from '../../../sim-core/scenario/scenario.ts';
import type { OutputPiece, Trace } from '../../../sim-core/trace/trace.ts';
import type { SimulationApi } from '../../worker/api.ts';
import type { TimelineRow } from '../timeline/rows.ts';
import type { PythonProgram } from './prediction.ts';
import { rowsOfTrace } from './trace-rows.ts';

/** What the simulator makes of an experiment's Python program. */
export interface SimulatedRun {
  readonly rows: readonly TimelineRow[];
  /** Standard output. */
  readonly output: string;
  /** What went to standard error. */
  readonly errors: string;
  readonly ending: 'ended' | 'deadlock' | 'cut';
  readonly steps: number;
  readonly virtualMs: number;
}

export type Simulator = Pick<SimulationApi, 'run'>;

/** Enough for every program with its default counts, and done in a minute at worst. */
const maxSteps = 100_000_000;

/** What the simulator is asked first: who cannot compute this is not one, and whatever else it said would be made up. */
const question = scenarioOf('print(6 * 7)\n');
const answer = '42\n';

/** Runs the program in the simulator; null where there is none that can. */
export async function simulate(
  simulator: Simulator,
  { text, version, cores }: PythonProgram,
  onSteps: (steps: number) => void,
): Promise<SimulatedRun | null> {
  const check = await simulator.run(question, () => undefined);
  if (printedTo(check, 'stdout') !== answer) return null;
  const scenario = scenarioOf(`${text}\n`, { python: version, cores, maxSteps });
  const trace = await simulator.run(scenario, ({ steps }) => onSteps(steps));
  const ending = endingOf(trace);
  if (ending === null) return null;
  return {
    rows: rowsOfTrace(trace, version !== '3.13t'),
    output: printedTo(trace, 'stdout'),
    errors: printedTo(trace, 'stderr'),
    ending,
    steps: trace.steps,
    virtualMs: trace.endNs / 1e6,
  };
}

function printedTo({ output }: Trace, stream: OutputPiece['stream']): string {
  return output
    .filter((piece) => piece.stream === stream)
    .map(({ text }) => text)
    .join('');
}

/** Null for an ending that predicts nothing: a program that the simulator does not understand. */
function endingOf({ outcome }: Trace): SimulatedRun['ending'] | null {
  switch (outcome.kind) {
    case 'exited':
      // A traceback would tell of the simulator, not of the experiment.
      return outcome.status === 0 ? 'ended' : null;
    case 'deadlock':
      return 'deadlock';
    case 'limit':
    case 'stopped':
      return 'cut';
    case 'unsupported':
    case 'syntax-error':
    case 'schedule-conflict':
    case 'bad-schedule':
    case 'bug':
      return null;
  }
}
