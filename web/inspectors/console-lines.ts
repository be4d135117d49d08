/** From pieces of output to the lines of a terminal: a line belongs to the thread that began it. */
import type { OutputPiece } from '../../sim-core/trace/trace.ts';

export interface ConsoleLine {
  readonly text: string;
  readonly stream: 'stdout' | 'stderr';
  readonly thread: number;
  readonly timeNs: number;
  readonly step: number;
}

export function consoleLines(output: readonly OutputPiece[]): readonly ConsoleLine[] {
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

function appended(open: ConsoleLine | null, piece: OutputPiece, part: string): ConsoleLine {
  return open === null ? { ...piece, text: part } : { ...open, text: open.text + part };
}
