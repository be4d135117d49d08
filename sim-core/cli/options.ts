/** Reading a command's options. Options may stand before and after the file; what follows the file and is no option is the program's. */
export class UsageError extends Error {}

export interface ParsedOptions {
  readonly values: ReadonlyMap<string, readonly string[]>;
  readonly positional: readonly string[];
}

export function parseOptions(args: readonly string[], known: readonly string[]): ParsedOptions {
  const values = new Map<string, string[]>();
  const positional: string[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i] as string;
    if (!arg.startsWith('--') || !isKnown(arg, known, positional)) {
      positional.push(arg);
      continue;
    }
    const [name, inline] = arg.slice(2).split(/=(.*)/s) as [string, string | undefined];
    const value = inline ?? args[(i += 1)];
    if (value === undefined) throw new UsageError(`--${name} needs a value`);
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return { values, positional };
}

/** Before the file, an unknown option is a mistake; after it, it is the program's. */
function isKnown(arg: string, known: readonly string[], positional: readonly string[]): boolean {
  const name = arg.slice(2).split('=')[0] as string;
  if (known.includes(name)) return true;
  if (positional.length === 0) throw new UsageError(`there is no option --${name}`);
  return false;
}

export function one(options: ParsedOptions, name: string): string | null {
  return options.values.get(name)?.at(-1) ?? null;
}

export function numberOption(
  options: ParsedOptions,
  name: string,
  bounds: { least: number; most: number; isWhole: boolean },
): number | null {
  const text = one(options, name);
  if (text === null) return null;
  const value = Number(text);
  if (
    !Number.isFinite(value) ||
    (bounds.isWhole && !Number.isInteger(value)) ||
    value < bounds.least ||
    value > bounds.most
  ) {
    throw new UsageError(
      `--${name} takes ${bounds.isWhole ? 'a whole number' : 'a number'} from ${bounds.least} to ${bounds.most}, not '${text}'`,
    );
  }
  return value;
}
