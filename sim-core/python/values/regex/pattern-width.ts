/** How many characters a pattern can match (CPython: SubPattern.getwidth in Lib/re/_parser.py). */
import type { RegexNode, Sequence } from './pattern-node.ts';

export interface Width {
  readonly least: number;
  /** Infinity for no limit. */
  readonly most: number;
}

/** The widths of the groups that are closed already; null for those still open. */
export type GroupWidths = readonly (Width | null)[];

export function widthOf(sequence: Sequence, groups: GroupWidths): Width {
  let least = 0;
  let most = 0;
  for (const node of sequence) {
    const width = nodeWidth(node, groups);
    least += width.least;
    most += width.most;
  }
  return { least, most };
}

function nodeWidth(node: RegexNode, groups: GroupWidths): Width {
  switch (node.kind) {
    case 'character':
    case 'set':
    case 'any':
      return { least: 1, most: 1 };
    case 'anchor':
    case 'look':
    case 'failure':
      return { least: 0, most: 0 };
    case 'branch':
      return widest(node.alternatives, groups);
    case 'repeat': {
      const { least, most } = widthOf(node.body, groups);
      return { least: least * node.minimum, most: most === 0 ? 0 : most * node.maximum };
    }
    case 'group':
    case 'atomic':
      return widthOf(node.body, groups);
    case 'backreference':
      return groups[node.group] ?? { least: 0, most: Infinity };
    case 'condition':
      return widest([node.yes, node.no], groups);
  }
}

function widest(alternatives: readonly Sequence[], groups: GroupWidths): Width {
  const widths = alternatives.map((alternative) => widthOf(alternative, groups));
  return {
    least: Math.min(...widths.map(({ least }) => least)),
    most: Math.max(...widths.map(({ most }) => most)),
  };
}
