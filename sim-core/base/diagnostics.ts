/** What is wrong with a text that a person wrote: never thrown, always returned beside the best value that could be read. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** One sentence in Python's (or the format's) own words; English, as CPython's are. */
  readonly message: string;
  /** Lines from 1, columns from 0 in UTF-16 code units, as an editor counts; end is exclusive. */
  readonly start: SourcePosition;
  readonly end: SourcePosition;
}

export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** A value that could always be made, and what had to be forgiven to make it. */
export interface Parsed<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
