/** The program as it lies in memory: one row an instruction, with its source line and labels. */
import type { AssembledProgram } from '../assembler/assemble.ts';
import { disassemble } from '../isa/disassemble.ts';
import type { ProgramImage } from '../machine/program-image.ts';

export interface ListingRow {
  readonly address: number;
  readonly word: number;
  readonly text: string;
  /** From 1; null for a program without source. */
  readonly line: number | null;
  readonly labels: readonly string[];
}

const mostRows = 2000;

export function listingOf(program: AssembledProgram): readonly ListingRow[] {
  return rowsOf(program, [...program.lineOfAddress.keys()], (address) => program.lineOfAddress.get(address) ?? null);
}

/** Without source everything in the segment of the entry is shown. */
export function listingOfImage(image: ProgramImage): readonly ListingRow[] {
  const segment = image.segments.find(
    ({ address, bytes }) => image.entry >= address && image.entry < address + bytes.length,
  );
  if (segment === undefined) return [];
  const count = Math.min(segment.bytes.length >>> 2, mostRows);
  return rowsOf(
    image,
    Array.from({ length: count }, (_, i) => segment.address + 4 * i),
    () => null,
  );
}

function rowsOf(
  image: ProgramImage,
  addresses: readonly number[],
  lineOf: (address: number) => number | null,
): ListingRow[] {
  const labels = new Map<number, string[]>();
  for (const [name, address] of image.symbols) labels.set(address, [...(labels.get(address) ?? []), name]);
  const symbolAt = (address: number): string | null => labels.get(address)?.at(-1) ?? null;
  return addresses.slice(0, mostRows).map((address) => {
    const word = wordAt(image, address);
    return {
      address,
      word,
      text: disassemble(word, address, symbolAt),
      line: lineOf(address),
      labels: labels.get(address) ?? [],
    };
  });
}

function wordAt(image: ProgramImage, address: number): number {
  const segment = image.segments.find((it) => address >= it.address && address + 4 <= it.address + it.bytes.length);
  if (segment === undefined) return 0;
  const { bytes } = segment;
  return new DataView(bytes.buffer, bytes.byteOffset).getInt32(address - segment.address, true);
}
