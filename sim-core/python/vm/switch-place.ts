/** Tells the trace in which line of the program's own text a task gave its turn away. */
import type { PyFrame } from './frame.ts';
import type { PyThread } from './py-thread.ts';

/** `frame` stands just behind the bytecode that gave the turn away, or called what did. Library code is left out. */
export function recordSwitchPlace(thread: PyThread, frame: PyFrame): void {
  if (frame.code.isLibrary) return;
  const { fileName, positions } = frame.code.source;
  const line = positions[4 * Math.max(0, frame.pc - 1)] ?? -1;
  if (line > 0) thread.kernel.recorder.taskSwitch(fileName, line);
}
