/**
 * Code as `python3.13 -m dis` prints it, with every address 0x0.
 * Models: CPython 3.13, Lib/dis.py.
 */
import type { CodeObject } from '../code-object.ts';
import { codeRepr } from '../constant-repr.ts';
import { extendedArguments } from '../instruction-offsets.ts';
import { hasArgument, jumpOpcodes, opcodeNames } from '../opcodes.ts';
import { shownArgument, rawArgument } from './shown-argument.ts';

export function disassemble(code: CodeObject): string {
  const parts = [listing(code)];
  for (const constant of code.constants) {
    if (typeof constant !== 'object' || constant?.kind !== 'code') continue;
    parts.push(`Disassembly of ${codeRepr(constant)}:\n${disassemble(constant)}`);
  }
  return parts.join('\n');
}

const opcodeWidth = 20;
const argumentWidth = 5;
const noLine = '--';

interface Layout {
  readonly lineWidth: number;
  readonly labelWidth: number;
  readonly labels: ReadonlyMap<number, number>;
}

function listing(code: CodeObject): string {
  const { opcodes } = code;
  const labels = labelsOf(code);
  const layout = { labels, lineWidth: lineWidthOf(code), labelWidth: 4 + String(labels.size).length };
  const rows: string[] = [];
  let lineBefore: number | null = null;
  for (let index = 0; index < opcodes.length; index += 1) {
    const line = code.positions[index * 4] ?? -1;
    const startsLine = line !== lineBefore;
    if (startsLine && index > 0) rows.push('');
    rows.push(...rowsOf(code, index, { ...layout, line: startsLine ? line : null }));
    lineBefore = line;
  }
  if (code.exceptionTable.length > 0) rows.push('ExceptionTable:', ...exceptionRows(code, labels));
  return `${rows.join('\n')}\n`;
}

/** Zero where no instruction has a line: then there is no such column. */
function lineWidthOf({ positions, opcodes }: CodeObject): number {
  const lines = Array.from({ length: opcodes.length }, (_, index) => positions[index * 4] ?? -1);
  const last = lines.reduce((latest, line) => Math.max(latest, line), 0);
  if (last === 0) return 0;
  const width = Math.max(3, String(last).length);
  return lines.includes(-1) ? Math.max(width, noLine.length + 2) : width;
}

/** Labels are numbered in the order of the code; by index of instruction. */
function labelsOf(code: CodeObject): Map<number, number> {
  const places = new Set<number>();
  code.opcodes.forEach((opcode, index) => {
    if (jumpOpcodes.has(opcode)) places.add(code.arguments[index] ?? 0);
  });
  const { exceptionTable } = code;
  for (let row = 0; row < exceptionTable.length; row += 5) {
    for (const place of exceptionTable.subarray(row, row + 3)) places.add(place);
  }
  const sorted = [...places].sort((a, b) => a - b);
  return new Map(sorted.map((place, index) => [place, index + 1]));
}

/** The rows of one instruction: its EXTENDED_ARGs first. */
function rowsOf(code: CodeObject, index: number, layout: Layout & { readonly line: number | null }): string[] {
  const opcode = code.opcodes[index] ?? 0;
  const raw = rawArgument(code, index);
  const label = layout.labels.get(index);
  let lineText = layout.line === null ? '' : layout.line < 0 ? noLine : String(layout.line);
  let labelText = label === undefined ? '' : `L${label}:`;
  const prefix = (): string => {
    const column = layout.lineWidth === 0 ? '' : `${lineText.padStart(layout.lineWidth)} `;
    const text = `${column}${labelText.padStart(layout.labelWidth)}     `;
    lineText = '';
    labelText = '';
    return text;
  };
  const rows: string[] = [];
  for (let left = extendedArguments(raw); left > 0; left -= 1) {
    rows.push(`${prefix()}${withArgument('EXTENDED_ARG', raw >>> (8 * left))}`);
  }
  const name = opcodeNames[opcode] ?? `<${opcode}>`;
  if (!hasArgument(opcode)) return [...rows, `${prefix()}${name}`];
  const shown = shownArgument(code, index, layout.labels);
  return [...rows, `${prefix()}${withArgument(name, raw)}${shown === '' ? '' : ` (${shown})`}`];
}

function withArgument(name: string, argument: number): string {
  const excess = Math.max(0, name.length - opcodeWidth);
  return `${name.padEnd(opcodeWidth)} ${String(argument).padStart(argumentWidth - excess)}`;
}

function exceptionRows({ exceptionTable }: CodeObject, labels: ReadonlyMap<number, number>): string[] {
  const rows: string[] = [];
  for (let at = 0; at < exceptionTable.length; at += 5) {
    const [start = 0, end = 0, target = 0, depth = 0, lasti = 0] = exceptionTable.subarray(at, at + 5);
    const label = (index: number): string => `L${labels.get(index) ?? 0}`;
    rows.push(`  ${label(start)} to ${label(end)} -> ${label(target)} [${depth}]${lasti === 0 ? '' : ' lasti'}`);
  }
  return rows;
}
