import { expect, test } from 'vitest';
import { createFixtureSimulation } from '../worker/fixture-simulation.ts';
import { scenarioOf } from '../../sim-core/scenario/scenario.ts';
import type { SentenceContext } from './event-sentence.ts';
import { en } from './messages/en.ts';
import { stepSentence } from './step-sentence.ts';

async function sentenceAt(text: string, step: number, hidesValues = false): Promise<string> {
  const simulation = createFixtureSimulation();
  const trace = await simulation.run(scenarioOf(text), () => undefined);
  const t: SentenceContext['t'] = (key, values = {}) =>
    (en[key as keyof typeof en] ?? key).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
  const context = { trace, t, stateName: String, switchIntervalMs: 5, hidesValues };
  return stepSentence(await simulation.momentAt({ step }), context);
}

test.each([
  { name: 'the beginning', text: '', step: 0, says: 'This is the beginning: nothing has been executed yet.' },
  { name: 'a started thread', text: '', step: 2, says: 'Line 11: Thread-1 is created.' },
  { name: 'reading', text: '', step: 6, says: 'Line 7: Thread-1 reads g.' },
  { name: 'writing, with the value', text: '', step: 9, says: 'Line 7: Thread-1 writes g, which is now 1.' },
  {
    name: 'asking for a lock that another holds',
    text: 'knife',
    step: 14,
    says: 'Line 12: bob asks for fork, held by ann, and sleeps.',
  },
])('$name is said in one sentence', async ({ text, step, says }) => {
  expect(await sentenceAt(text, step)).toBe(says);
});

test('a value that is asked for is not given away', async () => {
  expect(await sentenceAt('', 9, true)).toBe('Line 7: Thread-1 writes g.');
});
