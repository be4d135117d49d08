/**
 * From a finished unit to its code object: offsets, positions, the exception table.
 * Models: CPython 3.13, Python/assemble.c.
 */
import { assert } from '../../base/assert.ts';
import type { CodeUnit } from './codegen/code-unit.ts';
import { noLocation } from './codegen/instruction.ts';
import { JUMP_NO_INTERRUPT } from './codegen/pseudo-opcodes.ts';
import { codeFlags, type CodeObject } from './code-object.ts';
import {
  blocksFrom,
  isJump,
  isUnconditionalJump,
  type BasicBlock,
  type BlockInstruction,
} from './flow-graph/basic-block.ts';
import { finishBlocks } from './flow-graph/final-instructions.ts';
import { prepareFrame } from './flow-graph/frame-slots.ts';
import { optimizeUnit } from './flow-graph/optimize.ts';
import { stackDepth } from './flow-graph/stack-depth.ts';
import { offsetsOf } from './instruction-offsets.ts';
import * as op from './opcodes.ts';

export interface AssembleOptions {
  readonly fileName: string;
  readonly hasFutureAnnotations: boolean;
  readonly hasVarArgs: boolean;
  readonly hasVarKeywords: boolean;
  /** End with `return None` where control reaches the end, else return what is on the stack. */
  readonly returnsNone: boolean;
}

export function assemble(unit: CodeUnit, options: AssembleOptions): CodeObject {
  if (options.returnsNone) unit.emit(noLocation, op.LOAD_CONST, unit.constants.add(null));
  unit.emit(noLocation, op.RETURN_VALUE);
  const flags = flagsOf(unit, options);
  const { argumentCount, positionalOnlyCount, keywordOnlyCount } = unit;
  const variable = (options.hasVarArgs ? 1 : 0) + (options.hasVarKeywords ? 1 : 0);
  const parameterCount = argumentCount + positionalOnlyCount + keywordOnlyCount + variable;
  const { entry, constants } = optimizeUnit(unit, parameterCount);
  const stackSize = Math.max(stackDepth(entry), 1);
  const isGenerator = (flags & (codeFlags.generator | codeFlags.coroutine | codeFlags.asyncGenerator)) !== 0;
  const slots = prepareFrame(entry, unit, isGenerator);
  finishBlocks(entry);
  return {
    kind: 'code',
    name: unit.name,
    qualifiedName: unit.qualifiedName,
    fileName: options.fileName,
    firstLineNumber: unit.firstLine,
    argumentCount: argumentCount + positionalOnlyCount,
    positionalOnlyCount,
    keywordOnlyCount,
    flags,
    stackSize,
    constants,
    names: unit.names.names,
    localsPlusNames: slots.names,
    localsPlusKinds: slots.kinds,
    ...linearize(entry),
  };
}

function flagsOf({ scope }: CodeUnit, options: AssembleOptions): number {
  let flags = options.hasFutureAnnotations ? codeFlags.futureAnnotations : 0;
  if (!scope.isFunctionLike) return flags;
  flags |= codeFlags.newLocals | codeFlags.optimized;
  if (scope.isNested) flags |= codeFlags.nested;
  if (scope.isGenerator) flags |= scope.isCoroutine ? codeFlags.asyncGenerator : codeFlags.generator;
  else if (scope.isCoroutine) flags |= codeFlags.coroutine;
  if (options.hasVarArgs) flags |= codeFlags.varArgs;
  if (options.hasVarKeywords) flags |= codeFlags.varKeywords;
  return flags;
}

type Instructions = Pick<CodeObject, 'opcodes' | 'arguments' | 'offsets' | 'positions' | 'exceptionTable'>;

function linearize(entry: BasicBlock): Instructions {
  const instructions: BlockInstruction[] = [];
  const starts = new Map<BasicBlock, number>();
  for (const block of blocksFrom(entry)) {
    starts.set(block, instructions.length);
    for (const instruction of block.instructions) instructions.push(instruction);
  }
  const startOf = (block: BasicBlock | null): number => {
    const start = block === null ? undefined : starts.get(block);
    assert(start !== undefined, 'every target is in the code');
    return start;
  };
  const opcodes = new Uint8Array(instructions.length);
  const args = new Int32Array(instructions.length);
  const positions = new Int32Array(instructions.length * 4);
  instructions.forEach(({ opcode, argument, target, location }, index) => {
    const isToTarget = isJump(opcode);
    args[index] = isToTarget ? startOf(target) : argument;
    opcodes[index] = isUnconditionalJump(opcode) ? directed(opcode, startOf(target) <= index) : opcode;
    positions.set([location.line, location.endLine, location.column, location.endColumn], index * 4);
  });
  const offsets = offsetsOf(opcodes, args);
  return { opcodes, arguments: args, offsets, positions, exceptionTable: exceptionTableOf(instructions, startOf) };
}

function directed(opcode: number, isBackward: boolean): number {
  if (!isBackward) return op.JUMP_FORWARD;
  return opcode === JUMP_NO_INTERRUPT ? op.JUMP_BACKWARD_NO_INTERRUPT : op.JUMP_BACKWARD;
}

function exceptionTableOf(
  instructions: readonly BlockInstruction[],
  startOf: (block: BasicBlock) => number,
): Int32Array {
  const rows: number[] = [];
  let start = 0;
  let handler: BasicBlock | null = null;
  const close = (end: number): void => {
    if (handler === null) return;
    const lasti = handler.preservesLasti ? 1 : 0;
    rows.push(start, end, startOf(handler), handler.startDepth - 1 - lasti, lasti);
  };
  instructions.forEach((instruction, index) => {
    if (instruction.handler === handler) return;
    close(index);
    start = index;
    handler = instruction.handler;
  });
  close(instructions.length);
  return Int32Array.from(rows);
}
