/**
 * What the C code of built-in functions costs per unit of its work, in virtual nanoseconds. All of it is done with the GIL in hand and
 * without a switch point: a long call freezes the other threads for as long as it takes.
 * Source: medians of python3.13 on the machine of docs/decisions/0003. Small amounts of work are part of a call's own cost.
 */
import { PyByteArray, PyBytes } from '../objects/py-bytes.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyList } from '../objects/py-list.ts';
import { PyRange } from '../objects/py-range.ts';
import { PyFrozenSet, PySet } from '../objects/py-set.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import type { Int } from '../values/int/int.ts';
import { bytesOf } from './compare.ts';
import type { PyThread } from './py-thread.ts';

export const workCosts = {
  /** Taking an item from an iterator of C and putting it somewhere. */
  iteratedItemNs: 20,
  /** An int that a range makes. */
  rangeItemNs: 18,
  /** Copying a reference. */
  copiedItemNs: 1.3,
  copiedByteNs: 0.03,
  /** Moving references within a list. */
  movedItemNs: 0.25,
  /** Comparing two items for equality while searching. */
  comparedItemNs: 9,
  /** Comparing two items for order while sorting; ascending stretches are found faster. */
  sortedComparisonNs: 9,
  ascendingItemNs: 4.6,
  /** Hashing an item into a set or dict. */
  hashedItemNs: 45,
  copiedEntryNs: 5,
  /** Adding up, comparing for the largest. */
  addedItemNs: 7,
  /** Searching or changing text. */
  characterNs: 0.3,
  /** A piece of text that is made: split, replaced, found. */
  pieceNs: 35,
  joinedItemNs: 6,
  /** One step of the regular expressions' matcher. */
  matcherStepNs: 10,
  matchNs: 100,
  /** One product of two 30-bit digits, one sum of two. */
  digitProductNs: 0.65,
  digitSumNs: 0.65,
} as const;

/** The running thread has done so much work in C; parts of a nanosecond are nothing. */
export function spendWork(thread: PyThread, ns: number): void {
  if (ns >= 1) thread.kernel.spend(Math.floor(ns));
}

/** Going through a container from end to end and keeping what is there. */
export function iterationNs(iterable: Value, items: number): number {
  if (iterable instanceof PyRange) return items * workCosts.rangeItemNs;
  const isCopied = iterable instanceof PyList || iterable instanceof PyTuple;
  return items * (isCopied ? workCosts.copiedItemNs : workCosts.iteratedItemNs);
}

/** Sorting by comparing items of C: ascending stretches are found first, then merged. */
export function sortingNs(items: number, ascendingStretches: number): number {
  const merges = 32 - Math.clz32(Math.max(1, Math.min(items, ascendingStretches)) - 1);
  return items * (workCosts.ascendingItemNs + merges * workCosts.sortedComparisonNs);
}

/** Making a container or text of C by copying what is in it. */
export function copyingNs(made: Value): number {
  if (made instanceof PyList || made instanceof PyTuple) return made.items.length * workCosts.copiedItemNs;
  if (made instanceof PySet || made instanceof PyFrozenSet) return made.dict.size * workCosts.hashedItemNs;
  if (typeof made === 'string') return made.length * workCosts.copiedByteNs;
  return made instanceof PyBytes || made instanceof PyByteArray ? bytesOf(made).length * workCosts.copiedByteNs : 0;
}

/** How many items a container of C has; 0 for anything else. */
export function itemsIn(value: Value | undefined): number {
  if (value instanceof PyList || value instanceof PyTuple) return value.items.length;
  if (value instanceof PyDict) return value.size;
  if (value instanceof PySet || value instanceof PyFrozenSet) return value.dict.size;
  if (value instanceof PyRange) return value.length;
  return typeof value === 'string' ? value.length : 0;
}

/** Above so many digits Karatsuba's multiplication is taken (KARATSUBA_CUTOFF in Objects/longobject.c). */
const karatsubaDigits = 70;
const digitBits = 30;

/** Arithmetic with ints beyond a machine word: `op` is BINARY_OP's operation without in-place. */
export function bigIntNs(op: number, a: Int, b: Int, result: Value): number {
  const left = digitsOf(a);
  const right = digitsOf(b);
  switch (op) {
    case operations.multiply:
      return multiplicationNs(left, right);
    case operations.floorDivide:
    case operations.modulo:
    case operations.trueDivide:
      return Math.max(0, left - right + 1) * right * workCosts.digitProductNs;
    case operations.power: {
      const made = typeof result === 'bigint' || typeof result === 'number' ? digitsOf(result) : 1;
      return 2 * multiplicationNs(made / 2, made / 2);
    }
    default:
      return Math.max(left, right) * workCosts.digitSumNs;
  }
}

/** Their numbers in BINARY_OP (Include/opcode.h: NB_…). */
const operations = { floorDivide: 2, multiply: 5, modulo: 6, power: 8, trueDivide: 11 } as const;

function multiplicationNs(left: number, right: number): number {
  const small = Math.min(left, right);
  const large = Math.max(left, right);
  if (small <= karatsubaDigits) return small * large * workCosts.digitProductNs;
  // Three products of half the length take the place of four.
  let products = 1;
  let length = small;
  for (; length > karatsubaDigits; length /= 2) products *= 3;
  return (large / small) * products * length * length * workCosts.digitProductNs;
}

function digitsOf(value: Int): number {
  if (typeof value === 'number') return Math.abs(value) < 2 ** digitBits ? 1 : 2;
  return Math.ceil((value.toString(16).length * 4) / digitBits);
}
