import type { Seat } from '../crew/seat.ts';
import { labMarks, labStates } from '../recording/lab-event.ts';
import { compute } from './compute.ts';

/** `one-task`: a single long function. `microtasks`: cut up by `await`. `macrotasks`: cut up by messages to itself. */
export const eventLoopVariants = ['one-task', 'microtasks', 'macrotasks'] as const;

export const tickIntervalMs = 10;
export const tickCount = 60;
/** The tick at which the first worker is given the long work. */
export const blockAtTick = 15;
/** The work is cut into pieces of this length, where it is cut. */
const pieceMs = 2;

/** Result number: how late a tick was, in milliseconds. The last number is how long the work really took. */
export function tickResultAt(worker: number, tick: number): number {
  return worker * tickCount + tick;
}

/** Every worker has a timer that should fire every 10 ms. The first one is given long work; the others are the control. */
export async function eventLoop(seat: Seat): Promise<void> {
  const { results } = seat.memory;
  seat.meetAtStartLine();
  const startMs = seat.ring.now();
  let work: Promise<void> | null = null;
  for (let tick = 0; tick < tickCount && !seat.shouldStop; tick += 1) {
    const dueMs = startMs + (tick + 1) * tickIntervalMs;
    seat.enter(labStates.sleeping);
    await timeout(dueMs - seat.ring.now());
    const nowMs = seat.ring.now();
    seat.ring.recordAt(dueMs, labMarks.timerDue, tick);
    seat.mark(labMarks.timerFired, tick);
    results[tickResultAt(seat.index, tick)] = nowMs - dueMs;
    seat.publish(tick + 1);
    if (seat.isFirst && tick === blockAtTick) work = longWork(seat);
  }
  await work;
}

async function longWork(seat: Seat): Promise<void> {
  const { amount: durationMs, variant } = seat.settings;
  // A little after the tick, so that the next timer is already set when the work begins.
  await nextMessage();
  const startMs = seat.ring.now();
  const cut = variant === 'one-task' ? null : variant === 'microtasks' ? () => Promise.resolve() : nextMessage;
  let workedMs = 0;
  while (workedMs < durationMs) {
    seat.enter(labStates.working);
    workedMs += computeFor(seat, cut === null ? durationMs : pieceMs);
    seat.enter(labStates.sleeping);
    if (cut !== null) await cut();
  }
  seat.memory.results[tickResultAt(seat.workers, 0)] = seat.ring.now() - startMs;
}

function computeFor(seat: Seat, durationMs: number): number {
  const startMs = seat.ring.now();
  let seed = 1;
  while (seat.ring.now() - startMs < durationMs) seed = compute(10_000, seed);
  return seat.ring.now() - startMs;
}

function timeout(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    // Timers count whole milliseconds and cut off the rest: rounded up, they are never early.
    setTimeout(resolve, Math.max(0, Math.ceil(delayMs)));
  });
}

/** A new task at the end of the queue; unlike a timer it is not clamped to 4 ms when nested. */
function nextMessage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
