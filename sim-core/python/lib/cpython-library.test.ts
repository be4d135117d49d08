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
  [
    'argparse.py',
    "import argparse\np = argparse.ArgumentParser(prog='x'); p.add_argument('n', type=int); p.add_argument('-v', action='count'); print(p.parse_args(['3', '-vv']), p.format_usage())",
    'Namespace(n=3, v=2) usage: x [-h] [-v] n\n\n',
  ],
  [
    'difflib.py',
    "import difflib\nprint(list(difflib.unified_diff(['a'], ['b'], lineterm='')), difflib.SequenceMatcher(None, 'abcd', 'bcde').ratio())",
    "['--- ', '+++ ', '@@ -1 +1 @@', '-a', '+b'] 0.75\n",
  ],
  [
    'configparser.py',
    "import configparser\nc = configparser.ConfigParser(); c.read_string('[a]\\nx=1\\ny=%(x)s2'); print(c['a']['y'], c.getint('a', 'x'))",
    '12 1\n',
  ],
  [
    'fractions.py',
    "from fractions import Fraction\nprint(Fraction(1, 3) + Fraction('0.5'), f'{Fraction(1, 3):.3f}', Fraction(3.25))",
    '5/6 0.333 13/4\n',
  ],
  [
    '_pydecimal.py',
    "import _pydecimal as d\nprint(d.Decimal(1) / 7, d.Decimal('1.1') + 2, d.Decimal(2).sqrt(), d.Decimal(2) ** d.Decimal('0.5'))",
    '0.1428571428571428571428571429 3.1 1.414213562373095048801688724 1.414213562373095048801688724\n',
  ],
  [
    'statistics.py',
    'import statistics\nprint(statistics.mean([1, 2, 4]), statistics.stdev([1, 2, 4]), statistics.quantiles([1, 2, 3, 4]))',
    '2.3333333333333335 1.5275252316519468 [1.25, 2.5, 3.75]\n',
  ],
  [
    'functools.py',
    "import functools\n@functools.lru_cache(None)\ndef f(n): return n if n < 2 else f(n - 1) + f(n - 2)\nprint(f(30), f.cache_info(), functools.partial(int, base=2)('101'), functools.reduce(lambda a, b: a * b, [1, 2, 3]))",
    '832040 CacheInfo(hits=28, misses=31, maxsize=None, currsize=31) 5 6\n',
  ],
  [
    'contextlib.py',
    "import contextlib\n@contextlib.contextmanager\ndef c(): print('in'); yield 1; print('out')\nwith c() as v, contextlib.suppress(KeyError): print(v); raise KeyError",
    'in\n1\nout\n',
  ],
  [
    'dataclasses.py',
    'import dataclasses\n@dataclasses.dataclass(order=True)\nclass P: x: int; y: list = dataclasses.field(default_factory=list)\nprint(P(1), P(1) < P(2), dataclasses.asdict(P(1, [2])), dataclasses.replace(P(1), x=5))',
    "P(x=1, y=[]) True {'x': 1, 'y': [2]} P(x=5, y=[])\n",
  ],
  [
    'ipaddress.py',
    "import ipaddress\nprint(ipaddress.ip_address('10.0.0.1') in ipaddress.ip_network('10.0.0.0/8'), list(ipaddress.ip_network('192.168.0.0/30').hosts()), ipaddress.ip_address('::1').exploded)",
    "True [IPv4Address('192.168.0.1'), IPv4Address('192.168.0.2')] 0000:0000:0000:0000:0000:0000:0000:0001\n",
  ],
  [
    'weakref.py',
    "import weakref\nclass A: pass\na = A(); d = weakref.WeakValueDictionary(x=a); print(list(d)); f = weakref.finalize(a, print, 'gone'); del a; print(list(d))",
    "['x']\ngone\n[]\n",
  ],
  [
    'base64.py',
    "import base64\nprint(base64.b32encode(b'abc'), base64.b85encode(b'hello'), base64.b64decode('YQ=='))",
    "b'MFRGG===' b'Xk~0{Zv' b'a'\n",
  ],
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
