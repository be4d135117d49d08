/** A program ready to be loaded: bytes with their addresses, where it starts, and its symbols. */
export interface ProgramImage {
  readonly segments: readonly Segment[];
  readonly entry: number;
  readonly symbols: ReadonlyMap<string, number>;
  /** What x2 and x3 hold at the start, for programs that have no start-up code of their own; null clears all registers. */
  readonly stackTop: number | null;
}

export interface Segment {
  readonly address: number;
  readonly bytes: Uint8Array;
}
