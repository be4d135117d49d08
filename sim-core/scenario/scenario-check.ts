/** What can be said of a scenario's text before it runs. */
import type { Diagnostic } from '../base/diagnostics.ts';

export interface FileDiagnostic extends Diagnostic {
  /** Index of the file it stands in. */
  readonly file: number;
}

export interface ScenarioCheck {
  readonly diagnostics: readonly FileDiagnostic[];
  /** For each file the lines (from 1, rising) after some bytecode of which the chosen Python can switch threads. */
  readonly switchLines: readonly (readonly number[])[];
  /** For each file the lines with an `await`, `async for` or `async with`: where a task may give its turn away. */
  readonly awaitLines: readonly (readonly number[])[];
}
