/** Small programs that each do one thing many times: they show where the machine is slow. `N` is set before them. */
import type { BenchProgram } from './bench-programs.ts';

/** Each defines `f()`; together they take some seconds. */
export const smallBodies: readonly BenchProgram[] = [
  {
    name: 'for range',
    source: `def f():
    s = 0
    for i in range(N): s += i
    return s
`,
  },
  {
    name: 'for list',
    source: `L = list(range(1000))
def f():
    s = 0
    for _ in range(N // 1000):
        for x in L: s += x
    return s
`,
  },
  {
    name: 'for dict items',
    source: `D = {i: i for i in range(1000)}
def f():
    s = 0
    for _ in range(N // 1000):
        for k, v in D.items(): s += v
    return s
`,
  },
  {
    name: 'enumerate zip',
    source: `L = list(range(1000))
def f():
    s = 0
    for _ in range(N // 2000):
        for i, x in enumerate(L): s += i
        for a, b in zip(L, L): s += b
    return s
`,
  },
  {
    name: 'list append pop',
    source: `def f():
    L = []
    for i in range(N // 2): L.append(i)
    for i in range(N // 2): L.pop()
    return len(L)
`,
  },
  {
    name: 'list comprehension',
    source: `def f():
    s = 0
    for _ in range(N // 1000): s += len([x * 2 for x in range(1000) if x & 1])
    return s
`,
  },
  {
    name: 'dict str',
    source: `K = ['k%d' % i for i in range(100)]
def f():
    d = {}
    for i in range(N):
        k = K[i % 100]
        d[k] = d.get(k, 0) + 1
    return len(d)
`,
  },
  {
    name: 'set ops',
    source: `def f():
    s = set()
    for i in range(N):
        s.add(i % 500)
        if i in s: pass
    return len(s)
`,
  },
  {
    name: 'string concat',
    source: `def f():
    s = ''
    for i in range(N): s += 'x'
    return len(s)
`,
  },
  {
    name: 'str methods',
    source: `def f():
    n = 0
    for i in range(N // 5):
        w = 'Hello,World'.lower().split(',')
        n += len('-'.join(w).replace('l', 'L'))
    return n
`,
  },
  {
    name: 'f-string',
    source: `def f():
    n = 0
    for i in range(N // 2): n += len(f'item {i}: {i * 2:>5}')
    return n
`,
  },
  {
    name: 'method calls',
    source: `class P:
    def __init__(self): self.x = 0
    def inc(self, d): self.x += d
def f():
    p = P()
    for i in range(N // 2): p.inc(i)
    return p.x
`,
  },
  {
    name: 'object creation',
    source: `class P:
    def __init__(self, x, y): self.x = x; self.y = y
def f():
    s = 0
    for i in range(N // 4):
        p = P(i, 2); s += p.x
    return s
`,
  },
  {
    name: 'inheritance super',
    source: `class A:
    def __init__(self, x): self.x = x
    def g(self): return self.x
class B(A):
    def __init__(self, x): super().__init__(x)
    def g(self): return super().g() + 1
def f():
    s = 0
    for i in range(N // 8): s += B(i).g()
    return s
`,
  },
  {
    name: 'closures lambda',
    source: `def make(k): return lambda x: x + k
def f():
    g = make(3); s = 0
    for i in range(N // 2): s = g(s)
    return s
`,
  },
  {
    name: 'args kwargs',
    source: `def g(a, b=2, *r, c=3, **k): return a + b + c
def f():
    s = 0
    for i in range(N // 8): s += g(i, 1, c=5) + g(*(1, 2)) + g(1, d=4)
    return s
`,
  },
  {
    name: 'exceptions',
    source: `def g(i):
    if i % 2: raise ValueError(i)
    return i
def f():
    n = 0
    for i in range(N // 8):
        try: g(i)
        except ValueError as e: n += 1
    return n
`,
  },
  {
    name: 'isinstance',
    source: `class A: pass
class B(A): pass
def f():
    b = B(); n = 0
    for i in range(N // 2):
        if isinstance(b, A) and not isinstance(i, str): n += 1
    return n
`,
  },
  {
    name: 'generator',
    source: `def g(n):
    for i in range(n): yield i
def f():
    s = 0
    for x in g(N // 2): s += x
    return s
`,
  },
  {
    name: 'genexpr sum',
    source: `def f(): return sum(x * x for x in range(N // 2))
`,
  },
  {
    name: 'float math',
    source: `import math
def f():
    s = 0.0
    for i in range(N // 2): s += math.sqrt(i * 0.5) / 2.0
    return int(s)
`,
  },
  {
    name: 'big ints',
    source: `def f():
    a = 1
    for i in range(1, 1500): a *= i
    return a % 1000007
`,
  },
  {
    name: 'tuple swap',
    source: `def f():
    a, b = 0, 1
    for i in range(N): a, b = b, (a + b) % 1000
    return a
`,
  },
  {
    name: 'sort key',
    source: `def f():
    n = 0
    for _ in range(N // 4000):
        L = [(i * 7919) % 1009 for i in range(1000)]
        L.sort(key=lambda x: -x); n += sorted(L)[3]
    return n
`,
  },
  {
    name: 'property slots',
    source: `class P:
    __slots__ = ('_v',)
    def __init__(self): self._v = 1
    @property
    def v(self): return self._v
def f():
    p = P(); s = 0
    for i in range(N // 4):
        p._v = i; s += p.v
    return s
`,
  },
  {
    name: 'dunder add eq',
    source: `class V:
    def __init__(self, x): self.x = x
    def __add__(self, o): return V(self.x + o.x)
    def __eq__(self, o): return self.x == o.x
def f():
    a = V(0); o = V(1); n = 0
    for i in range(N // 8):
        a = a + o
        if a == o: n += 1
    return a.x + n
`,
  },
  {
    name: 'with lock',
    source: `import threading
L = threading.Lock()
def f():
    n = 0
    for i in range(N // 4):
        with L: n += 1
    return n
`,
  },
  {
    name: 'deque',
    source: `from collections import deque
def f():
    d = deque()
    for i in range(N // 4): d.append(i)
    n = 0
    while d: n += d.popleft()
    return n
`,
  },
  {
    name: 'slices',
    source: `L = list(range(100))
def f():
    n = 0
    for i in range(N // 8): n += len(L[i % 50:80]) + len('abcdefghij'[2:i % 7])
    return n
`,
  },
];

export const smallBodyTimes = 400_000;
