/** "Did you mean …?" Models: _compute_suggestion_error in Lib/traceback.py. */
import { typeOf } from '../objects/builtin-types.ts';
import type { PyException } from '../objects/py-exception.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { isKnownPythonModule } from '../modules/standard-library.ts';
import type { PyThread } from './py-thread.ts';

const moveCost = 2;
const caseCost = 1;
const maxLength = 40;

/** What is added to the message of a NameError or AttributeError. */
export function suggestionFor(thread: PyThread, exception: PyException): string {
  const kind = exception.type.name;
  const wrong = exception.get('name');
  if (typeof wrong !== 'string') return '';
  const names =
    kind === 'AttributeError'
      ? attributeNames(exception)
      : kind === 'NameError'
        ? variableNames(thread, exception)
        : [];
  const best = closest(names, wrong);
  if (best !== null) return `. Did you mean: '${best}'?`;
  return kind === 'NameError' && isKnownPythonModule(wrong) ? `. Did you forget to import '${wrong}'?` : '';
}

function attributeNames(exception: PyException): string[] {
  const object = exception.get('obj');
  if (object === undefined) return [];
  const own =
    object instanceof PyModule
      ? object.dict.keys()
      : object instanceof PyInstance && object.shape !== null
        ? [...object.shape.names]
        : [];
  const inherited = typeOf(object).mro.flatMap((type) => type.namespace.keys());
  return [...own, ...inherited].filter((name): name is string => typeof name === 'string');
}

function variableNames(thread: PyThread, exception: PyException): string[] {
  let entry = exception.traceback;
  while (entry?.next !== null && entry?.next !== undefined) entry = entry.next;
  const locals = entry === null || entry === undefined ? [] : entry.code.source.localsPlusNames;
  const main = thread.interpreter.modules.getText('__main__');
  const globals = main instanceof PyModule ? main.dict.keys() : [];
  return [...locals, ...globals, ...thread.interpreter.builtins.dict.keys()].filter(
    (name): name is string => typeof name === 'string',
  );
}

/** The most alike name within CPython's bound, or null. */
function closest(names: readonly string[], wrong: string): string | null {
  if (names.length > 750 || wrong.length > maxLength) return null;
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of [...new Set(names)].sort((a, b) => (a < b ? -1 : 1))) {
    if (name === wrong || (wrong.startsWith('_') === false && name.startsWith('_'))) continue;
    const bound = Math.floor(((name.length + wrong.length + 3) * moveCost) / 6);
    const distance = editDistance(wrong, name);
    if (distance <= Math.min(bound, bestDistance - 1)) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i * moveCost);
  for (let i = 0; i < a.length; i += 1) {
    const next = [(i + 1) * moveCost];
    for (let j = 0; j < b.length; j += 1) {
      const change = (row[j] as number) + substitution(a.charAt(i), b.charAt(j));
      next.push(Math.min(change, (row[j + 1] as number) + moveCost, (next[j] as number) + moveCost));
    }
    row = next;
  }
  return row[b.length] as number;
}

function substitution(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? caseCost : moveCost;
}
