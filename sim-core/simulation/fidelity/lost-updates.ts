/**
 * Phenomenon P1: which loop bodies lose updates in which version, measured on real interpreters (2 threads × 300 000, default interval).
 * '+' some are lost, '-' none in every run. Columns: 2.7, 3.9, 3.10, 3.11, 3.13, 3.13t.
 */
import type { PythonVersion } from '../../scenario/scenario.ts';

export const lostUpdateVersions: readonly PythonVersion[] = ['2.7', '3.9', '3.10', '3.11', '3.13', '3.13t'];

export interface LostUpdateRow {
  readonly body: string;
  readonly setup: string;
  readonly total: string;
  readonly expected: string;
}

const plain = { setup: 'g = 0', total: 'g' };

export const lostUpdateRows: readonly LostUpdateRow[] = [
  { body: 'g += 1', ...plain, expected: '++---+' },
  { body: 'g = g + 1', ...plain, expected: '++---+' },
  { body: 'x = g; g = x + 1', ...plain, expected: '++---+' },
  { body: 'x = g; f(); g = x + 1', setup: 'g = 0\ndef f(): pass', total: 'g', expected: '++++++' },
  { body: 'g += f()', setup: 'g = 0\ndef f(): return 1', total: 'g', expected: '++++++' },
  { body: 'g += len(s)', setup: "g = 0\ns = 'x'", total: 'g', expected: '+++--+' },
  { body: 'o.n += 1', setup: 'class O: pass\no = O()\no.n = 0', total: 'o.n', expected: '++---+' },
  {
    body: 'o.p += 1',
    setup:
      'class O:\n    n = 0\n    @property\n    def p(self): return self.n\n    @p.setter\n    def p(self, v): self.n = v\no = O()',
    total: 'o.n',
    expected: '++++++',
  },
  { body: "d['k'] += 1", setup: "d = {'k': 0}", total: "d['k']", expected: '++---+' },
  { body: "d['k'] = d.get('k', 0) + 1", setup: "d = {'k': 0}", total: "d['k']", expected: '++++++' },
  { body: 'li[0] += 1', setup: 'li = [0]', total: 'li[0]', expected: '++---+' },
  { body: 'g = int(g) + 1', ...plain, expected: '++++++' },
  {
    body: 'b = b + 1',
    setup: 'class B:\n    def __init__(self, n): self.n = n\n    def __add__(self, k): return B(self.n + k)\nb = B(0)',
    total: 'b.n',
    expected: '++++++',
  },
  { body: 'x = g\n        if x < 0: x = 0\n        g = x + 1', ...plain, expected: '+++--+' },
  { body: 'x = g\n        for _ in (1,): pass\n        g = x + 1', ...plain, expected: '++++++' },
  {
    body: "setattr(o, 'n', getattr(o, 'n') + 1)",
    setup: 'class O: pass\no = O()\no.n = 0',
    total: 'o.n',
    expected: '++++++',
  },
  { body: 'g = max(g, 0) + 1', ...plain, expected: '++++++' },
  { body: "g = int('%d' % g) + 1", ...plain, expected: '++++++' },
  { body: 'g = inc(g)', setup: 'g = 0\ninc = lambda x: x + 1', total: 'g', expected: '++++++' },
  { body: 'li.append(x)', setup: 'li = []\nx = 1', total: 'len(li)', expected: '------' },
  { body: 'with lock: g += 1', setup: 'g = 0\nlock = threading.Lock()', total: 'g', expected: '------' },
];

export function lostUpdateProgram(row: LostUpdateRow, times: number): string {
  return `import threading
${row.setup}
def work():
    global g, b
    for i in range(${times}):
        ${row.body}
threads = [threading.Thread(target=work) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(${row.total})
`;
}
