/** Simulated nanoseconds: a safe integer, so a run may last up to 104 days. */
export type Nanoseconds = number;
