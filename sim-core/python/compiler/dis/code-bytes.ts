/**
 * Code objects as CPython stores them: opcodes and arguments in pairs of bytes with their EXTENDED_ARGs and caches, and the exception table.
 * Models: CPython 3.13, Python/assemble.c, Objects/exception_handling_notes.txt.
 */
import type { CodeObject } from '../code-object.ts';
import { extendedArguments } from '../instruction-offsets.ts';
import { cacheSizes, hasArgument } from '../opcodes.ts';
import { rawArgument } from './shown-argument.ts';

const extendedArg = 71;

/** co_code */
export function codeBytes(code: CodeObject): Uint8Array {
  const bytes: number[] = [];
  for (const [index, opcode] of code.opcodes.entries()) {
    const argument = hasArgument(opcode) ? rawArgument(code, index) : 0;
    for (let left = extendedArguments(argument); left > 0; left -= 1)
      bytes.push(extendedArg, (argument >>> (8 * left)) & 0xff);
    bytes.push(opcode, argument & 0xff);
    for (let left = cacheSizes[opcode] ?? 0; left > 0; left -= 1) bytes.push(0, 0);
  }
  return Uint8Array.from(bytes);
}

/** Of each code unit the instruction it belongs to. */
export function instructionOfUnits(code: CodeObject): number[] {
  const units: number[] = [];
  for (const [index, opcode] of code.opcodes.entries()) {
    const end = (code.offsets[index] ?? 0) + 1 + (cacheSizes[opcode] ?? 0);
    while (units.length < end) units.push(index);
  }
  return units;
}

/** co_exceptiontable */
export function exceptionTableBytes(code: CodeObject): Uint8Array {
  const units = instructionOfUnits(code);
  const startOf = (index: number): number => (index >= code.opcodes.length ? units.length : units.indexOf(index));
  const bytes: number[] = [];
  const { exceptionTable } = code;
  for (let row = 0; row < exceptionTable.length; row += 5) {
    const [start = 0, end = 0, target = 0, depth = 0, lasti = 0] = exceptionTable.subarray(row, row + 5);
    const from = startOf(start);
    bytes.push(...variableLength(from, 0x80));
    bytes.push(...variableLength(startOf(end) - from, 0));
    bytes.push(...variableLength(startOf(target), 0));
    bytes.push(...variableLength((depth << 1) | lasti, 0));
  }
  return Uint8Array.from(bytes);
}

/** Six bits a byte, the high ones first; 0x40 says that more follow. */
function variableLength(value: number, firstBit: number): number[] {
  const bytes = [value & 0x3f];
  for (let rest = value >> 6; rest > 0; rest >>= 6) bytes.unshift((rest & 0x3f) | 0x40);
  bytes[0] = (bytes[0] as number) | firstBit;
  return bytes;
}
