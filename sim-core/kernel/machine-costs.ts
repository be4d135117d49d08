/**
 * What the operating system's work costs, in virtual nanoseconds.
 * Source: measured on a two-core virtual machine (AMD EPYC, Linux 6.18, 250 Hz ticks); docs/decisions/0003.
 */
export const machineCosts = {
  /** Timer interrupts: CPU hogs are pre-empted only on these. */
  tickNs: 4_000_000,
  contextSwitchNs: 1_500,
  /** The waker's part of waking a sleeping thread. */
  wakeNs: 1_500,
  /** From the wake-up until the thread can run: on the waker's own core, or on another, idle one. */
  wakeLatencySameCoreNs: 3_000,
  wakeLatencyOtherCoreNs: 15_000,
  /**
   * A core stays awake for a little when it has nothing to do: who went to sleep on it less than `idlePollNs` ago is woken without an
   * interrupt and goes on at once.
   */
  idlePollNs: 5_000,
  wakePollingCoreNs: 500,
  wakePollingSpreadNs: 3_500,
  /** pthread_create for the creator. Thread.start() measures 43–45 µs: this, the new thread's first steps, and waking the creator again. */
  threadCreateNs: 12_000,
  /** A new thread can run so long after its creator was done creating it. */
  threadStartLatencyNs: 10_000,
  /** A process' first threads take so much longer: stacks, arenas and code are touched for the first time (start() measures 157, 77, 64, 52 µs). */
  coldThreadNs: [110_000, 32_000, 18_000, 10_000],
  threadExitNs: 10_000,
  syscallNs: 350,
  /** Copying between a program and the kernel. */
  copyByteNs: 0.12,
  /** Linux lets timers of normal threads be so late, so that wake-ups can be bundled. */
  timerSlackNs: 50_000,
  timerWakeNs: 20_000,
  /** After a long sleep core and caches are cold: so much later for each nanosecond slept, and at most. Sleeps of 1 ms end 0.06 ms late, of 10 ms 0.10–0.13. */
  coldWakeShare: 0.004,
  coldWakeMostNs: 30_000,
  /** A thread that slept at least so long pre-empts a running one at once when it wakes. */
  longSleepNs: 6_000_000,
} as const;
