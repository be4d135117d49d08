/** A timing face: how many cycles the one architectural engine takes, and in which order its parts act. */
export interface Core {
  /** One clock cycle. */
  tick(): void;
  save(): CoreSnapshot;
  restore(snapshot: CoreSnapshot): void;
}

/** What a core must remember between two cycles; each core reads back only its own. */
type CoreSnapshot = unknown;
