/**
 * Where instructions start, with room for their EXTENDED_ARGs and inline caches.
 * Models: CPython 3.13, Python/assemble.c (`resolve_jump_offsets`).
 */
import { cacheSizes, jumpOpcodes, JUMP_BACKWARD, JUMP_BACKWARD_NO_INTERRUPT } from './opcodes.ts';

/** In code units; an instruction's EXTENDED_ARGs stand before its offset. Jump arguments are indexes of instructions. */
export function offsetsOf(opcodes: Uint8Array, args: Int32Array): Int32Array {
  const count = opcodes.length;
  const offsets = new Int32Array(count);
  const extended = new Uint8Array(count);
  for (let index = 0; index < count; index += 1) {
    // Of a jump the target's index is the first guess, as it is CPython's: where two sizes would do, it decides.
    extended[index] = extendedArguments(args[index] ?? 0);
  }
  let isStable: boolean;
  do {
    placeAll(opcodes, extended, offsets);
    isStable = true;
    for (let index = 0; index < count; index += 1) {
      if (!jumpOpcodes.has(opcodes[index] ?? 0)) continue;
      const needed = extendedArguments(jumpDistance({ opcodes, args, offsets, extended }, index));
      if (needed === extended[index]) continue;
      extended[index] = needed;
      isStable = false;
    }
  } while (!isStable);
  return offsets;
}

function placeAll(opcodes: Uint8Array, extended: Uint8Array, offsets: Int32Array): void {
  let offset = 0;
  for (let index = 0; index < opcodes.length; index += 1) {
    offset += extended[index] ?? 0;
    offsets[index] = offset;
    offset += 1 + (cacheSizes[opcodes[index] ?? 0] ?? 0);
  }
}

/** So many prefixes an argument needs beyond its eight bits. */
export function extendedArguments(argument: number): number {
  if (argument < 0) return 3;
  return (argument > 0xff ? 1 : 0) + (argument > 0xffff ? 1 : 0) + (argument > 0xffffff ? 1 : 0);
}

interface Placed {
  readonly opcodes: Uint8Array;
  readonly args: Int32Array;
  readonly offsets: Int32Array;
  readonly extended: Uint8Array;
}

/** How far the jump at an index goes, in code units, from the end of its instruction. */
function jumpDistance({ opcodes, args, offsets, extended }: Placed, index: number): number {
  const opcode = opcodes[index] ?? 0;
  const target = args[index] ?? 0;
  const to = (offsets[target] ?? 0) - (extended[target] ?? 0);
  const end = (offsets[index] ?? 0) + 1 + (cacheSizes[opcode] ?? 0);
  const isBackward = opcode === JUMP_BACKWARD || opcode === JUMP_BACKWARD_NO_INTERRUPT;
  return isBackward ? end - to : to - end;
}
