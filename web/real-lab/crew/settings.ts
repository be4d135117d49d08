/** How one experiment is set: four numbers and a name, so that a run fits into a link and a program into a sentence. */
export interface Settings {
  readonly workers: number;
  readonly variant: string;
  /** Increments, operations, milliseconds or percent: the experiment says which. */
  readonly amount: number;
  readonly rounds: number;
}
