/** The options of `lockstep riscv`, read from the command line. */
import type { CacheConfig, Coherence, Replacement, WritePolicy } from '../../riscv/cache/cache-config.ts';
import { machineConfigMistake, plainCache, plainMachine, plainPredictor } from '../../riscv/machine/machine-config.ts';
import type { Interleaving, MachineConfig, Model } from '../../riscv/machine/machine-config.ts';
import type { PredictorConfig, PredictorKind } from '../../riscv/predictor/branch-predictor.ts';

export interface RiscvOptions {
  readonly file: string;
  readonly config: MachineConfig;
  readonly statsFile: string | null;
  readonly signatureFile: string | null;
  readonly printsJson: boolean;
  readonly maxCycles: number;
}

export type ReadOptions =
  | { readonly kind: 'options'; readonly options: RiscvOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly reason: string };

export const riscvUsage = `usage: lockstep riscv FILE.elf|FILE.s [options]
  --model single-cycle|multi-cycle|pipeline   how time passes (single-cycle)
  --harts N                                   1 to 8, all starting at the entry (1)
  --forwarding on|off                         pipeline: forward results into EX (on)
  --branch ID|EX|MEM                          pipeline: where branches are resolved (EX)
  --predictor none|always|btfnt|1-bit|2-bit|2-bit-hysteresis[,initial=N,btb=BITS,bht=BITS,history=BITS]
  --cache SETSxWORDSxWAYS[,lru|fifo|random][,back|through][,penalty=N] | none    both caches
  --icache …, --dcache …                      one of them
  --coherence none|MSI|MESI                   with several harts (MESI)
  --misaligned hardware|trap                  loads and stores at odd places (hardware)
  --interleaving round-robin|seed=N           which harts get a clock edge
  --max-cycles N                              then stop, with exit code 71 (100000000)
  --stats FILE.json                           write figures and registers
  --signature FILE                            write the words from begin_signature to end_signature
  --json                                      print the figures`;

type Values = ReadonlyMap<string, string>;

const switches = new Set(['--json', '--help']);
const valued = new Set(
  (
    '--model --harts --forwarding --branch --predictor --cache --icache --dcache --coherence --misaligned ' +
    '--interleaving --max-cycles --stats --signature'
  ).split(' '),
);

/** Something wrong with the command line, on its way to `readOptions`. */
class UsageError extends Error {}

export function readOptions(args: readonly string[]): ReadOptions {
  try {
    const { values, files } = split(args);
    if (values.has('--help')) return { kind: 'help' };
    const [file] = files;
    if (file === undefined || files.length > 1) throw new UsageError('exactly one program is needed');
    const config = configOf(values);
    const mistake = machineConfigMistake(config);
    if (mistake !== null) throw new UsageError(mistake);
    return { kind: 'options', options: { file, config, ...outputsOf(values) } };
  } catch (error) {
    if (error instanceof UsageError) return { kind: 'wrong', reason: error.message };
    throw error;
  }
}

function split(args: readonly string[]): { values: Values; files: readonly string[] } {
  const values = new Map<string, string>();
  const files: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const [name = '', attached] = (args[i] ?? '').split(/=(.*)/s);
    if (!name.startsWith('--')) {
      files.push(args[i] ?? '');
    } else if (switches.has(name)) {
      values.set(name, '');
    } else if (valued.has(name)) {
      const value = attached ?? args[(i += 1)];
      if (value === undefined) throw new UsageError(`${name} needs a value`);
      values.set(name, value);
    } else {
      throw new UsageError(`unknown option ${name}`);
    }
  }
  return { values, files };
}

function outputsOf(values: Values): Omit<RiscvOptions, 'file' | 'config'> {
  return {
    statsFile: values.get('--stats') ?? null,
    signatureFile: values.get('--signature') ?? null,
    printsJson: values.has('--json'),
    maxCycles: numberOf('--max-cycles', values.get('--max-cycles') ?? '100000000'),
  };
}

function configOf(values: Values): MachineConfig {
  const both = values.get('--cache') ?? 'none';
  return {
    ...plainMachine,
    model: oneOf<Model>(values, '--model', ['single-cycle', 'multi-cycle', 'pipeline']),
    harts: numberOf('--harts', values.get('--harts') ?? '1'),
    forwarding: oneOf(values, '--forwarding', ['on', 'off']) === 'on',
    branchStage: oneOf(values, '--branch', ['EX', 'ID', 'MEM']),
    predictor: predictorOf(values.get('--predictor') ?? 'none'),
    instructionCache: cacheOf(values.get('--icache') ?? both),
    dataCache: cacheOf(values.get('--dcache') ?? both),
    coherence: oneOf<Coherence>(values, '--coherence', ['MESI', 'MSI', 'none']),
    misaligned: oneOf(values, '--misaligned', ['hardware', 'trap']),
    interleaving: interleavingOf(values.get('--interleaving') ?? 'round-robin'),
  };
}

/** The value of an option among those allowed, however it is capitalised; the first is the default. */
function oneOf<T extends string>(values: Values, name: string, allowed: readonly [T, ...T[]]): T {
  const value = values.get(name);
  if (value === undefined) return allowed[0];
  const found = allowed.find((it) => it.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw new UsageError(`${name} is one of ${allowed.join(', ')}, not ${value}`);
  return found;
}

function numberOf(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new UsageError(`${name} takes a whole number, not ${text}`);
  return Number(text);
}

function interleavingOf(text: string): Interleaving {
  const seed = /^(?:seed|seeded)[=:](\d+)$/.exec(text)?.[1];
  if (seed !== undefined) return { kind: 'seeded', seed: Number(seed) };
  if (text !== 'round-robin') throw new UsageError(`--interleaving is round-robin or seed=N, not ${text}`);
  return { kind: 'round-robin' };
}

const predictorKinds: ReadonlyMap<string, PredictorKind> = new Map([
  ['none', 'none'],
  ['never', 'none'],
  ['always', 'always'],
  ['always-taken', 'always'],
  ['btfnt', 'BTFNT'],
  ['1-bit', '1-bit'],
  ['1bit', '1-bit'],
  ['2-bit', '2-bit'],
  ['2bit', '2-bit'],
  ['2-bit-hysteresis', '2-bit-hysteresis'],
]);

function predictorOf(text: string): PredictorConfig {
  const [name = '', ...settings] = text.toLowerCase().split(',');
  const kind = predictorKinds.get(name);
  if (kind === undefined) throw new UsageError(`--predictor does not know ${name}`);
  const isTwoBit = kind === '2-bit' || kind === '2-bit-hysteresis';
  const given = settingsOf('--predictor', settings, ['initial', 'btb', 'bht', 'history']);
  return {
    kind,
    initialCounter: Math.min(given.get('initial') ?? (isTwoBit ? 1 : 0), isTwoBit ? 3 : 1),
    bufferBits: given.get('btb') ?? plainPredictor.bufferBits,
    counterBits: given.get('bht') ?? plainPredictor.counterBits,
    historyBits: given.get('history') ?? plainPredictor.historyBits,
  };
}

const replacements: ReadonlyMap<string, Replacement> = new Map([
  ['lru', 'LRU'],
  ['fifo', 'FIFO'],
  ['random', 'random'],
  ['rand', 'random'],
]);
const writePolicies: ReadonlyMap<string, WritePolicy> = new Map([
  ['back', 'back'],
  ['wb', 'back'],
  ['through', 'through'],
  ['wt', 'through'],
]);

/** `8x4x2,lru,back,penalty=10`, or QtRvSim's `lru,8,4,2,wb`: sets, words in a block, ways. */
function cacheOf(text: string): CacheConfig | null {
  const parts = text.toLowerCase().split(',');
  if (parts[0] === 'none' || parts[0] === 'off') return null;
  const numbers = parts.flatMap((part) => (/^\d+(?:x\d+){0,2}$/.test(part) ? part.split('x') : []));
  const [sets, wordsPerBlock, ways, ...surplus] = numbers.map(Number);
  if (sets === undefined || wordsPerBlock === undefined || ways === undefined || surplus.length > 0) {
    throw new UsageError(`a cache is SETSxWORDSxWAYS or none, not ${text}`);
  }
  const words = parts.filter((part) => /^[a-z]+$/.test(part));
  const unknown = words.find((word) => !replacements.has(word) && !writePolicies.has(word));
  if (unknown !== undefined) throw new UsageError(`a cache knows nothing of ${unknown}`);
  const settings = parts.filter((part) => part.includes('='));
  return {
    sets,
    wordsPerBlock,
    ways,
    replacement: words.map((word) => replacements.get(word)).find((it) => it !== undefined) ?? plainCache.replacement,
    write: words.map((word) => writePolicies.get(word)).find((it) => it !== undefined) ?? plainCache.write,
    penaltyCycles: settingsOf('--cache', settings, ['penalty']).get('penalty') ?? plainCache.penaltyCycles,
  };
}

/** `name=number` settings. */
function settingsOf(
  option: string,
  settings: readonly string[],
  known: readonly string[],
): ReadonlyMap<string, number> {
  return new Map(
    settings.map((setting) => {
      const [name = '', value = ''] = setting.split('=');
      if (!known.includes(name)) throw new UsageError(`${option} has no setting ${name}`);
      return [name, numberOf(`${option} ${name}`, value)] as const;
    }),
  );
}
