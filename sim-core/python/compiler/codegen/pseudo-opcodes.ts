/**
 * Opcodes that exist only inside the compiler.
 * Models: CPython 3.13, Include/opcode_ids.h (those above 255).
 */
export const JUMP = 256;
/** A jump at which the machine does not look for signals or requests to switch. */
export const JUMP_NO_INTERRUPT = 257;
export const LOAD_CLOSURE = 258;
export const POP_BLOCK = 263;
/** From here to POP_BLOCK an exception goes to the target with the place of the error pushed. */
export const SETUP_CLEANUP = 264;
export const SETUP_FINALLY = 265;
export const SETUP_WITH = 266;
export const STORE_FAST_MAYBE_NULL = 267;

export function isBlockPush(opcode: number): boolean {
  return opcode === SETUP_CLEANUP || opcode === SETUP_FINALLY || opcode === SETUP_WITH;
}
