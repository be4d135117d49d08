/**
 * The hash table of a set, as far as it decides the order in which members come out.
 * Models: Objects/setobject.c of CPython 3.13 – open addressing with linear probes, dummies where something was removed, and when it grows.
 */
import type { Value } from './value.ts';

const leastSize = 8;
const linearProbes = 9;
const empty = 0;
const active = 1;
const dummy = 2;

/** The hash of members whose hash CPython fixes: ints and bools, None. Null for others (str hashes differ from run to run). */
export function fixedHash(member: Value): number | null {
  if (member === null) return 0xfca8_6420;
  if (typeof member === 'boolean') return member ? 1 : 0;
  if (typeof member !== 'number' || Math.abs(member) >= 2 ** 53) return null;
  return member === -1 ? -2 : member;
}

export class SetTable {
  private states = new Uint8Array(leastSize);
  private members: Value[] = Array.from({ length: leastSize }, () => null);
  /** Active slots and dummies. */
  private fill = 0;
  private used = 0;
  /** Where `pop` looks first. */
  private finger = 0;

  private get mask(): number {
    return this.members.length - 1;
  }

  /** In the order of the table. */
  order(): Value[] {
    return this.members.filter((_, slot) => this.states[slot] === active);
  }

  /** A member that is not there yet (set_add_entry). */
  add(member: Value): void {
    let free = -1;
    const slot = this.probe(member, (at) => {
      if (this.states[at] === dummy) free = at;
      return this.states[at] === empty;
    });
    this.used += 1;
    if (free >= 0) {
      this.fillSlot(free, member);
      return;
    }
    this.fillSlot(slot, member);
    this.fill += 1;
    if (this.fill * 5 >= this.mask * 3) this.resize(this.used > 50_000 ? this.used * 2 : this.used * 4);
  }

  /** A member that is there (set_discard_entry). */
  discard(member: Value): void {
    const slot = this.probe(member, (at) => this.states[at] === active && this.members[at] === member);
    this.states[slot] = dummy;
    this.used -= 1;
  }

  /** The member that `pop` takes; null if there is none (set_pop). */
  next(): { readonly member: Value } | null {
    if (this.used === 0) return null;
    let slot = this.finger & this.mask;
    while (this.states[slot] !== active) slot = (slot + 1) & this.mask;
    this.finger = slot + 1;
    return { member: this.members[slot] as Value };
  }

  /** Takes in what another table has (set_merge). */
  merge(other: SetTable, has: (member: Value) => boolean): void {
    if (other.used === 0) return;
    if ((this.fill + other.used) * 5 >= this.mask * 3) this.resize((this.used + other.used) * 2);
    if (this.fill > 0) {
      for (const member of other.order()) if (!has(member)) this.add(member);
      return;
    }
    if (this.mask === other.mask && other.fill === other.used) {
      this.states = other.states.slice();
      this.members = [...other.members];
    } else for (const member of other.order()) this.place(member);
    this.fill = other.used;
    this.used = other.used;
  }

  /** After many were discarded (set_difference_update): their dummies go. */
  sweep(): void {
    if (this.fill - this.used > Math.floor(this.mask / 4))
      this.resize(this.used > 50_000 ? this.used * 2 : this.used * 4);
  }

  private resize(least: number): void {
    let size = leastSize;
    while (size <= least) size *= 2;
    const kept = this.order();
    this.states = new Uint8Array(size);
    this.members = Array.from({ length: size }, () => null);
    this.fill = this.used;
    for (const member of kept) this.place(member);
  }

  private place(member: Value): void {
    this.fillSlot(
      this.probe(member, (at) => this.states[at] === empty),
      member,
    );
  }

  private fillSlot(slot: number, member: Value): void {
    this.states[slot] = active;
    this.members[slot] = member;
  }

  /** The first slot on the member's way through the table that is what is looked for. */
  private probe(member: Value, isWanted: (slot: number) => boolean): number {
    const { mask } = this;
    const hash = BigInt.asUintN(64, BigInt(fixedHash(member) ?? 0));
    let slot = Number(hash & BigInt(mask));
    for (let perturb = hash >> 5n; ; perturb >>= 5n) {
      const last = slot + linearProbes <= mask ? slot + linearProbes : slot;
      for (let at = slot; at <= last; at += 1) if (isWanted(at)) return at;
      slot = Number((BigInt(slot) * 5n + 1n + perturb) & BigInt(mask));
    }
  }
}
