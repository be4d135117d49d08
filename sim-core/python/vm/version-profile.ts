/**
 * What differs between Python versions: where threads may switch, what bytecodes cost, which GIL there is. The language is always 3.13's.
 * Source: docs/decisions/0004 (measured on real interpreters: the table of poll points, the cost model).
 */
import {
  BINARY_OP,
  BINARY_SUBSCR,
  CALL,
  CALL_FUNCTION_EX,
  CALL_KW,
  COMPARE_OP,
  FOR_ITER,
  JUMP_BACKWARD,
  LOAD_ATTR,
  LOAD_GLOBAL,
  STORE_ATTR,
  STORE_SUBSCR,
  BUILD_TUPLE,
  BUILD_LIST,
  BUILD_MAP,
  BUILD_STRING,
  STORE_GLOBAL,
  STORE_NAME,
} from '../compiler/opcodes.ts';
import { modern, threeNine, threeTen } from './switch-points.ts';
import type { SwitchPoints } from './switch-points.ts';

export type GilKind = 'new' | 'old' | 'none';

export interface VersionProfile {
  readonly gil: GilKind;
  /** Virtual nanoseconds by opcode; at least 1 each. */
  readonly costs: Int32Array;
  readonly polls: SwitchPoints;
  /** Calls of len, isinstance, list.append and type stop polling once their call site is warm. */
  readonly hasPollFreeCalls: boolean;
  /** time.sleep(0): select(2), which returns at once, or clock_nanosleep(2), which is as late as any sleep. */
  readonly sleepZero: 'select' | 'nanosleep';
  /** os.sched_yield() lets the GIL go (3.10.13 and 3.11 on). */
  readonly yieldReleasesGil: boolean;
  /** A signal's handler runs although the main thread waits for a lock. */
  readonly hasInterruptibleLocks: boolean;
  /** What interrupts the wait for threads at the end is printed below the module's name (before 3.13). */
  readonly namesModuleAtShutdown: boolean;
  /** print puts text and newline into the buffer one after the other, and lets the GIL go for each (2.7). */
  readonly printsInTwoWrites: boolean;
  /** Uncaught exceptions are printed by the module traceback, imported when first needed (3.13); before by C. */
  readonly printsThroughTraceback: boolean;
}

/** Nanoseconds per opcode on CPython 3.13 where they differ from the ordinary 2. */
const costs313: ReadonlyMap<number, number> = new Map([
  [BINARY_OP, 6],
  [COMPARE_OP, 3],
  [LOAD_GLOBAL, 2],
  [STORE_GLOBAL, 6],
  [STORE_NAME, 10],
  [LOAD_ATTR, 3],
  [STORE_ATTR, 4],
  [BINARY_SUBSCR, 4],
  [STORE_SUBSCR, 10],
  [FOR_ITER, 9],
  [JUMP_BACKWARD, 4],
  [CALL, 6],
  [CALL_KW, 15],
  [CALL_FUNCTION_EX, 20],
  [BUILD_TUPLE, 18],
  [BUILD_LIST, 18],
  [BUILD_MAP, 20],
  [BUILD_STRING, 20],
]);
const calls = new Set<number>([CALL, CALL_KW, CALL_FUNCTION_EX]);

function costTable(bytecodeFactor: number, callFactor: number): Int32Array {
  const table = new Int32Array(256);
  for (let op = 0; op < 256; op += 1) {
    table[op] = Math.max(1, Math.round((costs313.get(op) ?? 2) * (calls.has(op) ? callFactor : bytecodeFactor)));
  }
  return table;
}

const sinceEleven = {
  sleepZero: 'nanosleep',
  yieldReleasesGil: true,
  hasInterruptibleLocks: true,
  namesModuleAtShutdown: true,
  printsInTwoWrites: false,
  printsThroughTraceback: false,
} as const;
const beforeEleven = { ...sinceEleven, sleepZero: 'select' } as const;

export const versionProfiles: Readonly<Record<string, VersionProfile>> = {
  '2.7': {
    gil: 'old',
    costs: costTable(1.5, 3),
    polls: threeNine,
    hasPollFreeCalls: false,
    ...beforeEleven,
    hasInterruptibleLocks: false,
    printsInTwoWrites: true,
  },
  '3.9': {
    gil: 'new',
    costs: costTable(1.6, 2.5),
    polls: threeNine,
    hasPollFreeCalls: false,
    ...beforeEleven,
    yieldReleasesGil: false,
  },
  '3.10': { gil: 'new', costs: costTable(1.4, 2), polls: threeTen, hasPollFreeCalls: false, ...beforeEleven },
  '3.11': { gil: 'new', costs: costTable(1, 1), polls: modern, hasPollFreeCalls: true, ...sinceEleven },
  '3.13': {
    gil: 'new',
    costs: costTable(1, 1),
    polls: modern,
    hasPollFreeCalls: true,
    ...sinceEleven,
    namesModuleAtShutdown: false,
    printsThroughTraceback: true,
  },
  '3.13t': {
    gil: 'none',
    costs: costTable(1.3, 1.3),
    polls: modern,
    hasPollFreeCalls: true,
    ...sinceEleven,
    namesModuleAtShutdown: false,
    printsThroughTraceback: true,
  },
};
