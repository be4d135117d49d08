/** Where a Python thread stands with the GIL. */
export type ThreadPhase =
  /** Wants the GIL (or can go on at once where there is none). */
  | 'wants-gil'
  /** Executes Python code. */
  | 'python'
  /** In a blocking call, without the GIL. */
  | 'blocked'
  /** Has dropped the GIL on request and waits until another thread has had it. */
  | 'hand-over';
