/**
 * The first pass: where everything lies. Sections have fixed bases, so that an address is final as soon as its label is read.
 */
import type { AssemblyDiagnostic } from './assembly-diagnostic.ts';
import type { Scope } from './expression.ts';
import type { RealInstruction } from './pseudo-instructions.ts';
import type { Token } from './scan.ts';

export interface SectionBases {
  readonly text: number;
  readonly data: number;
}

/** Something that takes up room, to be turned into bytes in the second pass. */
export type Item = ItemPlace &
  (
    | { readonly kind: 'instruction'; readonly instruction: RealInstruction }
    | { readonly kind: 'numbers'; readonly size: number; readonly expressions: readonly (readonly Token[])[] }
    | { readonly kind: 'bytes'; readonly bytes: readonly number[] }
  );

interface ItemPlace {
  readonly address: number;
  readonly order: number;
  readonly head: Token;
}

interface LocalLabel {
  readonly label: number;
  readonly order: number;
  readonly address: number;
}

const roomBetweenSections = 0x100000;

export class Layout {
  readonly items: Item[] = [];
  readonly symbols = new Map<string, number>();
  /** `.equ` names whose value is not known yet: they are looked up when needed. */
  readonly lateSymbols = new Map<string, readonly Token[]>();
  readonly diagnostics: AssemblyDiagnostic[] = [];
  readonly pcRelativeTargets = new Map<number, number>();
  /** Counts statements: numeric labels look forward and backward from one. */
  order = 0;
  readonly #locals: LocalLabel[] = [];
  readonly #ends = new Map<string, number>();
  readonly #bases: SectionBases;
  #section = '.text';
  #codeSections = new Set(['.text']);

  constructor(bases: SectionBases) {
    this.#bases = bases;
    this.#ends.set('.text', bases.text);
  }

  get here(): number {
    return this.#ends.get(this.#section) ?? 0;
  }

  get isCode(): boolean {
    return this.#codeSections.has(this.#section);
  }

  enter(section: string, isCode: boolean): void {
    this.#section = section;
    if (isCode) this.#codeSections.add(section);
    if (this.#ends.has(section)) return;
    const dataSections = [...this.#ends.keys()].filter((name) => name !== '.text').length;
    const base = isCode ? this.#bases.text + 0x80000 : this.#bases.data;
    const isMainData = section === '.data';
    const index = isMainData ? 0 : dataSections + 1;
    this.#ends.set(section, base + index * roomBetweenSections);
  }

  skip(bytes: number): void {
    this.#ends.set(this.#section, this.here + bytes);
  }

  defineLocal(label: number): void {
    this.#locals.push({ label, order: this.order, address: this.here });
  }

  /** What names mean at a statement. */
  scopeAt(here: number, order: number, lookUpLate: (tokens: readonly Token[]) => number | undefined): Scope {
    return {
      here,
      symbol: (name) => {
        const late = this.lateSymbols.get(name);
        return this.symbols.get(name) ?? (late ? lookUpLate(late) : undefined);
      },
      local: (label, direction) => {
        const same = this.#locals.filter((it) => it.label === label);
        const found =
          direction === 'f' ? same.find((it) => it.order > order) : same.findLast((it) => it.order <= order);
        return found?.address;
      },
      pcRelativeTarget: (address) => this.pcRelativeTargets.get(address),
      names: () => this.symbols.keys(),
    };
  }
}
