/**
 * Reads what CPython 3.13.0 answered, for our tests: one JSON line `[operation, arguments, answer]` per case.
 * In them `{"n": …}` is a long int, `{"d": …}` a float, `{"b": …}` bytes in hex and `{"e": …}` an exception.
 */
import { ValueFault } from './value-fault.ts';

interface RecordedCase {
  readonly operation: string;
  readonly args: readonly unknown[];
  readonly answer: unknown;
}

function recordedCases(lines: string): readonly RecordedCase[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [operation, args, answer] = JSON.parse(line) as [string, unknown[], unknown];
      return { operation, args: args.map(plainValue), answer };
    });
}

type Tagged = { n?: string; d?: string; b?: string };

function plainValue(recorded: unknown): unknown {
  if (Array.isArray(recorded)) return recorded.map(plainValue);
  if (typeof recorded !== 'object' || recorded === null) return recorded;
  const tagged = recorded as Tagged;
  if (tagged.n !== undefined) return BigInt(tagged.n);
  if (tagged.d !== undefined) return floatNamed(tagged.d);
  if (tagged.b !== undefined) return Uint8Array.from(tagged.b.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  return recorded;
}

function floatNamed(text: string): number {
  if (text === 'nan') return Number.NaN;
  return text === 'inf' ? Infinity : text === '-inf' ? -Infinity : Number(text);
}

/** An operation under test. */
export type Operation = (...args: never[]) => unknown;

/** The cases whose answer differs, each as a sentence; empty when all is well. */
export function differences(lines: string, operations: Readonly<Record<string, Operation>>): readonly string[] {
  const found: string[] = [];
  for (const { operation, args, answer } of recordedCases(lines)) {
    const perform = operations[operation];
    const ours = perform === undefined ? 'is not under test' : outcomeText(() => perform(...(args as never[])));
    const theirs = answerText(answer);
    if (ours !== theirs) found.push(`${operation}(${args.map(valueText).join(', ')}) is ${theirs}, not ${ours}`);
  }
  return found;
}

function outcomeText(perform: () => unknown): string {
  try {
    return valueText(perform());
  } catch (fault) {
    if (fault instanceof ValueFault) return `${fault.type}: ${fault.message}`;
    throw fault;
  }
}

function answerText(answer: unknown): string {
  const error = (answer as { e?: string } | null)?.e;
  return error ?? valueText(plainValue(answer));
}

function valueText(value: unknown): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? `unnormalised ${value}` : String(value);
  if (value instanceof Uint8Array) return `bytes(${Array.from(value).join(' ')})`;
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  return JSON.stringify(value) ?? 'undefined';
}
