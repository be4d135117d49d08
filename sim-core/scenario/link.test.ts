import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeLink, type LinkDocument } from './link.ts';
import { readLink } from './link-reader.ts';
import { linkProblemText } from './link-problem.ts';
import { pythonVersions, scenarioOf } from './scenario.ts';

const program = `import threading\n\ncounter = 0\n\n\ndef work():\n    global counter\n    for _ in range(1000):\n        counter += 1\n\n\n# 两个线程\none = threading.Thread(target=work)\none.start()\none.join()\nprint(counter)\n`;
const example: LinkDocument = {
  engine: '0.1.0',
  scenario: { ...scenarioOf(program, { cores: 4, seed: 7 }), title: 'Lost update' },
  view: { step: 120, fromNs: 0, toNs: 5_000_000, thread: 1, tab: 'variables' },
};

test('a link gives back what it was made of', () => {
  expect(readLink(encodeLink(example))).toEqual({ ...example, problems: [] });
});

test('a short program makes a short link', () => {
  expect(encodeLink(example).length).toBeLessThan(330);
});

test.each([
  { name: 'nothing', fragment: '#s=', says: 'the link holds no scenario' },
  { name: 'something else', fragment: '#s=hello', says: 'this is not a Lockstep link: it should begin with “s=1.”' },
  { name: 'a newer one', fragment: '#s=9.abc', says: 'newer Lockstep (format 9)' },
  { name: 'a stray character', fragment: '#s=1.ab*c', says: '“*” at position 3' },
  { name: 'only the beginning', fragment: '#s=1.', says: 'the end of the link is missing' },
])('$name gets a message that says so', ({ fragment, says }) => {
  const read = readLink(fragment);
  expect(read.problems.map(linkProblemText).join('; ')).toContain(says);
  expect(read.scenario).toBeNull();
});

test('a link without its last characters still gives the whole program and its settings', () => {
  const read = readLink(encodeLink(example).slice(0, -12));
  expect(read.problems[0]?.kind).toBe('truncated');
  expect(read.scenario?.files[0].text).toBe(program);
  expect(read.scenario?.settings.cores).toBe(4);
});

test('a bad setting costs only itself', () => {
  const bad = { ...example, scenario: scenarioOf(program, { cores: 400, seed: 7 }) };
  const read = readLink(encodeLink(bad));
  expect(read.problems).toEqual([{ kind: 'part', part: 'settings.cores' }]);
  expect(read.scenario?.settings).toMatchObject({ cores: 2, seed: 7 });
});

const documents = fc.record({
  engine: fc.string(),
  scenario: fc
    .record({
      text: fc.string({ unit: 'grapheme', maxLength: 400 }),
      python: fc.constantFrom(...pythonVersions),
      cores: fc.integer({ min: 1, max: 64 }),
      seed: fc.nat(),
      title: fc.string({ maxLength: 40 }),
      stdin: fc.option(fc.string()),
      typed: fc.array(fc.record({ afterSeconds: fc.nat(100), text: fc.option(fc.string()) }), { maxLength: 3 }),
      keyboard: fc.constantFrom('ends' as const, 'open' as const),
      schedule: fc.option(fc.stringMatching(/^[01]*$/)),
    })
    .map(({ text, python, cores, seed, ...rest }) => ({ ...scenarioOf(text, { python, cores, seed }), ...rest })),
  view: fc.record({ step: fc.nat(), thread: fc.nat() }, { requiredKeys: [] }),
});

test('every scenario survives the way', () => {
  fc.assert(
    fc.property(documents, (document) => {
      expect(readLink(encodeLink(document))).toEqual({ ...document, problems: [] });
    }),
    { seed: 1, numRuns: 100 },
  );
});

/** What the reader made of it is the document itself, or it said that something was wrong. */
function isHonest(link: string, document: LinkDocument): boolean {
  const { problems, ...read } = readLink(link);
  return problems.length > 0 || JSON.stringify(read) === JSON.stringify(document);
}

test('every cut is noticed or costs nothing, and is never an error', () => {
  fc.assert(
    fc.property(documents, fc.nat(), (document, cut) => {
      const link = encodeLink(document);
      const { scenario, view, engine } = document;
      expect(isHonest(link.slice(0, cut % link.length), { scenario, view, engine })).toBe(true);
    }),
    { seed: 2, numRuns: 150 },
  );
});

test('every flipped bit is noticed or harmless, and never an error', () => {
  fc.assert(
    fc.property(documents, fc.nat(), fc.integer({ min: 0, max: 6 }), (document, at, bit) => {
      const link = encodeLink(document);
      const index = at % link.length;
      const flipped = String.fromCodePoint((link.codePointAt(index) ?? 0) ^ (1 << bit));
      const { scenario, view, engine } = document;
      const changed = link.slice(0, index) + flipped + link.slice(index + 1);
      expect(isHonest(changed, { scenario, view, engine })).toBe(true);
    }),
    { seed: 3, numRuns: 250 },
  );
});

test('what is not a link at all is never an error', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(readLink(text).problems).not.toEqual([]);
    }),
    { seed: 4 },
  );
});
