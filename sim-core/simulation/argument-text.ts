/** An instruction's argument in words, as `dis` shows it in parentheses; '' if it has none. */
import type { CodeObject } from '../python/compiler/code-object.ts';
import { shownArgument } from '../python/compiler/dis/shown-argument.ts';
import { jumpOpcodes } from '../python/compiler/opcodes.ts';

export function argumentText(code: CodeObject, instruction: number): string {
  const opcode = code.opcodes[instruction] as number;
  if (jumpOpcodes.has(opcode)) return `→ ${2 * (code.offsets[code.arguments[instruction] as number] as number)}`;
  return shownArgument(code, instruction, new Map());
}
