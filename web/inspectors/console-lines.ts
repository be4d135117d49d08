/** From pieces of output to the lines of a terminal: a line belongs to the thread that began it. */
import type { ConsolePiece } from './console-echo.ts';

export interface ConsoleLine {
  readonly text: string;
  readonly stream: ConsolePiece['stream'];
  /** The end of the text that was typed, not printed. */
  readonly typed: string;
  readonly thread: number;
  readonly timeNs: number;
  readonly step: number;
}

export function consoleLines(output: readonly ConsolePiece[]): readonly ConsoleLine[] {
  const lines: ConsoleLine[] = [];
  let open: ConsoleLine | null = null;
  for (const piece of output) {
    const parts = piece.text.split('\n');
    for (const [index, part] of parts.entries()) {
      const isLast = index === parts.length - 1;
      if (part !== '' || !isLast) open = appended(open, piece, part);
      if (isLast || open === null) continue;
      lines.push(open);
      open = null;
    }
  }
  return open === null ? lines : [...lines, open];
}

function appended(open: ConsoleLine | null, piece: ConsolePiece, part: string): ConsoleLine {
  const typed = piece.stream === 'stdin' ? part : '';
  return open === null
    ? { ...piece, text: part, typed }
    : { ...open, text: open.text + part, typed: open.typed + typed };
}
