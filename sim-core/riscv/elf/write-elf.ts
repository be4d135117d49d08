/**
 * Writes a program image as an executable that other simulators can load, too.
 * Models: the ELF32 file that a linker makes for RV32IMA: file header, PT_LOAD segments, symbol and string tables.
 */
import type { ProgramImage } from '../machine/program-image.ts';

const headerBytes = 52;
const segmentHeaderBytes = 32;
const sectionHeaderBytes = 40;
const symbolBytes = 16;
const absoluteSection = 0xfff1;

export function writeElf(image: ProgramImage): Uint8Array {
  const strings = stringTableOf(['.symtab', '.strtab', ...image.symbols.keys()]);
  const dataStart = headerBytes + segmentHeaderBytes * image.segments.length;
  const dataBytes = image.segments.reduce((sum, segment) => sum + segment.bytes.length, 0);
  const symbolsStart = (dataStart + dataBytes + 3) & ~3;
  const symbolsBytes = symbolBytes * (image.symbols.size + 1);
  const stringsStart = symbolsStart + symbolsBytes;
  const sectionsStart = (stringsStart + strings.bytes.length + 3) & ~3;
  const bytes = new Uint8Array(sectionsStart + 3 * sectionHeaderBytes);
  const view = new DataView(bytes.buffer);
  writeHeader(bytes, view, { image, sectionsStart });
  writeSegments(bytes, view, image);
  let at = symbolsStart + symbolBytes;
  for (const [name, value] of image.symbols) {
    view.setUint32(at, strings.offsets.get(name) ?? 0, true);
    view.setUint32(at + 4, value, true);
    view.setUint8(at + 12, 0x10);
    view.setUint16(at + 14, absoluteSection, true);
    at += symbolBytes;
  }
  bytes.set(strings.bytes, stringsStart);
  const sections = [
    [strings.offsets.get('.symtab'), 2, symbolsStart, symbolsBytes, 2, symbolBytes],
    [strings.offsets.get('.strtab'), 3, stringsStart, strings.bytes.length, 0, 0],
  ];
  for (const [i, [name = 0, type = 0, start = 0, length = 0, link = 0, entry = 0]] of sections.entries()) {
    const section = sectionsStart + (i + 1) * sectionHeaderBytes;
    for (const [offset, value] of [
      [0, name],
      [4, type],
      [16, start],
      [20, length],
      [24, link],
      [28, 1],
      [36, entry],
    ]) {
      view.setUint32(section + (offset ?? 0), value ?? 0, true);
    }
  }
  return bytes;
}

function writeHeader(bytes: Uint8Array, view: DataView, parts: { image: ProgramImage; sectionsStart: number }): void {
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1]);
  view.setUint16(16, 2, true);
  view.setUint16(18, 243, true);
  view.setUint32(20, 1, true);
  view.setUint32(24, parts.image.entry, true);
  view.setUint32(28, headerBytes, true);
  view.setUint32(32, parts.sectionsStart, true);
  view.setUint16(40, headerBytes, true);
  view.setUint16(42, segmentHeaderBytes, true);
  view.setUint16(44, parts.image.segments.length, true);
  view.setUint16(46, sectionHeaderBytes, true);
  view.setUint16(48, 3, true);
  view.setUint16(50, 2, true);
}

function writeSegments(bytes: Uint8Array, view: DataView, image: ProgramImage): void {
  let offset = headerBytes + segmentHeaderBytes * image.segments.length;
  for (const [i, segment] of image.segments.entries()) {
    const at = headerBytes + i * segmentHeaderBytes;
    const length = segment.bytes.length;
    const fields = [1, offset, segment.address, segment.address, length, length, 7, 4];
    for (const [field, value] of fields.entries()) view.setUint32(at + 4 * field, value, true);
    bytes.set(segment.bytes, offset);
    offset += length;
  }
}

function stringTableOf(names: readonly string[]): { bytes: Uint8Array; offsets: Map<string, number> } {
  const offsets = new Map<string, number>();
  const bytes = [0];
  for (const name of names) {
    offsets.set(name, bytes.length);
    for (const character of name) bytes.push(character.charCodeAt(0) & 0xff);
    bytes.push(0);
  }
  return { bytes: Uint8Array.from(bytes), offsets };
}
