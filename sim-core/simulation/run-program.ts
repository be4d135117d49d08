/** For tests: a program's output and how it ended. */
import { createPythonParser } from '../python/syntax/parser.ts';
import { scenarioOf } from '../scenario/scenario.ts';
import type { ScenarioSettings } from '../scenario/scenario.ts';
import type { Trace } from '../trace/trace.ts';
import { Simulation } from './simulation.ts';

export function runProgram(source: string, settings: Partial<ScenarioSettings> = {}): Trace {
  const simulation = new Simulation(scenarioOf(source, settings), createPythonParser());
  simulation.runTo(simulation.scenario.settings.maxSteps);
  return simulation.trace();
}

/** What a terminal would show of one stream. */
export function outputOf(trace: Trace, stream: 'stdout' | 'stderr' = 'stdout'): string {
  return trace.output
    .filter((piece) => piece.stream === stream)
    .map((piece) => piece.text)
    .join('');
}
