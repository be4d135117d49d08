/** What is wrong with an assembly source, and what to do about it. */
import type { Diagnostic } from '../../base/diagnostics.ts';
import type { Token } from './scan.ts';

export interface AssemblyDiagnostic extends Diagnostic {
  /** What to write instead; null where there is nothing sensible to say. */
  readonly hint: string | null;
}

/** The place of a few tokens on a line. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly end: number;
}

export function errorAt(place: Place, message: string, hint: string | null = null): AssemblyDiagnostic {
  return {
    severity: 'error',
    message,
    hint,
    start: { line: place.line, column: place.column },
    end: { line: place.line, column: Math.max(place.end, place.column + 1) },
  };
}

export function placeOf(tokens: readonly Token[], otherwise: Place): Place {
  const first = tokens[0];
  const last = tokens.at(-1);
  return first && last ? { line: first.line, column: first.column, end: last.end } : otherwise;
}

/** The known word most like a wrong one, or null if none is alike. */
export function nearestWord(word: string, known: Iterable<string>): string | null {
  let nearest: string | null = null;
  let least = Math.max(2, Math.floor(word.length / 2));
  for (const candidate of known) {
    const distance = editDistance(word, candidate);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

/** Levenshtein's distance, row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
