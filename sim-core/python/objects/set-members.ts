/**
 * The members of a set: the keys of a dict, and their order. While all are ints, bools or None the order is CPython's; it follows from
 * the order of adding until something is removed or merged: then the hash table is kept. Other members come out as they were added.
 */
import { type DictEntry, PyDict } from './py-dict.ts';
import { fixedHash, SetTable } from './set-table.ts';
import type { Value } from './value.ts';

export class SetMembers extends PyDict {
  /** Null while it follows from the order of adding. */
  private table: SetTable | null = null;
  /** How many members have no fixed hash. */
  private irregular = 0;

  order(): readonly Value[] {
    if (this.table !== null) return this.table.order();
    if (this.size < 2 || !this.isRegular) return this.keys();
    return this.addedInOrder().order();
  }

  /** The member that `pop` takes, undefined if there is none. */
  popped(): Value | undefined {
    if (!this.isRegular) return this.keys()[0];
    return this.kept().next()?.member;
  }

  override set(key: Value, value: Value): void {
    const { size, irregular } = this;
    super.set(key, value);
    if (this.size === size) return;
    if (fixedHash(key) !== null) this.table?.add(key);
    else if (this.irregular === irregular) this.becomeIrregular();
  }

  override appendHashed(key: Value, value: Value, hash: number): void {
    super.appendHashed(key, value, hash);
    this.becomeIrregular();
  }

  override removeEntry(entry: DictEntry): void {
    const table = this.isRegular ? this.kept() : null;
    const { key } = entry;
    super.removeEntry(entry);
    table?.discard(key);
    if (table === null && fixedHash(key) === null) this.irregular -= 1;
  }

  override clear(): void {
    super.clear();
    this.table = null;
    this.irregular = 0;
  }

  override copy(): SetMembers {
    const twin = new SetMembers();
    twin.merge(this);
    return twin;
  }

  /** Adds all members of another set, in the way that decides the order afterwards. */
  merge(other: SetMembers): void {
    const { isRegular } = this;
    if (isRegular && other.isRegular && other.size > 0) {
      const table = this.kept();
      const others = other.table ?? other.addedInOrder();
      table.merge(others, (member) => this.has(member));
      this.table = null;
      for (const member of others.order()) this.set(member, null);
      this.table = table;
    } else this.update(other);
  }

  /** Takes the place of what was there (set_swap_bodies). */
  become(other: SetMembers): void {
    this.clear();
    this.update(other);
    this.table = other.table;
  }

  /** After a removal of many. */
  sweep(): void {
    this.table?.sweep();
  }

  private get isRegular(): boolean {
    return this.irregular === 0;
  }

  private becomeIrregular(): void {
    this.irregular += 1;
    this.table = null;
  }

  private kept(): SetTable {
    this.table ??= this.addedInOrder();
    return this.table;
  }

  private addedInOrder(): SetTable {
    const table = new SetTable();
    for (const key of this.keys()) table.add(key);
    return table;
  }
}
