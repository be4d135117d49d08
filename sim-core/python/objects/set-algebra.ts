/**
 * Union, intersection and differences of sets whose members need no Python code to be compared, each made in the order CPython makes it.
 * Models: set_or, set_intersection, set_difference, set_symmetric_difference_update in Objects/setobject.c.
 */
import type { SetMembers } from './set-members.ts';
import { SetMembers as Members } from './set-members.ts';

export function union(a: SetMembers, b: SetMembers): SetMembers {
  const result = a.copy();
  if (a !== b) result.merge(b);
  return result;
}

/** Goes through the smaller of the two. */
export function intersection(a: SetMembers, b: SetMembers): SetMembers {
  const [walked, asked] = b.size > a.size ? [a, b] : [b, a];
  const result = new Members();
  for (const member of walked.order()) if (asked.has(member)) result.set(member, null);
  return result;
}

/** Copies and removes where the first is much larger; else keeps what is not in the second. */
export function difference(a: SetMembers, b: SetMembers): SetMembers {
  if (a.size >> 2 > b.size) {
    const result = a.copy();
    removeAll(result, b);
    return result;
  }
  const result = new Members();
  for (const member of a.order()) if (!b.has(member)) result.set(member, null);
  return result;
}

/** `a -= b`. */
export function removeAll(a: SetMembers, b: SetMembers): void {
  if (a === b) {
    a.clear();
    return;
  }
  const removed = b.size >> 3 > a.size ? intersection(a, b) : b;
  for (const member of removed.order()) a.remove(member);
  a.sweep();
}

/** `a ^ b`: a copy of the second in which the members of the first are turned over. */
export function symmetricDifference(a: SetMembers, b: SetMembers): SetMembers {
  const result = b.copy();
  turnOver(result, a);
  return result;
}

/** `a ^= b`: what is there goes, what is not comes. */
export function turnOver(a: SetMembers, b: SetMembers): void {
  if (a === b) {
    a.clear();
    return;
  }
  for (const member of b.order()) {
    if (a.has(member)) a.remove(member);
    else a.set(member, null);
  }
}
