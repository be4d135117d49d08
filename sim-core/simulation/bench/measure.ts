/** Runs a program with tracing on and says how long it took; the clock is the caller's. */
import { createPythonParser } from '../../python/syntax/parser.ts';
import { scenarioOf } from '../../scenario/scenario.ts';
import { Session } from '../session.ts';
import { Simulation } from '../simulation.ts';

export interface Measured {
  readonly milliseconds: number;
  readonly steps: number;
  readonly output: string;
  readonly traceBytes: number;
  readonly switches: number;
}

export function measureRun(source: string, now: () => number): Measured {
  const started = now();
  const simulation = new Simulation(scenarioOf(source), createPythonParser());
  simulation.runTo(simulation.scenario.settings.maxSteps);
  const milliseconds = now() - started;
  const trace = simulation.trace();
  const columnBytes = 8 + 8 + 1 + 4 + 4 + 4;
  return {
    milliseconds,
    steps: trace.steps,
    output: trace.output.map((piece) => piece.text).join(''),
    traceBytes: trace.length * columnBytes,
    switches: simulation.kernel.contextSwitches,
  };
}

/** Runs a program as the page does, with checkpoints, to its end or to so many bytecodes, and then shows a moment of it. */
export function runSession(source: string, steps: number, whenRun: () => void): { readonly steps: number } {
  const session = new Session(scenarioOf(source), createPythonParser());
  while (session.steps < steps && !session.advance(1_000_000));
  whenRun();
  session.momentAtStep(session.steps >> 1);
  return { steps: session.steps };
}

/** Milliseconds of seeks to places all over a finished run: the median and the worst. */
export function measureSeeks(
  source: string,
  now: () => number,
  places: number,
): { readonly steps: number; readonly medianMs: number; readonly worstMs: number } {
  const session = new Session(scenarioOf(source), createPythonParser());
  while (!session.advance(1_000_000));
  session.trace();
  const times: number[] = [];
  for (let i = 0; i < places; i += 1) {
    const step = Math.floor((session.steps * ((i * 37) % places)) / places);
    const started = now();
    session.momentAtStep(step);
    times.push(now() - started);
  }
  times.sort((a, b) => a - b);
  return { steps: session.steps, medianMs: times[times.length >> 1] as number, worstMs: times.at(-1) as number };
}
