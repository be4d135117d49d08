/** What dealing with the GIL costs, in virtual nanoseconds (docs/decisions/0004). */
export const gilCosts = {
  releaseNs: 50,
  takeNs: 50,
  /** A timed wait ends so late: 50 to 100 microseconds of timer slack. */
  timerSlackLeastNs: 50_000,
  timerSlackSpreadNs: 50_001,
  /** 2.7: sem_post and sem_wait at every hundredth tick. */
  tickReleaseNs: 20,
  tickTakeNs: 20,
  /** 2.7: futex_wake while the waiter is already on its way, on the same core or – with a bouncing cache line – for another one. */
  wakeInVainSameCoreNs: 25,
  wakeInVainOtherCoreNs: 600,
} as const;
