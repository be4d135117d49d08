/**
 * The assembler: text to a program image, in two passes.
 * Models: GNU as for RV32 in spelling: sections, labels, numeric labels, expressions, pseudo-instructions, %hi/%lo/%pcrel_*.
 * Leaves out: macros, conditional assembly, relaxation, a linker.
 */
import type { Parsed } from '../../base/diagnostics.ts';
import type { ProgramImage, Segment } from '../machine/program-image.ts';
import { errorAt } from './assembly-diagnostic.ts';
import type { AssemblyDiagnostic } from './assembly-diagnostic.ts';
import { carryOut } from './directives.ts';
import { encodeInstruction } from './encode-instruction.ts';
import { evaluate, lowerPart, upperPart } from './expression.ts';
import type { Scope } from './expression.ts';
import { Layout } from './layout.ts';
import type { Item, SectionBases } from './layout.ts';
import { expandPseudo, splitOperands } from './pseudo-instructions.ts';
import type { RealInstruction } from './pseudo-instructions.ts';
import { scan } from './scan.ts';
import type { Token } from './scan.ts';

export interface AssembledProgram extends ProgramImage {
  /** The source line of every instruction. */
  readonly lineOfAddress: ReadonlyMap<number, number>;
}

export interface Assembled extends Parsed<AssembledProgram> {
  readonly diagnostics: readonly AssemblyDiagnostic[];
}

/** Where Patterson & Hennessy put text and static data. */
export const textbookBases: SectionBases = { text: 0x00400000, data: 0x10000000 };
const stackTop = 0x7ffffff0;

export function assemble(source: string, bases: SectionBases = textbookBases): Assembled {
  const layout = new Layout(bases);
  for (const statement of scan(source, layout.diagnostics)) {
    layout.order += 1;
    layOut(layout, statement);
  }
  const segments = layout.items.flatMap((item) => segmentOf(layout, item));
  const lines = layout.items
    .filter((item) => item.kind === 'instruction')
    .map((it) => [it.address, it.head.line] as const);
  const { symbols } = layout;
  for (const [name, tokens] of layout.lateSymbols) {
    const value = lookUp(layout, tokens);
    if (value !== undefined) symbols.set(name, value);
  }
  const entry = symbols.get('_start') ?? symbols.get('main') ?? bases.text;
  const value = { segments: joined(segments), entry, symbols, stackTop, lineOfAddress: new Map(lines) };
  return { value, diagnostics: layout.diagnostics.toSorted((a, b) => a.start.line - b.start.line) };
}

/** The first pass over a statement: labels, then a directive, a definition or an instruction. */
function layOut(layout: Layout, statement: readonly Token[]): void {
  const [head, next] = statement;
  if (head === undefined) return;
  if (next?.text === ':' && (head.kind === 'name' || head.kind === 'number' || head.kind === 'string')) {
    defineLabel(layout, head);
    layOut(layout, statement.slice(2));
  } else if (next?.text === '=' && head.kind === 'name') {
    const equ = { ...head, text: '.equ' };
    carryOut(layout, { head: equ, operands: [[head], statement.slice(2)] });
  } else if (head.text.startsWith('.')) {
    const isKnown = carryOut(layout, { head, operands: splitOperands(statement.slice(1)) });
    if (!isKnown) layout.diagnostics.push(errorAt(head, `unknown directive '${head.text}'`));
  } else if (head.kind === 'name') {
    layOutInstruction(layout, head, splitOperands(statement.slice(1)));
  } else {
    layout.diagnostics.push(errorAt(head, `an instruction is expected here, not '${head.text}'`));
  }
}

function defineLabel(layout: Layout, token: Token): void {
  if (token.kind === 'number') return layout.defineLocal(token.value);
  const name = token.kind === 'string' ? token.text.slice(1, -1) : token.text;
  if (layout.symbols.has(name)) layout.diagnostics.push(errorAt(token, `'${name}' is defined twice`));
  layout.symbols.set(name, layout.here);
}

function layOutInstruction(layout: Layout, name: Token, operands: readonly (readonly Token[])[]): void {
  const lowered = { ...name, text: name.text.toLowerCase() };
  const isLoadImmediate = lowered.text === 'li' && operands.length === 2;
  const real = isLoadImmediate ? expandLoadImmediate(layout, lowered, operands) : expandPseudo(lowered, operands);
  for (const instruction of real) {
    layout.items.push({ kind: 'instruction', instruction, address: layout.here, order: layout.order, head: name });
    layout.skip(4);
  }
}

/** `li` takes one instruction or two, by its value; two if that is not known yet. */
function expandLoadImmediate(
  layout: Layout,
  name: Token,
  operands: readonly (readonly Token[])[],
): readonly RealInstruction[] {
  const [register = [], tokens = []] = operands;
  const scope = layout.scopeAt(layout.here, layout.order, () => undefined);
  const known = evaluate(tokens, scope, name);
  const mistake = evaluate(tokens, { ...scope, symbol: () => 0, local: () => 0 }, name);
  if (typeof mistake !== 'number') layout.diagnostics.push(mistake);
  const value = typeof known === 'number' ? known | 0 : typeof mistake === 'number' ? null : 0;
  const number = (n: number): Token[] => [{ ...name, kind: 'number', text: String(n), value: n }];
  const make = (text: string, ...rest: readonly (readonly Token[])[]): RealInstruction => {
    return { name: { ...name, text }, operands: [register, ...rest] };
  };
  if (value === null) {
    const part = (text: string): Token[] => [
      { ...name, kind: 'function', text },
      { ...name, kind: 'mark', text: '(' },
      ...tokens,
      { ...name, kind: 'mark', text: ')' },
    ];
    return [make('lui', part('%hi')), make('addi', register, part('%lo'))];
  }
  const zero = [{ ...name, text: 'zero' }];
  if (value >= -2048 && value <= 2047) return [make('addi', zero, number(value))];
  const lui = make('lui', number(upperPart(value)));
  return lowerPart(value) === 0 ? [lui] : [lui, make('addi', register, number(lowerPart(value)))];
}

/** The second pass over an item: its bytes. */
function segmentOf(layout: Layout, item: Item): Segment[] {
  switch (item.kind) {
    case 'bytes':
      return [{ address: item.address, bytes: Uint8Array.from(item.bytes) }];
    case 'numbers':
      return item.expressions.map((tokens, i) => {
        const address = item.address + i * item.size;
        const value = valueOrReport(layout, evaluate(tokens, scopeOf(layout, address, item.order), item.head));
        return { address, bytes: littleEndian(value, item.size) };
      });
    case 'instruction': {
      const scope = scopeOf(layout, item.address, item.order);
      rememberTarget(layout, item.instruction, scope);
      const word = valueOrReport(layout, encodeInstruction(item.instruction, scope));
      return [{ address: item.address, bytes: littleEndian(word | 0, 4) }];
    }
  }
}

/** An auipc with %pcrel_hi: a later %pcrel_lo will ask what it was for. */
function rememberTarget(layout: Layout, { operands }: RealInstruction, scope: Scope): void {
  const operand = operands[1] ?? [];
  if (operand[0]?.text !== '%pcrel_hi') return;
  const target = evaluate(operand.slice(1), scope, operand[0]);
  if (typeof target === 'number') layout.pcRelativeTargets.set(scope.here, target);
}

function valueOrReport(layout: Layout, value: number | AssemblyDiagnostic): number {
  if (typeof value === 'number') return value;
  layout.diagnostics.push(value);
  return 0;
}

function scopeOf(layout: Layout, here: number, order: number): Scope {
  return layout.scopeAt(here, order, (tokens) => lookUp(layout, tokens));
}

/** The value of a definition that was late; one level deep is enough, and keeps circles out. */
function lookUp(layout: Layout, tokens: readonly Token[]): number | undefined {
  const [head] = tokens;
  if (head === undefined) return undefined;
  const value = evaluate(
    tokens,
    layout.scopeAt(0, layout.order, () => undefined),
    head,
  );
  return typeof value === 'number' ? value : undefined;
}

function littleEndian(value: number, size: number): Uint8Array {
  const isNegative = value < 0;
  const high = Math.floor(value / 0x100000000);
  return Uint8Array.from({ length: size }, (_, i) => {
    const word = i < 4 ? value : Number.isSafeInteger(high) ? high : isNegative ? -1 : 0;
    return (word >>> (8 * (i % 4))) & 0xff;
  });
}

/** Segments that touch become one. */
function joined(segments: readonly Segment[]): Segment[] {
  const result: { address: number; bytes: number[] }[] = [];
  for (const segment of segments) {
    const last = result.findLast((it) => it.address + it.bytes.length === segment.address);
    if (last) last.bytes.push(...segment.bytes);
    else result.push({ address: segment.address, bytes: [...segment.bytes] });
  }
  return result.map(({ address, bytes }) => ({ address, bytes: Uint8Array.from(bytes) }));
}
