/** Finds in a run the story of one lost update, for the example that shows it: `npm run place-stops` writes the places down. */
import type { Session } from './session.ts';

export interface LostUpdate {
  readonly thread: number;
  /** It has read and is switched away from; it is back; it has written. */
  readonly steps: readonly [number, number, number];
  /** A window of time around it. */
  readonly fromNs: number;
  readonly toNs: number;
}

/** Far enough apart that the other thread has counted on visibly. */
const leastStepsBetween = 5000;

/** The first time that a thread is switched away from between reading a global variable and writing it; null if there is none. */
export function lostUpdateIn(session: Session): LostUpdate | null {
  let left = session.momentNear(0, 'switch', 1);
  while (left.step < session.steps) {
    const after = session.momentNear(left.step, 'switch', 1);
    const { justDone } = left;
    const isBetween = justDone?.opcodeName === 'BINARY_OP' || isReadOf(justDone?.argumentText, justDone?.opcodeName);
    if (justDone !== null && isBetween) {
      let back = after;
      while (back.nextThread !== justDone.thread && back.step < session.steps)
        back = session.momentNear(back.step, 'switch', 1);
      const written = writeAfter(session, back.step, justDone.thread);
      if (written !== null && back.step - left.step >= leastStepsBetween) {
        const aroundNs = Math.max(100_000, (back.timeNs - left.timeNs) / 2);
        return {
          thread: justDone.thread,
          steps: [left.step, back.step, written],
          fromNs: Math.round(left.timeNs - aroundNs),
          toNs: Math.round(back.timeNs + aroundNs),
        };
      }
    }
    left = after;
  }
  return null;
}

function isReadOf(name: string | undefined, opcode: string | undefined): boolean {
  return opcode === 'LOAD_GLOBAL' && name === 'counter';
}

/** The step after the thread's next write, if it comes within one statement. */
function writeAfter(session: Session, fromStep: number, thread: number): number | null {
  for (let step = fromStep + 1; step <= fromStep + 4; step += 1) {
    const { justDone } = session.momentAtStep(step);
    if (justDone?.thread === thread && justDone.opcodeName === 'STORE_GLOBAL') return step;
  }
  return null;
}
