/** P34: greenlet 2.0.2 and gevent 22.10.2 (FIDELITY.md, section 2.2 and 3): orders exactly, costs within a fifth. */
import type { Phenomenon } from './phenomenon.ts';

const exactly =
  (wanted: string) =>
  (printed: string): boolean =>
    printed === wanted;
const within =
  (low: number, high: number) =>
  (printed: string): boolean =>
    Number(printed) >= low && Number(printed) <= high;

/** The program prints its lines joined by ' / '. */
function order(title: string, real: string, source: string): Phenomenon {
  return { id: 'P34', title, real, source, settings: {}, holds: exactly(real) };
}

const gevent = `import gevent
log = []
`;

export const greenletPhenomena: readonly Phenomenon[] = [
  order(
    'greenlet ping-pong: b ends, its parent goes on',
    "a1 / b1 / a2 / b2 / main 'b' False True",
    `from greenlet import greenlet
log = []
def f(): log.append('a1'); b.switch(); log.append('a2'); b.switch(); log.append('a3')
def g(): log.append('b1'); a.switch(); log.append('b2'); return 'b'
a, b = greenlet(f), greenlet(g)
log.append(f'main {a.switch()!r} {a.dead} {b.dead}')
print(' / '.join(log))
`,
  ),
  order(
    'switch carries values; a dead greenlet hands them back',
    'got 1 / 2 / got 10 / ret / True 5',
    `from greenlet import greenlet, getcurrent
log = []
main = getcurrent()
def f(x): log.append(f'got {x}'); y = main.switch(2); log.append(f'got {y}'); return 'ret'
g = greenlet(f)
log.append(str(g.switch(1))); log.append(g.switch(10)); log.append(f'{g.dead} {g.switch(5)}')
print(' / '.join(log))
`,
  ),
  order(
    'an exception goes to the parent, GreenletExit is returned',
    "ValueError('x') / GreenletExit() True",
    `from greenlet import greenlet, getcurrent
log = []
def bad(): raise ValueError('x')
try: greenlet(bad).switch()
except ValueError as e: log.append(repr(e))
g = greenlet(lambda: getcurrent().parent.switch()); g.switch()
log.append(f'{g.throw()!r} {g.dead}')
print(' / '.join(log))
`,
  ),
  order(
    'gevent: spawn runs nothing; sleep(0) takes turns',
    'main / A 0 / B 0 / A 1 / B 1',
    `${gevent}def w(n):
    for i in range(2): log.append(f'{n} {i}'); gevent.sleep(0)
gs = [gevent.spawn(w, n) for n in 'AB']
log.append('main'); gevent.joinall(gs)
print(' / '.join(log))
`,
  ),
  order(
    'gevent: no pre-emption',
    'A 0 / A 1 / A 2 / B 0 / B 1 / B 2',
    `${gevent}def w(n):
    for i in range(3): log.append(f'{n} {i}')
gevent.joinall([gevent.spawn(w, n) for n in 'AB'])
print(' / '.join(log))
`,
  ),
  order(
    'gevent: Event.set wakes in order',
    'set / woke 0 / woke 1 / woke 2',
    `${gevent}from gevent.event import Event
ev = Event()
def w(n): ev.wait(); log.append(f'woke {n}')
gs = [gevent.spawn(w, n) for n in range(3)]
gevent.sleep(0); ev.set(); log.append('set'); gevent.joinall(gs)
print(' / '.join(log))
`,
  ),
  order(
    'gevent: Queue(1) alternates',
    'put 0 / got 0 / put 1 / got 1 / put 2 / got 2',
    `${gevent}from gevent.queue import Queue
q = Queue(1)
def p():
    for i in range(3): q.put(i); log.append(f'put {i}')
def c():
    for i in range(3): log.append(f'got {q.get()}')
gevent.joinall([gevent.spawn(p), gevent.spawn(c)])
print(' / '.join(log))
`,
  ),
  order(
    'gevent: Semaphore(2)',
    'in 0 / in 1 / out 0 / out 1 / in 2 / in 3 / out 2 / out 3',
    `${gevent}from gevent.lock import Semaphore
s = Semaphore(2)
def w(n):
    with s: log.append(f'in {n}'); gevent.sleep(0.001)
    log.append(f'out {n}')
gevent.joinall([gevent.spawn(w, n) for n in range(4)])
print(' / '.join(log))
`,
  ),
  order(
    'gevent: kill, and a hub without work',
    'GreenletExit() / LoopExit This operation would block forever',
    `${gevent}from gevent.event import Event
g = gevent.spawn(gevent.sleep, 5); gevent.sleep(0); g.kill(); log.append(repr(g.value))
try: Event().wait()
except Exception as e: log.append(type(e).__name__ + ' ' + str(e).split('\\n')[0])
print(' / '.join(log))
`,
  ),
  {
    id: 'P34',
    title: 'greenlet switch, ns',
    real: '275',
    source: `import time
from greenlet import greenlet, getcurrent
main = getcurrent()
def f():
    switch = main.switch
    while True: switch()
g = greenlet(f); switch = g.switch; switch()
begin = time.perf_counter_ns()
for _ in range(500): switch()
print((time.perf_counter_ns() - begin) // 1000)
`,
    settings: {},
    holds: within(220, 340),
  },
  {
    id: 'P34',
    title: 'greenlet made and run, µs',
    real: '7.6',
    source: `import time
from greenlet import greenlet
def f(): pass
begin = time.perf_counter_ns()
for _ in range(200): greenlet(f).switch()
print((time.perf_counter_ns() - begin) / 200_000)
`,
    settings: {},
    holds: within(6.1, 9.1),
  },
  {
    id: 'P34',
    title: 'gevent.sleep(0), µs',
    real: '1.56',
    source: `import time, gevent
gevent.sleep(0)
begin = time.perf_counter_ns()
for _ in range(200): gevent.sleep(0)
print((time.perf_counter_ns() - begin) / 200_000)
`,
    settings: {},
    holds: within(1.2, 1.95),
  },
];
