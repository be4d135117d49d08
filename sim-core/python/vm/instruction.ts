import type { PyFrame } from './frame.ts';
import type { PyThread } from './py-thread.ts';

/**
 * One instruction that is not worth a place in the interpreter loop. `frame.sp` and `frame.pc` are up to date before and after.
 * False: another frame is on top now (or a blocking call has begun), whose result goes on this frame's stack.
 */
export type Instruction = (thread: PyThread, frame: PyFrame, arg: number) => boolean;

/** The frame goes on, with its stack's next free place at `sp`. */
export function done(frame: PyFrame, sp: number): true {
  frame.sp = sp;
  return true;
}
