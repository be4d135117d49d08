/**
 * Instructions as code generation makes them: with labels for targets, before there are blocks.
 * Models: CPython 3.13, Python/instruction_sequence.c.
 */
import type { Located } from '../../syntax/ast.ts';

/** A place that instructions jump to, numbered within its code unit. */
export type Label = number & { readonly __id: 'label' };

/** Where an instruction comes from; the line is -1 where it comes from nowhere. */
export type Location = Located;

export const noLocation: Location = { line: -1, column: -1, endLine: -1, endColumn: -1 };

export interface Instruction {
  opcode: number;
  argument: number;
  target: Label | null;
  location: Location;
}
