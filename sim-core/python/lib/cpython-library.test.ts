/** CPython's own pure-Python modules run unchanged as modules of the program. Skipped where no pyenv with 3.13.0 is at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { scenarioOf } from '../../scenario/scenario.ts';
import { Simulation } from '../../simulation/simulation.ts';
import { createPythonParser } from '../syntax/parser.ts';

const folder = join(homedir(), '.pyenv/versions/3.13.0/lib/python3.13');
const isThere = existsSync(folder);

test.skipIf(!isThere).each([
  ['queue.py', 'import queue\nq = queue.Queue(2); q.put(1); print(q.get(), q.empty())', '1 True\n'],
  [
    'heapq.py',
    'import heapq\nprint(heapq.nsmallest(2, [3, 1, 2]), list(heapq.merge([1, 3], [2])))',
    '[1, 2] [1, 2, 3]\n',
  ],
  ['textwrap.py', "import textwrap\nprint(textwrap.fill('aaa bbb ccc', 7))", 'aaa bbb\nccc\n'],
  ['threading.py', 'import threading\nt = threading.Thread(target=print, args=(7,)); t.start(); t.join()', '7\n'],
  ['collections/__init__.py', "import collections\nprint(collections.Counter('aab').most_common(1))", "[('a', 2)]\n"],
])('%s runs unchanged', { timeout: 30_000 }, (file, program, printed) => {
  const scenario = scenarioOf(program);
  const name = join(folder, file);
  const [main, ...others] = scenario.files;
  const own = { name, text: readFileSync(name, 'utf8') };
  const simulation = new Simulation({ ...scenario, files: [main, ...others, own] }, createPythonParser());
  simulation.runTo(10_000_000);
  const output = simulation.trace().output.map((piece) => piece.text);
  expect(output.join('')).toBe(printed);
});
