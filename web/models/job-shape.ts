/** What all models have to do, and on what machine. */
export interface JobShape {
  /** 1 to 12. */
  readonly jobs: number;
  /** How long each waits, in milliseconds. */
  readonly waitMs: number;
  /** How long each computes, in milliseconds of simulated time. */
  readonly computeMs: number;
  readonly cores: number;
}

export const firstShape: JobShape = { jobs: 6, waitMs: 50, computeMs: 10, cores: 2 };
