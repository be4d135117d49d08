/** Programs of `recorded/` print what CPython 3.13.0 prints: `python3.13 -W ignore recorded/x.py > recorded/x.txt` records it anew. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scenarioOf } from '../../../scenario/scenario.ts';
import { Simulation } from '../../../simulation/simulation.ts';
import { createPythonParser } from '../../syntax/parser.ts';

const folder = join(import.meta.dirname, 'recorded');
const programs = readdirSync(folder).filter((name) => name.endsWith('.py'));

test.each(programs)('%s prints what it prints in CPython', (name) => {
  const simulation = new Simulation(scenarioOf(readFileSync(join(folder, name), 'utf8')), createPythonParser());
  simulation.runTo(simulation.scenario.settings.maxSteps);
  const output = simulation.trace().output.flatMap((piece) => (piece.stream === 'stdout' ? [piece.text] : []));
  expect(output.join('')).toBe(readFileSync(join(folder, name.replace(/py$/, 'txt')), 'utf8'));
});
