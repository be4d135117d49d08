/** What was typed stands in the console as a terminal shows it: where the program read it, after its prompt. */
import { eventKinds } from '../../sim-core/trace/event-kind.ts';
import type { OutputPiece, Trace } from '../../sim-core/trace/trace.ts';

export interface ConsolePiece extends Omit<OutputPiece, 'stream'> {
  readonly stream: OutputPiece['stream'] | 'stdin';
}

/** Output and, of a keyboard's input, the echo, in the order they happened. */
export function consolePieces(trace: Trace, isTyped: boolean): readonly ConsolePiece[] {
  if (!isTyped || !trace.kind.includes(eventKinds.input)) return trace.output;
  const pieces: ConsolePiece[] = [];
  for (let event = 0; event < trace.length; event += 1) {
    const kind = trace.kind[event];
    if (kind === eventKinds.output) {
      const piece = trace.output[trace.b[event] ?? -1];
      if (piece !== undefined) pieces.push(piece);
    } else if (kind === eventKinds.input) {
      pieces.push({
        stream: 'stdin',
        text: trace.strings[trace.b[event] ?? -1] ?? '',
        thread: trace.thread[event] ?? 0,
        timeNs: trace.timeNs[event] ?? 0,
        step: trace.step[event] ?? 0,
      });
    }
  }
  return pieces;
}
