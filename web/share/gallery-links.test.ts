/** The links of the real examples: short enough to send, and honest about whatever happens to them on their way. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { engineVersion } from '../../sim-core/scenario/engine-version.ts';
import { encodeLink, type LinkDocument } from '../../sim-core/scenario/link.ts';
import { readLink } from '../../sim-core/scenario/link-reader.ts';
import { linkProblemText } from '../../sim-core/scenario/link-problem.ts';
import { scenarioOf } from '../../sim-core/scenario/scenario.ts';

const folder = 'public/scenarios';
const ids = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && name !== 'index.json')
  .map((name) => name.replace('.json', ''));

/** With five stops as a teacher would set them: caption, window, thread, tab and a question. */
function documentOf(id: string): LinkDocument {
  const { files, settings, title } = JSON.parse(readFileSync(`${folder}/${id}.json`, 'utf8')) as {
    files: { name: string; text: string }[];
    settings?: object;
    title?: string;
  };
  const base = scenarioOf('');
  const [main = base.files[0], ...modules] = files;
  const scenario = {
    ...base,
    title: title ?? id,
    files: [main, ...modules] as const,
    settings: { ...base.settings, ...settings },
    keyboard: 'open' as const,
  };
  const caption = 'Here the first thread has read the counter, but not yet written it: what will the other one read?';
  const stops = [123, 4_567, 88_628, 123_456, 281_976].map((step, index) => ({
    step,
    caption: `${index + 1}. ${caption} (${(step * 7919) % 997})`,
    fromNs: step * 31,
    toNs: step * 47 + 123_457,
    thread: index % 3,
    tab: 'variables',
    ask: { kind: 'variable' as const, name: 'counter' },
  }));
  const view = { step: 88_628, fromNs: 518_000, toNs: 1_093_021, thread: 2, tab: 'bytecode', stops, lesson: id };
  return { engine: engineVersion, scenario, view };
}

test('there are at least 24 examples, and the link of each, with five stops, fits in 4000 characters', () => {
  const lengths = ids.map((id) => ({ id, length: `https://lockstep.example/#${encodeLink(documentOf(id))}`.length }));
  expect(lengths.length).toBeGreaterThanOrEqual(24);
  expect(lengths.filter(({ length }) => length > 4000)).toEqual([]);
});

test.each(ids)('the link of %s gives it back whole', (id) => {
  const document = documentOf(id);
  expect(readLink(encodeLink(document))).toEqual({ ...document, problems: [] });
});

const largest = ids
  .map((id) => documentOf(id))
  .toSorted((one, other) => encodeLink(other).length - encodeLink(one).length)[0] as LinkDocument;
const link = encodeLink(largest);
const whole = JSON.stringify(largest.scenario);

test('cut anywhere, it says so and keeps the beginning of the program', () => {
  const text = largest.scenario.files[0].text;
  for (let end = 5; end < link.length; end += 1) {
    const { problems, scenario } = readLink(link.slice(0, end));
    const isWhole = scenario !== null && JSON.stringify(scenario) === whole;
    expect(problems.length > 0 || isWhole, `cut after ${end}`).toBe(true);
    for (const problem of problems) expect(linkProblemText(problem)).not.toBe('');
    if (scenario === null) continue;
    expect(text.startsWith(scenario.files[0].text), `cut after ${end}`).toBe(true);
  }
  const late = readLink(link.slice(0, -60));
  expect(late.scenario?.files[0].text).toBe(text);
});

test('with any bit changed it says so or is the same', () => {
  fc.assert(
    fc.property(fc.nat(link.length - 1), fc.integer({ min: 0, max: 6 }), (at, bit) => {
      const flipped = String.fromCodePoint((link.codePointAt(at) ?? 0) ^ (1 << bit));
      const { problems, scenario } = readLink(link.slice(0, at) + flipped + link.slice(at + 1));
      expect(problems.length > 0 || JSON.stringify(scenario) === whole).toBe(true);
    }),
    { seed: 5, numRuns: 400 },
  );
});
