/**
 * The first traceback that a process prints imports the module `traceback` (3.13 prints through it): some 15 ms of work, with a moment
 * without the GIL at each file it looks for. Threads that fail meanwhile have printed their first line and wait for the import's end.
 * Measured on 3.13.0: `python3 -X importtime`, 15–17 ms for traceback with textwrap and contextlib.
 */
import type { Stop } from '../../kernel/program.ts';
import { machineCosts } from '../../kernel/machine-costs.ts';
import { WaitQueue } from '../../kernel/wait-queue.ts';
import { threadStates } from '../../trace/event-kind.ts';
import type { NativeSteps } from '../objects/native-function.ts';
import type { Value } from '../objects/value.ts';
import { BlockingCall } from './blocking-call.ts';
import { ComputeCall } from './compute-call.ts';
import type { PyThread } from './py-thread.ts';

const files = 60;
const workBetweenFilesNs = 250_000;
const fileCallsNs = 8 * machineCosts.syscallNs;

/** How far the import has come. */
export class TracebackImport {
  state: 'not begun' | 'in progress' | 'done' = 'not begun';
  readonly queue = new WaitQueue();
}

/** Modules that have imported it already. */
const importers = ['traceback', 'logging', 'asyncio', 'concurrent.futures._base', 'unittest', 'gevent'];

/** For generator bodies. */
export function* importTraceback(thread: PyThread): NativeSteps {
  const { interpreter, kernel } = thread;
  if (thread.stepping !== null || !interpreter.profile.printsThroughTraceback) return null;
  const progress = interpreter.tracebackImport;
  if (progress.state === 'in progress') {
    thread.block(new ImportLockCall(progress));
    yield;
    return null;
  }
  if (progress.state === 'done') return null;
  if (!importers.some((name) => interpreter.modules.getText(name) !== undefined)) {
    progress.state = 'in progress';
    for (let file = 0; file < files; file += 1) {
      kernel.spend(workBetweenFilesNs);
      thread.block(new ComputeCall(fileCallsNs, null));
      yield;
    }
  }
  progress.state = 'done';
  kernel.wake(progress.queue, progress.queue.waiters.length, -1);
  return null;
}

/** Waits for the module's lock. */
class ImportLockCall extends BlockingCall {
  private readonly progress: TracebackImport;

  constructor(progress: TracebackImport) {
    super();
    this.progress = progress;
  }

  proceed(): Stop | null {
    const { queue, state } = this.progress;
    if (state === 'done') return null;
    return { kind: 'wait', queue, timeoutNs: null, state: threadStates.blocked, resource: -1 };
  }

  finish(): Value {
    return null;
  }
}
