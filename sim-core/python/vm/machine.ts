/** What all processes of one run share: the scenario's files and input, the limits, and how the run ends. */
import { Copyable } from '../../base/copyable.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { stopHalt } from '../../kernel/program.ts';
import type { Stop } from '../../kernel/program.ts';
import type { Outcome } from '../../trace/outcome.ts';
import type { PythonParser } from '../syntax/parser.ts';
import { homeDirectory } from './program-path.ts';
import { encodeText } from '../values/text/encode.ts';
import type { Interpreter } from './interpreter.ts';
import type { PyThread } from './py-thread.ts';
import { PyFrame } from './frame.ts';
import { Stepping } from './stepping.ts';
import type { VersionProfile } from './version-profile.ts';
import type { Granularity } from '../../trace/schedule.ts';

export interface SourceFile {
  /** As tracebacks show it. */
  readonly name: string;
  readonly text: string;
}

export interface MachineOptions {
  readonly kernel: Kernel;
  readonly parser: PythonParser;
  readonly profile: VersionProfile;
  /** The main program first; the others can be imported by their base name. */
  readonly files: readonly SourceFile[];
  readonly arguments: readonly string[];
  readonly input: StandardInput;
  readonly switchIntervalNs: number;
  readonly seed: number;
  readonly maxSteps: number;
  readonly cores: number;
  /** Stepped runs: where a choice is asked for. Null in timed runs. */
  readonly granularity: Granularity | null;
}

/** What the program reads: prepared text, or text typed at virtual times (seconds after the previous entry). */
export type StandardInput =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'typed';
      readonly entries: readonly { readonly afterSeconds: number; readonly text: string | null }[];
      /** More may be typed: at the end of the entries nobody reads the end of file. */
      readonly isOpen: boolean;
    };

export class Machine extends Copyable {
  readonly kernel: Kernel;
  readonly parser: PythonParser;
  readonly profile: VersionProfile;
  readonly files: readonly SourceFile[];
  readonly arguments: readonly string[];
  readonly input: StandardInput;
  readonly switchIntervalNs: number;
  readonly seed: number;
  readonly cores: number;
  readonly granularity: Granularity | null;
  /** The limit that ends the run, and the step to stop at just now (a seek stops earlier). */
  maxSteps: number;
  stopAtStep: number;
  readonly interpreters: Interpreter[] = [];
  private readonly objectNumbers = new Map<object, number>();
  /** Set where the run ended otherwise than by all processes ending. */
  outcome: Outcome | null = null;

  constructor(options: MachineOptions) {
    super();
    this.kernel = options.kernel;
    this.parser = options.parser;
    this.profile = options.profile;
    this.files = options.files;
    this.arguments = options.arguments;
    this.input = options.input;
    this.switchIntervalNs = options.switchIntervalNs;
    this.seed = options.seed;
    this.cores = options.cores;
    this.granularity = options.granularity;
    this.maxSteps = options.maxSteps;
    this.stopAtStep = options.maxSteps;
    const { fileSystem } = options.kernel;
    const home = fileSystem.directory(fileSystem.root, homeDirectory);
    for (const file of options.files)
      fileSystem.install(home, file.name, encodeText(file.text, 'utf-8', 'surrogatepass'));
  }

  /** A number that tells objects apart, for whoever looks at the machine; the program cannot see it. */
  objectNumber(object: object): number {
    const number = this.objectNumbers.get(object) ?? this.objectNumbers.size + 1;
    this.objectNumbers.set(object, number);
    return number;
  }

  /** For a new thread. */
  newStepping(): Stepping | null {
    return this.granularity === null ? null : new Stepping(this.granularity, this.profile);
  }

  /** The program uses what is not simulated: the run ends here, with the line of the person's own code. */
  unsupported(thread: PyThread, feature: string): Stop {
    let frame = thread.frame;
    let place: PyFrame | null = null;
    for (; frame !== null; frame = frame.back) {
      if (!(frame instanceof PyFrame)) continue;
      place ??= frame;
      if (!frame.code.isLibrary) {
        place = frame;
        break;
      }
    }
    const fileName = place?.code.source.fileName ?? this.files[0]?.name ?? '';
    this.outcome = {
      kind: 'unsupported',
      feature,
      fileName,
      line: place === null ? 0 : place.code.lineOf(place.pc - 1),
    };
    return stopHalt;
  }
}
