/** Whatever a program does, every step is said in a whole sentence, in both languages. */
import { expect, test } from 'vitest';
import { scenarioOf } from '../../sim-core/scenario/scenario.ts';
import { WorkerSimulation } from '../worker/worker-simulation.ts';
import type { SentenceContext } from './event-sentence.ts';
import { en } from './messages/en.ts';
import { zh } from './messages/zh.ts';
import { stepSentence } from './step-sentence.ts';

const program = `class Box:
    size = 1
    def __init__(self): self.items = [1, 2]
    def __enter__(self): return self
    def __exit__(self, *_): return False
def numbers(n):
    got = yield n
    yield from [got, -n]
async def answer(): return 42
async def ask():
    return await answer()
def kind(value):
    match value:
        case [first, *_]: return first
        case {'a': a}: return a
    return None
with Box() as box:
    box.items[0] += 1
    box.size = 2
    del box.items[1]
g = numbers(3)
next(g)
g.send('x')
list(g)
try:
    ask().send(None)
except StopIteration as stop:
    result = stop.value
a, *b = (1, 2, 3)
c = not a is None and 2 in b and a < 3
text = f'{a!r}:{b}'
for x in b: pass
total = sum(x for x in b if x)
kind([1]), kind({'a': 1})
print(text, b[0:1], result)
`;

function contextIn(texts: Readonly<Record<string, string>>, trace: SentenceContext['trace']): SentenceContext {
  const t: SentenceContext['t'] = (key, values = {}) =>
    (texts[key] ?? `?${key}?`).replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? `?${name}?`));
  return { trace, t, stateName: String, switchIntervalMs: 5 };
}

test.each([
  ['English', en, /^(Line \d+|In .+ \(library\)): .*[^ .]\.$|^This is the beginning/],
  ['Chinese', zh, /^(第 \d+ 行|在 .+ 中（标准库）)：.*[^ 。]。$|^这是起点|^起点|。$/],
] as const)('in %s', async (_, texts, whole) => {
  const simulation = new WorkerSimulation();
  const trace = await simulation.run(scenarioOf(program), () => undefined);
  expect(trace.outcome).toMatchObject({ kind: 'exited', status: 0 });
  const sentences = new Set<string>();
  for (let step = 0; step <= trace.steps; step += 1) {
    sentences.add(stepSentence(await simulation.momentAt({ step }), contextIn(texts, trace)));
  }
  const odd = [...sentences].filter(
    (sentence) => !whole.test(sentence) || / {2}| \.(?!0)|\?\w+\?|undefined|\+ NULL/.test(sentence),
  );
  expect(odd).toEqual([]);
  expect(sentences.size).toBeGreaterThan(60);
});
