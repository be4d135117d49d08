/** P32: how threads and the program end. */
import type { Phenomenon, PhenomenonRun } from './phenomenon.ts';
import { exactly } from './phenomenon.ts';

const wholeStory = ({ stdout, stderr, status, ending }: PhenomenonRun): string =>
  [
    ...stdout.split('\n'),
    ...stderr.split('\n').filter((line) => /^[A-Z]/.test(line) && !line.startsWith('Traceback')),
    status === null ? ending : `rc ${status}`,
  ]
    .filter((line) => line !== '')
    .join(' | ');

const ends = (title: string, source: string, real: string): Phenomenon => ({
  id: 'P32',
  title,
  real,
  source: `import atexit, sys, threading, time\n${source}`,
  settings: {},
  measure: wholeStory,
  holds: exactly(real),
});

export const shutdownPhenomena: readonly Phenomenon[] = [
  ends(
    'an exception in a thread is printed, main goes on',
    `def work(): raise ValueError('boom 1')
t = threading.Thread(target=work)
t.start()
t.join()
print('main goes on')
`,
    'main goes on | Exception in thread Thread-1 (work): | ValueError: boom 1 | rc 0',
  ),
  ends(
    'sys.exit() in a thread ends it silently',
    `t = threading.Thread(target=sys.exit, args=(3,))
t.start()
t.join()
print('main goes on')
`,
    'main goes on | rc 0',
  ),
  ends(
    'a thread outlives main; atexit comes after it',
    `atexit.register(print, 'atexit')
def work():
    time.sleep(0.05)
    print('worker done')
threading.Thread(target=work).start()
print('main done')
`,
    'main done | worker done | atexit | rc 0',
  ),
  ends(
    'a daemon is stopped where it is, without its finally',
    `def work():
    try: time.sleep(1)
    finally: print('finally')
threading.Thread(target=work, daemon=True).start()
time.sleep(0.01)
print('main done')
`,
    'main done | rc 0',
  ),
  ends(
    'main raises: its traceback comes first, the worker still finishes',
    `def work():
    time.sleep(0.05)
    sys.stderr.write('Worker done\\n')
threading.Thread(target=work).start()
raise KeyError('main')
`,
    "KeyError: 'main' | Worker done | rc 1",
  ),
  {
    id: 'P32',
    title: 'daemons that print at the end do no harm (3.13)',
    real: 'rc 0',
    source: `import threading, time
def work():
    while True: print('tick')
for _ in range(3): threading.Thread(target=work, daemon=True).start()
time.sleep(0.005)
`,
    settings: {},
    measure: ({ stdout, stderr, status, ending }) =>
      /^(tick\n)+$/.test(stdout) && stderr === '' && status !== null ? `rc ${status}` : `${ending}: ${stderr}`,
    holds: exactly('rc 0'),
  },
];
