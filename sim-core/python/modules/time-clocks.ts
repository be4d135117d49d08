/** The clocks of the module `time`. Models: clock_gettime(2) and time.get_clock_info in Modules/timemodule.c; clocks cannot be set. */
import { PyFloat } from '../objects/py-float.ts';
import type { Value } from '../objects/value.ts';
import { exactly, native, nativeSteps } from '../builtins/define.ts';
import { loadAttribute } from '../vm/attributes.ts';
import { importSteps } from '../vm/import.ts';
import { callSteps } from '../vm/invoke.ts';
import type { PyThread } from '../vm/py-thread.ts';
import { raised } from '../vm/raise.ts';
import { epochSeconds } from './time-epoch.ts';

/** When the machine was switched on, before the run: CLOCK_MONOTONIC counts from there. */
export const bootSeconds = 1000;

export const clockNumbers = {
  CLOCK_REALTIME: 0,
  CLOCK_MONOTONIC: 1,
  CLOCK_PROCESS_CPUTIME_ID: 2,
  CLOCK_THREAD_CPUTIME_ID: 3,
  CLOCK_MONOTONIC_RAW: 4,
  CLOCK_BOOTTIME: 7,
  CLOCK_TAI: 11,
} as const;

const readNs = 40;
const second = 1_000_000_000n;

/** CPU time of all threads of the process. */
export function processNs(thread: PyThread): number {
  return thread.interpreter.process.threads.reduce((sum, other) => sum + other.cpuNs, 0);
}

function clockNs(thread: PyThread, id: Value): bigint {
  thread.kernel.spend(readNs);
  const now = BigInt(Math.round(thread.kernel.now));
  switch (id) {
    case clockNumbers.CLOCK_REALTIME:
    case clockNumbers.CLOCK_TAI:
      return BigInt(epochSeconds) * second + now;
    case clockNumbers.CLOCK_MONOTONIC:
    case clockNumbers.CLOCK_MONOTONIC_RAW:
    case clockNumbers.CLOCK_BOOTTIME:
      return BigInt(bootSeconds) * second + now;
    case clockNumbers.CLOCK_PROCESS_CPUTIME_ID:
      return BigInt(Math.round(processNs(thread)));
    case clockNumbers.CLOCK_THREAD_CPUTIME_ID:
      return BigInt(Math.round(thread.kernelThread.cpuNs));
    default:
      throw raised('OSError', 22, 'Invalid argument');
  }
}

const clockOf: ReadonlyMap<Value, readonly [name: string, isMonotonic: boolean]> = new Map([
  ['time', ['CLOCK_REALTIME', false]],
  ['monotonic', ['CLOCK_MONOTONIC', true]],
  ['perf_counter', ['CLOCK_MONOTONIC', true]],
  ['process_time', ['CLOCK_PROCESS_CPUTIME_ID', true]],
  ['thread_time', ['CLOCK_THREAD_CPUTIME_ID', true]],
]);

export const clockFunctions = [
  native('clock_gettime', exactly(1), (thread, args) => {
    const ns = clockNs(thread, args[0] as Value);
    return new PyFloat(Number(ns / second) + Number(ns % second) / 1e9);
  }),
  native('clock_gettime_ns', exactly(1), (thread, args) => {
    const ns = clockNs(thread, args[0] as Value);
    return ns <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(ns) : ns;
  }),
  native('clock_getres', exactly(1), (thread, args) => {
    clockNs(thread, args[0] as Value);
    return new PyFloat(1e-9);
  }),
  nativeSteps('get_clock_info', exactly(1), function* getClockInfo(thread, args) {
    const clock = clockOf.get(args[0] as Value);
    if (clock === undefined) throw raised('ValueError', 'unknown clock');
    const [name, isMonotonic] = clock;
    const types = yield* importSteps(thread, 'types', null);
    const namespace = loadAttribute(thread, types, 'SimpleNamespace') as Value;
    const fields: Record<string, Value> = {
      implementation: `clock_gettime(${name})`,
      monotonic: isMonotonic,
      adjustable: !isMonotonic,
      resolution: new PyFloat(1e-9),
    };
    return yield* callSteps(thread, namespace, Object.values(fields), Object.keys(fields));
  }),
  native('tzset', exactly(0), () => null),
];
