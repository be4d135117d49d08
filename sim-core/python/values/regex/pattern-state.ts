import { reprText } from '../text/repr.ts';
import type { PatternSource } from './pattern-source.ts';
import type { Width } from './pattern-width.ts';

/** What the parser of a pattern knows of its groups and flags (CPython: State in Lib/re/_parser.py). */
export class PatternState {
  flags: number;
  readonly groupNames = new Map<string, number>();
  /** One per group, the whole match first; null while it is open. */
  readonly groupWidths: (Width | null)[] = [null];
  /** How many groups there were before the look-behind that is being parsed; null outside of one. */
  lookBehindGroups: number | null = null;
  /** Where conditions name groups by number that may come later. */
  readonly conditionPositions = new Map<number, number>();

  constructor(flags: number) {
    this.flags = flags;
  }

  openGroup(source: PatternSource, name: string | null): number {
    const group = this.groupWidths.length;
    if (name !== null) {
      const earlier = this.groupNames.get(name);
      if (earlier !== undefined) {
        const message = `redefinition of group name ${reprText(name)} as group ${group}; was group ${earlier}`;
        throw source.fault(message, Array.from(name).length + 1);
      }
      this.groupNames.set(name, group);
    }
    this.groupWidths.push(null);
    return group;
  }

  isClosed(group: number): boolean {
    return group < this.groupWidths.length && this.groupWidths[group] !== null;
  }

  /** A look-behind may only refer to groups before it. */
  checkLookBehind(source: PatternSource, group: number): void {
    if (this.lookBehindGroups === null) return;
    if (!this.isClosed(group)) throw source.fault('cannot refer to an open group');
    if (group >= this.lookBehindGroups) {
      throw source.fault('cannot refer to group defined in the same lookbehind subpattern');
    }
  }
}
