/** The assembler's directives. Models: those that GNU as and compilers for RISC-V use; what only debuggers and linkers read is skipped. */
import { errorAt } from './assembly-diagnostic.ts';
import { evaluate } from './expression.ts';
import type { Layout } from './layout.ts';
import { bytesOfString } from './scan.ts';
import type { Token } from './scan.ts';

export interface Directive {
  readonly head: Token;
  readonly operands: readonly (readonly Token[])[];
}

type Handler = (layout: Layout, directive: Directive) => void;

const ignored = new Set(
  (
    '.globl .global .local .weak .option .size .type .ident .file .attribute .loc .addrsig .addrsig_sym .end .p2alignw ' +
    '.hidden .protected .internal .variant_cc .previous .title'
  ).split(' '),
);

/** Gaps in code can be run through. */
const nop = [0x13, 0, 0, 0];

const mostSkippedBytes = 0x80000;

const handlers: Readonly<Record<string, Handler>> = {
  '.text': enter('.text'),
  '.data': enter('.data'),
  '.bss': enter('.bss'),
  '.rodata': enter('.rodata'),
  '.section': enterNamed,
  '.pushsection': enterNamed,
  '.byte': numbers(1),
  '.half': numbers(2),
  '.short': numbers(2),
  '.2byte': numbers(2),
  '.hword': numbers(2),
  '.word': numbers(4),
  '.long': numbers(4),
  '.int': numbers(4),
  '.4byte': numbers(4),
  '.dword': numbers(8),
  '.quad': numbers(8),
  '.8byte': numbers(8),
  '.ascii': strings(false),
  '.asciz': strings(true),
  '.string': strings(true),
  '.zero': skip,
  '.space': skip,
  '.skip': skip,
  '.fill': fill,
  '.align': (layout, directive) => align(layout, directive, (n) => 2 ** n),
  '.p2align': (layout, directive) => align(layout, directive, (n) => 2 ** n),
  '.balign': (layout, directive) => align(layout, directive, (n) => n),
  '.equ': define,
  '.set': define,
  '.equiv': define,
  '.comm': common,
  '.lcomm': common,
};

/** Carries a directive out; false if there is none of that name. */
export function carryOut(layout: Layout, directive: Directive): boolean {
  const name = directive.head.text;
  const handler = handlers[name];
  if (handler) handler(layout, directive);
  return handler !== undefined || ignored.has(name) || name.startsWith('.cfi_') || name.startsWith('.debug');
}

function enter(section: string): Handler {
  return (layout) => layout.enter(section, section === '.text');
}

function enterNamed(layout: Layout, { operands }: Directive): void {
  const name = operands[0]?.map((token) => token.text).join('') ?? '.data';
  const flags = operands[1]?.[0]?.text ?? '';
  const family = ['.text', '.data', '.bss', '.rodata'].find((it) => name === it || name.startsWith(`${it}.`));
  const small = { '.sdata': '.data', '.sbss': '.bss', '.srodata': '.rodata' }[name];
  layout.enter(family ?? small ?? name, family === '.text' || flags.includes('x'));
}

function numbers(size: number): Handler {
  return (layout, { head, operands }) => {
    const { here, order } = layout;
    layout.items.push({ kind: 'numbers', size, expressions: operands, address: here, order, head });
    layout.skip(size * operands.length);
  };
}

function strings(isTerminated: boolean): Handler {
  return (layout, { head, operands }) => {
    for (const operand of operands) {
      const [token] = operand;
      if (operand.length !== 1 || token?.kind !== 'string') {
        layout.diagnostics.push(errorAt(token ?? head, 'a string in double quotes is expected'));
        continue;
      }
      placeBytes(layout, head, [...bytesOfString(token.text), ...(isTerminated ? [0] : [])]);
    }
  };
}

function placeBytes(layout: Layout, head: Token, bytes: readonly number[]): void {
  layout.items.push({ kind: 'bytes', bytes, address: layout.here, order: layout.order, head });
  layout.skip(bytes.length);
}

function skip(layout: Layout, directive: Directive): void {
  const bytes = sizeIn(layout, directive, 0) ?? 0;
  const value = directive.operands.length > 1 ? (sizeIn(layout, directive, 1) ?? 0) : 0;
  if (value === 0) layout.skip(bytes);
  else
    placeBytes(
      layout,
      directive.head,
      Array.from({ length: bytes }, () => value & 0xff),
    );
}

function fill(layout: Layout, directive: Directive): void {
  const count = sizeIn(layout, directive, 0) ?? 0;
  const size = directive.operands.length > 1 ? (sizeIn(layout, directive, 1) ?? 0) : 1;
  const value = directive.operands.length > 2 ? (sizeIn(layout, directive, 2) ?? 0) : 0;
  const unit = Array.from({ length: size }, (_, i) => (i < 4 ? (value >>> (8 * i)) & 0xff : 0));
  placeBytes(
    layout,
    directive.head,
    Array.from({ length: count }).flatMap(() => unit),
  );
}

function align(layout: Layout, directive: Directive, bytesOf: (n: number) => number): void {
  const bytes = bytesOf(sizeIn(layout, directive, 0) ?? 0);
  const past = bytes > 0 ? layout.here % bytes : 0;
  const gap = past === 0 ? 0 : bytes - past;
  const filling = Array.from({ length: gap }, (_, i) =>
    layout.isCode && i >= gap % 4 ? (nop[(i - (gap % 4)) % 4] ?? 0) : 0,
  );
  placeBytes(layout, directive.head, filling);
}

function define(layout: Layout, { head, operands }: Directive): void {
  const name = operands[0]?.[0];
  const tokens = operands[1];
  if (name === undefined || tokens === undefined) {
    layout.diagnostics.push(
      errorAt(head, `${head.text} takes a name and a value`, `for example ${head.text} SIZE, 16`),
    );
    return;
  }
  const value = evaluate(
    tokens,
    layout.scopeAt(layout.here, layout.order, () => undefined),
    head,
  );
  if (typeof value === 'number') layout.symbols.set(name.text, value);
  else layout.lateSymbols.set(name.text, tokens);
}

function common(layout: Layout, directive: Directive): void {
  const name = directive.operands[0]?.[0];
  const bytes = sizeIn(layout, directive, 1) ?? 0;
  layout.enter('.bss', false);
  layout.skip((16 - (layout.here % 16)) % 16);
  if (name) layout.symbols.set(name.text, layout.here);
  layout.skip(bytes);
}

/** A number of bytes, which must be known at this point. */
function sizeIn(layout: Layout, { head, operands }: Directive, index: number): number | null {
  const value = evaluate(
    operands[index] ?? [],
    layout.scopeAt(layout.here, layout.order, () => undefined),
    head,
  );
  if (typeof value !== 'number') {
    layout.diagnostics.push(value);
    return null;
  }
  if (value >= -0x80000000 && value <= mostSkippedBytes) return value;
  layout.diagnostics.push(errorAt(head, `${value} is too large here`));
  return null;
}
