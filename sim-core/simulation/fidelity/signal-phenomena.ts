/** P31: Ctrl-C while the main thread waits. */
import type { PythonVersion, TypedInput } from '../../scenario/scenario.ts';
import type { Phenomenon, PhenomenonRun } from './phenomenon.ts';
import { exactly } from './phenomenon.ts';

const once: readonly TypedInput[] = [{ afterSeconds: 0.5, text: '\u0003' }];
const twice: readonly TypedInput[] = [...once, ...once];

const lockedTwice = `import threading
lock = threading.Lock()
lock.acquire()
lock.acquire()
`;
const embrace = `import threading, time
a, b = threading.Lock(), threading.Lock()
def work(first, second):
    with first:
        time.sleep(0.1)
        with second: print('never')
threads = [threading.Thread(target=work, args=pair) for pair in ((a, b), (b, a))]
for t in threads: t.start()
for t in threads: t.join()
`;
const mainDone = `import threading
lock = threading.Lock()
lock.acquire()
threading.Thread(target=lock.acquire).start()
print('main done')
`;

/** The lines of stderr that say something: no 'File …', no carets; then the exit code. */
const told = ({ stderr, status, ending }: PhenomenonRun): string =>
  [
    ...stderr.split('\n').filter((line) => line !== '' && !/^ *[~^]+$|^ {2}File |^Traceback/.test(line)),
    status === null ? ending : `rc ${status}`,
  ]
    .map((line) => line.trim())
    .join(' | ');

const interrupted = (
  title: string,
  [python, source, typed]: readonly [PythonVersion, string, readonly TypedInput[]],
  real: string,
): Phenomenon => ({
  id: 'P31',
  title: `${python}: ${title}`,
  real,
  source,
  settings: { python },
  typed,
  measure: told,
  holds: exactly(real),
});

const join = 'for t in threads: t.join() | self._handle.join(timeout) | KeyboardInterrupt';
const module = "Exception ignored in: <module 'threading' from '/usr/local/lib/python3.13/threading.py'>";
const shutdown = '_thread_shutdown() | KeyboardInterrupt:';

export const signalPhenomena: readonly Phenomenon[] = [
  interrupted('a lock taken twice hangs', ['3.13', lockedTwice, []], 'deadlock'),
  interrupted('… until Ctrl-C', ['3.13', lockedTwice, once], 'lock.acquire() | KeyboardInterrupt | rc 130'),
  interrupted('… until Ctrl-C', ['3.9', lockedTwice, once], 'lock.acquire() | KeyboardInterrupt | rc 130'),
  interrupted('… and Ctrl-C does nothing', ['2.7', lockedTwice, twice], 'deadlock'),
  interrupted(
    'A-B and B-A with main in join: Ctrl-C, then it hangs at the end',
    ['3.13', embrace, once],
    `${join} | deadlock`,
  ),
  interrupted('… Ctrl-C twice', ['3.13', embrace, twice], `${join} | ${shutdown} | rc 130`),
  interrupted('… Ctrl-C twice', ['3.9', embrace, twice], `${join} | ${module} | ${shutdown} | rc 130`),
  interrupted('main done, a thread deadlocked: Ctrl-C', ['3.13', mainDone, once], `${shutdown} | rc 0`),
];
