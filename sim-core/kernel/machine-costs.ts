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
  threadCreateNs: 45_000,
  /** A new thread can run so long after its creator was done creating it. */
  threadStartLatencyNs: 20_000,
  threadExitNs: 10_000,
  syscallNs: 350,
  /** Copying between a program and the kernel. */
  copyByteNs: 0.12,
  /** Linux lets timers of normal threads be so late, so that wake-ups can be bundled. */
  timerSlackNs: 50_000,
  timerWakeNs: 20_000,
  /** A thread that slept at least so long pre-empts a running one at once when it wakes. */
  longSleepNs: 6_000_000,
} as const;
