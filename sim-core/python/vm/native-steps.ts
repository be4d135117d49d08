/** Pushes native code that goes step by step (a generator) onto a thread's call stack. */
import type { PlainSteps } from '../objects/native-function.ts';
import { NativeFrame, returnModes } from './frame.ts';
import type { PyThread } from './py-thread.ts';

/** The thread goes on with these steps; their result is the value of whatever is being evaluated. */
export function pushSteps(
  thread: PyThread,
  name: string,
  steps: PlainSteps,
  returnMode: number = returnModes.push,
): undefined {
  const frame = new NativeFrame(steps, name, thread.frame);
  frame.returnMode = returnMode;
  thread.frame = frame;
  thread.sent = null;
  return undefined;
}
