/**
 * The order in which a set's members come out. Models: Objects/setobject.c – open addressing with linear probes – for members whose hash
 * CPython fixes (ints, bools, None is left out); other members come in the order they were added (CPython's order of str varies from run to run).
 */
import type { PyDict } from '../objects/py-dict.ts';
import type { Value } from '../objects/value.ts';

const linearProbes = 9;

export function setOrder(dict: PyDict): readonly Value[] {
  const members = dict.keys();
  if (members.length < 2 || !members.every(isSmallInt)) return members;
  return tableOrder(members as (number | boolean)[]);
}

function isSmallInt(member: Value): boolean {
  return typeof member === 'boolean' || (typeof member === 'number' && Math.abs(member) < 0x1000_0000_0000);
}

/** Inserts as set_add_entry does, growing as set_table_resize does. */
function tableOrder(members: readonly (number | boolean)[]): Value[] {
  let table = emptyTable(8);
  let fill = 0;
  for (const member of members) {
    insert(table, member);
    fill += 1;
    if (fill * 5 >= (table.length - 1) * 3) table = resized(table, fill > 50_000 ? fill * 2 : fill * 4);
  }
  return table.filter((slot) => slot !== undefined) as Value[];
}

function emptyTable(size: number): (number | boolean | undefined)[] {
  return Array.from({ length: size }, () => undefined);
}

function resized(table: readonly (number | boolean | undefined)[], least: number): (number | boolean | undefined)[] {
  let size = 8;
  while (size <= least) size *= 2;
  const larger = emptyTable(size);
  for (const slot of table) if (slot !== undefined) insert(larger, slot);
  return larger;
}

function insert(table: (number | boolean | undefined)[], member: number | boolean): void {
  const mask = table.length - 1;
  const hash = hashOfInt(Number(member));
  let perturb = BigInt.asUintN(64, BigInt(hash));
  let i = Number(perturb & BigInt(mask));
  for (;;) {
    const last = i + linearProbes <= mask ? i + linearProbes : i;
    for (let slot = i; slot <= last; slot += 1) {
      if (table[slot] === undefined) {
        table[slot] = member;
        return;
      }
    }
    perturb >>= 5n;
    i = Number((BigInt(i) * 5n + 1n + perturb) & BigInt(mask));
  }
}

function hashOfInt(value: number): number {
  return value === -1 ? -2 : value;
}
