/**
 * Addresses: what id() and default reprs show. An object gets one when it is first asked for, in that order, so they are the same in every run.
 * They look like CPython's on Linux.
 */
import type { PyObject } from '../objects/value.ts';

const base = 0x7f3a_5c00_0000;

/** The address lives on the object itself (an own property that no class declares), so that it survives a checkpoint. */
interface Addressed {
  address?: number;
}

/** Hands out addresses within one process. */
export class AddressBook {
  next = base;

  of(object: PyObject): number {
    const addressed = object as Addressed;
    if (addressed.address === undefined) {
      addressed.address = this.next;
      this.next += 48;
    }
    return addressed.address;
  }
}

/** For objects that have been given an address; others hash by a number of their own the first time. */
export function addressOf(object: PyObject): number {
  return (object as Addressed).address ?? base;
}
