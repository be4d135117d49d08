/** The scenario document: with a schedule it determines a run completely. Everything in it is text or small numbers. */

export const scenarioVersion = 1;

/** Where threads may switch and which GIL there is; the language is always 3.13's. */
export type PythonVersion = '2.7' | '3.9' | '3.10' | '3.11' | '3.13' | '3.13t';
export const pythonVersions: readonly PythonVersion[] = ['2.7', '3.9', '3.10', '3.11', '3.13', '3.13t'];

export interface ScenarioFile {
  /** 'main.py' first; others can be imported by their name without '.py'. */
  readonly name: string;
  readonly text: string;
}

/** Typed input: text (or null for end of file) and how long after the previous entry it is typed. */
export interface TypedInput {
  readonly afterSeconds: number;
  readonly text: string | null;
}

export interface ScenarioSettings {
  readonly python: PythonVersion;
  /** 1 to 64. */
  readonly cores: number;
  /** The operating system's scheduling policy, by its name in the kernel's policy table. */
  readonly policy: string;
  /** The operating system's time slice in milliseconds. */
  readonly quantumMs: number;
  /** sys.setswitchinterval's start value in milliseconds. */
  readonly switchIntervalMs: number;
  readonly seed: number;
  /** The run is cut after so many bytecodes … */
  readonly maxSteps: number;
  /** … or at this virtual time in seconds; null for no limit. */
  readonly untilSeconds: number | null;
}

export interface Scenario {
  readonly version: typeof scenarioVersion;
  readonly title: string;
  readonly files: readonly [ScenarioFile, ...ScenarioFile[]];
  /** sys.argv[1:]. */
  readonly arguments: readonly string[];
  /** Prepared standard input, null if the program has a keyboard (typed) instead. */
  readonly stdin: string | null;
  readonly typed: readonly TypedInput[];
  /** What follows the last typed entry: the end of file, or a person who may type more (then the run stops and waits for that). */
  readonly keyboard: 'ends' | 'open';
  readonly settings: ScenarioSettings;
  /** Stepped mode: the thread digits to replay; null lets the timed machine decide. */
  readonly schedule: string | null;
}

export const defaultSettings: ScenarioSettings = {
  python: '3.13',
  cores: 2,
  policy: 'round-robin',
  quantumMs: 4,
  switchIntervalMs: 5,
  seed: 1,
  maxSteps: 50_000_000,
  untilSeconds: null,
};

/** A scenario of one file with default settings. */
export function scenarioOf(text: string, settings: Partial<ScenarioSettings> = {}): Scenario {
  return {
    version: scenarioVersion,
    title: '',
    files: [{ name: 'main.py', text }],
    arguments: [],
    stdin: null,
    typed: [],
    keyboard: 'ends',
    settings: { ...defaultSettings, ...settings },
    schedule: null,
  };
}
