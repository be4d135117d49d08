/** Every instruction that the interpreter loop does not execute itself, by opcode. */
import { containerInstructions } from './container-instructions.ts';
import { exceptionInstructions } from './exception-instructions.ts';
import type { Instruction } from './instruction.ts';
import { nameInstructions } from './name-instructions.ts';

export const instructionTable: readonly (Instruction | undefined)[] = makeTable();

function makeTable(): (Instruction | undefined)[] {
  const table: (Instruction | undefined)[] = Array.from({ length: 256 }, () => undefined);
  for (const [opcode, instruction] of [...containerInstructions, ...exceptionInstructions, ...nameInstructions])
    table[opcode] = instruction;
  return table;
}
