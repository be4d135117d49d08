/** The tree of a parsed regular expression. */

/** The values of `re.RegexFlag`. */
export const regexFlags = {
  ignoreCase: 2,
  locale: 4,
  multiLine: 8,
  dotAll: 16,
  unicode: 32,
  verbose: 64,
  debug: 128,
  ascii: 256,
} as const;

export type CategoryName = 'digit' | 'space' | 'word';

/** One member of a character set. */
export type SetItem =
  | { readonly kind: 'character'; readonly code: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'category'; readonly name: CategoryName; readonly negated: boolean };

/** A place between characters. */
export type Anchor = 'line-start' | 'line-end' | 'text-start' | 'text-end' | 'word-boundary' | 'no-word-boundary';

type RepeatMode = 'greedy' | 'lazy' | 'possessive';

/** Nodes one after the other. */
export type Sequence = readonly RegexNode[];

export type RegexNode =
  | { readonly kind: 'character'; readonly code: number }
  | { readonly kind: 'set'; readonly negated: boolean; readonly items: readonly SetItem[] }
  | { readonly kind: 'any' }
  | { readonly kind: 'anchor'; readonly at: Anchor }
  | { readonly kind: 'branch'; readonly alternatives: readonly Sequence[] }
  | RepeatNode
  | GroupNode
  | { readonly kind: 'atomic'; readonly body: Sequence }
  | LookNode
  | { readonly kind: 'failure' }
  | { readonly kind: 'backreference'; readonly group: number }
  | { readonly kind: 'condition'; readonly group: number; readonly yes: Sequence; readonly no: Sequence };

export interface RepeatNode {
  readonly kind: 'repeat';
  readonly mode: RepeatMode;
  readonly minimum: number;
  /** Infinity for no limit. */
  readonly maximum: number;
  readonly body: Sequence;
}

export interface GroupNode {
  readonly kind: 'group';
  /** The number of a capturing group, else null. */
  readonly group: number | null;
  readonly addedFlags: number;
  readonly removedFlags: number;
  readonly body: Sequence;
}

export interface LookNode {
  readonly kind: 'look';
  readonly direction: 'ahead' | 'behind';
  readonly negated: boolean;
  readonly body: Sequence;
}
