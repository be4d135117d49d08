/** What dealing with the GIL costs, in virtual nanoseconds (docs/decisions/0004). */
export const gilCosts = {
  releaseNs: 50,
  takeNs: 50,
  /** A timed wait ends so late: 50 to 100 microseconds of timer slack. */
  timerSlackLeastNs: 50_000,
  timerSlackSpreadNs: 50_001,
} as const;
