/**
 * Reads an executable.
 * Models: ELF32, little endian, ET_EXEC, EM_RISCV: every PT_LOAD segment with its zero-filled rest, the entry, the symbol table.
 * Leaves out: relocation, dynamic linking, compressed code (e_flags with RVC is refused), permissions.
 */
import type { ProgramImage, Segment } from '../machine/program-image.ts';

export type ReadElf =
  | { readonly kind: 'image'; readonly image: ProgramImage }
  | { readonly kind: 'refused'; readonly reason: string };

const magic = 0x464c457f;
const executableType = 2;
const riscvMachine = 243;
const compressedFlag = 1;
const loadSegment = 1;
const symbolTable = 2;
const largestProgram = 64 * 1024 * 1024;

export function isElf(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true) === magic;
}

export function readElf(bytes: Uint8Array): ReadElf {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const reason = mistakeInHeader(bytes, view);
  if (reason !== null) return { kind: 'refused', reason };
  const segments = segmentsOf(bytes, view);
  if (segments === null) return { kind: 'refused', reason: 'a segment lies outside of the file' };
  return {
    kind: 'image',
    image: { segments, entry: view.getUint32(24, true), symbols: symbolsOf(bytes, view), stackTop: null },
  };
}

function mistakeInHeader(bytes: Uint8Array, view: DataView): string | null {
  if (!isElf(bytes) || bytes.length < 52) return 'this is not an ELF file';
  if (bytes[4] !== 1) return 'this is a 64-bit ELF; a 32-bit one is needed (-march=rv32ima -mabi=ilp32)';
  if (bytes[5] !== 1) return 'this ELF is big endian';
  if (view.getUint16(18, true) !== riscvMachine) return 'this ELF is not for RISC-V';
  if (view.getUint16(16, true) !== executableType) return 'this ELF is not a linked executable';
  if ((view.getUint32(36, true) & compressedFlag) !== 0)
    return 'this ELF has compressed instructions: use -march=rv32ima';
  return null;
}

function segmentsOf(bytes: Uint8Array, view: DataView): Segment[] | null {
  const start = view.getUint32(28, true);
  const size = view.getUint16(42, true);
  const count = view.getUint16(44, true);
  const segments: Segment[] = [];
  for (let at = start; at < start + count * size; at += size) {
    if (at + 32 > bytes.length) return null;
    if (view.getUint32(at, true) !== loadSegment) continue;
    const offset = view.getUint32(at + 4, true);
    const address = view.getUint32(at + 8, true);
    const fileBytes = view.getUint32(at + 16, true);
    const memoryBytes = view.getUint32(at + 20, true);
    if (offset + fileBytes > bytes.length || memoryBytes > largestProgram || fileBytes > memoryBytes) return null;
    // Memory that was never written reads as zero: only the file's part has to be loaded.
    segments.push({ address, bytes: bytes.slice(offset, offset + fileBytes) });
  }
  return segments;
}

function symbolsOf(bytes: Uint8Array, view: DataView): Map<string, number> {
  const symbols = new Map<string, number>();
  const start = view.getUint32(32, true);
  const size = view.getUint16(46, true);
  const count = view.getUint16(48, true);
  if (start === 0 || size < 40 || start + size * count > bytes.length) return symbols;
  for (let section = 0; section < count; section += 1) {
    const at = start + section * size;
    const link = view.getUint32(at + 24, true);
    if (view.getUint32(at + 4, true) !== symbolTable || link >= count) continue;
    const names = view.getUint32(start + link * size + 16, true);
    const first = view.getUint32(at + 16, true);
    const end = Math.min(first + view.getUint32(at + 20, true), bytes.length - 15);
    for (let symbol = first; symbol < end; symbol += 16) {
      const name = textAt(bytes, names + view.getUint32(symbol, true));
      if (name !== '') symbols.set(name, view.getUint32(symbol + 4, true));
    }
  }
  return symbols;
}

function textAt(bytes: Uint8Array, start: number): string {
  let text = '';
  for (let at = start; at < bytes.length && bytes[at] !== 0; at += 1) text += String.fromCharCode(bytes[at] ?? 0);
  return text;
}
