/**
 * Pseudo-instructions: what one writes, and the real instructions it stands for.
 * Models: the tables of the RISC-V assembly programmer's manual, without the linker's relaxation (call and la are always two).
 */
import { registerOfName } from '../isa/register-names.ts';
import { scanLine } from './scan.ts';
import type { Token } from './scan.ts';

/** Name and number of operands → real instructions; $0, $1, $2 are the operands. */
const pseudoTable: Readonly<Record<string, string>> = {
  'nop/0': 'addi zero,zero,0',
  'mv/2': 'addi $0,$1,0',
  'move/2': 'addi $0,$1,0',
  'not/2': 'xori $0,$1,-1',
  'neg/2': 'sub $0,zero,$1',
  'seqz/2': 'sltiu $0,$1,1',
  'snez/2': 'sltu $0,zero,$1',
  'sltz/2': 'slt $0,$1,zero',
  'sgtz/2': 'slt $0,zero,$1',
  'sgt/3': 'slt $0,$2,$1',
  'sgtu/3': 'sltu $0,$2,$1',
  'beqz/2': 'beq $0,zero,$1',
  'bnez/2': 'bne $0,zero,$1',
  'blez/2': 'bge zero,$0,$1',
  'bgez/2': 'bge $0,zero,$1',
  'bltz/2': 'blt $0,zero,$1',
  'bgtz/2': 'blt zero,$0,$1',
  'bgt/3': 'blt $1,$0,$2',
  'ble/3': 'bge $1,$0,$2',
  'bgtu/3': 'bltu $1,$0,$2',
  'bleu/3': 'bgeu $1,$0,$2',
  'j/1': 'jal zero,$0',
  'jal/1': 'jal ra,$0',
  'jr/1': 'jalr zero,$0',
  'jalr/1': 'jalr ra,$0',
  'ret/0': 'jalr zero,0(ra)',
  'call/1': 'auipc ra,%pcrel_hi($0); jalr ra,%pcrel_lo_after_auipc($0)(ra)',
  'call/2': 'auipc $0,%pcrel_hi($1); jalr $0,%pcrel_lo_after_auipc($1)($0)',
  'tail/1': 'auipc t1,%pcrel_hi($0); jalr zero,%pcrel_lo_after_auipc($0)(t1)',
  'jump/2': 'auipc $1,%pcrel_hi($0); jalr zero,%pcrel_lo_after_auipc($0)($1)',
  'la/2': 'auipc $0,%pcrel_hi($1); addi $0,$0,%pcrel_lo_after_auipc($1)',
  'lla/2': 'auipc $0,%pcrel_hi($1); addi $0,$0,%pcrel_lo_after_auipc($1)',
  'csrr/2': 'csrrs $0,$1,zero',
  'csrw/2': 'csrrw zero,$0,$1',
  'csrs/2': 'csrrs zero,$0,$1',
  'csrc/2': 'csrrc zero,$0,$1',
  'csrwi/2': 'csrrwi zero,$0,$1',
  'csrsi/2': 'csrrsi zero,$0,$1',
  'csrci/2': 'csrrci zero,$0,$1',
  'rdcycle/1': 'csrrs $0,cycle,zero',
  'rdcycleh/1': 'csrrs $0,cycleh,zero',
  'rdtime/1': 'csrrs $0,time,zero',
  'rdtimeh/1': 'csrrs $0,timeh,zero',
  'rdinstret/1': 'csrrs $0,instret,zero',
  'rdinstreth/1': 'csrrs $0,instreth,zero',
  'fence/0': 'fence iorw,iorw',
  'pause/0': 'fence w,0',
  'sext.b/2': 'slli $0,$1,24; srai $0,$0,24',
  'sext.h/2': 'slli $0,$1,16; srai $0,$0,16',
  'zext.b/2': 'andi $0,$1,255',
  'zext.h/2': 'slli $0,$1,16; srli $0,$0,16',
  'scall/0': 'ecall',
  'sbreak/0': 'ebreak',
  'unimp/0': 'csrrw zero,cycle,zero',
};

/** Loads and stores that name a symbol instead of a register with an offset. */
const symbolLoads = new Set(['lb', 'lh', 'lw', 'lbu', 'lhu']);
const symbolStores = new Set(['sb', 'sh', 'sw']);

/** Jumps through a register without the parentheses. */
const jumpForms: ReadonlyMap<string, string> = new Map([
  ['jr/1', 'jalr zero,0($0)'],
  ['jalr/1', 'jalr ra,0($0)'],
  ['jalr/2', 'jalr $0,0($1)'],
  ['jalr/3', 'jalr $0,$2($1)'],
]);

/** GNU's shorthand: `add a0,a1,5` for `addi a0,a1,5`. */
const immediateForms: ReadonlyMap<string, string> = new Map([
  ['add', 'addi'],
  ['and', 'andi'],
  ['or', 'ori'],
  ['xor', 'xori'],
  ['sll', 'slli'],
  ['srl', 'srli'],
  ['sra', 'srai'],
  ['slt', 'slti'],
  ['sltu', 'sltiu'],
]);

export const pseudoNames: ReadonlySet<string> = new Set([
  'li',
  ...Object.keys(pseudoTable).map((key) => key.split('/')[0] ?? ''),
]);

export interface RealInstruction {
  readonly name: Token;
  readonly operands: readonly (readonly Token[])[];
}

/** The real instructions of a statement; a real one is its own only expansion. `li` is expanded elsewhere, by value. */
export function expandPseudo(name: Token, operands: readonly (readonly Token[])[]): readonly RealInstruction[] {
  const template = templateOf(name.text, operands);
  if (template === null) return [{ name, operands }];
  return template.split('; ').map((text) => {
    const [mnemonic, ...rest] = scanLine(text, name.line, []);
    const tokens = rest.flatMap(
      (token) => operandFor(token, operands) ?? [{ ...token, column: name.column, end: name.end }],
    );
    return { name: { ...name, text: mnemonic?.text ?? name.text }, operands: splitOperands(tokens) };
  });
}

/** Splits at the commas that are not inside parentheses. */
export function splitOperands(tokens: readonly Token[]): Token[][] {
  if (tokens.length === 0) return [];
  const operands: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(') depth += 1;
    if (token.text === ')') depth -= 1;
    if (token.text === ',' && token.kind === 'mark' && depth === 0) operands.push([]);
    else operands.at(-1)?.push(token);
  }
  return operands;
}

/** Does an operand end with a register in parentheses, as in 8(sp)? */
export function hasBase(operand: readonly Token[] | undefined): boolean {
  return operand?.at(-1)?.text === ')' && operand.at(-3)?.text === '(' && operand.at(-4)?.kind !== 'function';
}

function templateOf(mnemonic: string, operands: readonly (readonly Token[])[]): string | null {
  const count = operands.length;
  const key = `${mnemonic}/${count}`;
  if (jumpForms.has(key) && !hasBase(operands.at(-1))) return jumpForms.get(key) ?? null;
  if (symbolLoads.has(mnemonic) && count === 2 && !hasBase(operands[1])) {
    return `auipc $0,%pcrel_hi($1); ${mnemonic} $0,%pcrel_lo_after_auipc($1)($0)`;
  }
  if (symbolStores.has(mnemonic) && count === 3) {
    return `auipc $2,%pcrel_hi($1); ${mnemonic} $0,%pcrel_lo_after_auipc($1)($2)`;
  }
  const immediateForm = immediateForms.get(mnemonic);
  if (immediateForm !== undefined && count === 3 && !isRegister(operands[2])) return `${immediateForm} $0,$1,$2`;
  return pseudoTable[key] ?? null;
}

function isRegister(operand: readonly Token[] | undefined): boolean {
  return operand?.length === 1 && registerOfName.has(operand[0]?.text ?? '');
}

function operandFor(token: Token, operands: readonly (readonly Token[])[]): readonly Token[] | null {
  const index = /^\$(\d)$/.exec(token.text)?.[1];
  return index === undefined ? null : (operands[Number(index)] ?? []);
}
