/** The signature of a RISC-V architecture test: the words between two symbols, eight hexadecimal digits a line. */
import type { Machine } from './machine.ts';

/** Null if the program has no signature. */
export function signatureOf(machine: Machine): string | null {
  const begin = machine.image.symbols.get('begin_signature');
  const end = machine.image.symbols.get('end_signature');
  if (begin === undefined || end === undefined) return null;
  const lines: string[] = [];
  for (let address = begin; address < end; address += 4) {
    lines.push((machine.peek(address, 4) >>> 0).toString(16).padStart(8, '0'));
  }
  return lines.map((line) => `${line}\n`).join('');
}
