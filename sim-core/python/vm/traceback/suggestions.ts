/**
 * "Did you mean …?" and "Did you forget to import …?" after the message of an exception.
 * Models: CPython 3.13, TracebackException.__init__ and _compute_suggestion_error in Lib/traceback.py, Python/suggestions.c.
 */
import { typeOf } from '../../objects/builtin-types.ts';
import { exceptionNamed } from '../../objects/exception-types.ts';
import type { PyException } from '../../objects/py-exception.ts';
import type { PyTraceback } from '../../objects/py-traceback.ts';
import type { Value } from '../../objects/value.ts';
import { isKnownPythonModule } from '../../modules/standard-library.ts';
import { loadSpecial } from '../attributes.ts';
import type { PyFrame } from '../frame.ts';
import { callSteps } from '../invoke.ts';
import { iterateAll } from '../iterate-all.ts';
import { optionalAttribute } from '../optional-attribute.ts';
import type { PyThread } from '../py-thread.ts';
import { PyRaise } from '../raise.ts';
import { frameLocals } from './frame-locals.ts';

const moveCost = 2;
const caseCost = 1;
const longestName = 40;
const mostCandidates = 750;

/** For generator bodies: what is added to the message; '' where there is nothing to suggest. */
export function* suggestionText(
  thread: PyThread,
  exception: PyException,
  traceback: PyTraceback | null,
): Generator<undefined, string, Value> {
  const is = (name: string): boolean => exception.type.isSubtypeOf(exceptionNamed(name));
  const isName = is('NameError');
  const wrong = is('ImportError')
    ? exception.get('name_from')
    : isName || is('AttributeError')
      ? exception.get('name')
      : null;
  if (typeof wrong !== 'string') return '';
  const best = yield* suggestion(thread, exception, innermost(traceback), wrong);
  const meant = best === null ? '' : `. Did you mean: '${best}'?`;
  if (!isName || !isKnownPythonModule(wrong)) return meant;
  return meant === '' ? `. Did you forget to import '${wrong}'?` : `${meant} Or did you forget to import '${wrong}'?`;
}

function innermost(traceback: PyTraceback | null): PyFrame | null {
  let entry = traceback;
  while (entry !== null && entry.next !== null) entry = entry.next;
  return entry === null ? null : entry.frame;
}

function* suggestion(
  thread: PyThread,
  exception: PyException,
  frame: PyFrame | null,
  wrong: string,
): Generator<undefined, string | null, Value> {
  if (exception.type.isSubtypeOf(exceptionNamed('NameError'))) {
    if (frame === null) return null;
    const locals = frameLocals(frame);
    const self = locals.getText('self');
    if (self !== undefined && (yield* optionalAttribute(thread, self, wrong)) !== undefined) return `self.${wrong}`;
    return closest([...locals.keys(), ...frame.globals.keys(), ...frame.builtins.keys()], wrong);
  }
  const isImport = exception.type.isSubtypeOf(exceptionNamed('ImportError'));
  const owner = isImport ? importedModule(thread, exception) : exception.get('obj');
  if (owner === undefined) return null;
  const names = yield* namesIn(thread, owner);
  const isInsider = !isImport && frame !== null && frameLocals(frame).getText('self') === owner;
  const hidesPrivate = !wrong.startsWith('_') && !isInsider;
  return closest(hidesPrivate ? names.filter((name) => !String(name).startsWith('_')) : names, wrong);
}

/** What `__import__` of the module gives: its outermost package. */
function importedModule(thread: PyThread, exception: PyException): Value | undefined {
  const name = exception.get('name');
  return typeof name === 'string' ? thread.interpreter.modules.getText(name.split('.')[0] as string) : undefined;
}

/** dir(), or nothing where it fails. */
function* namesIn(thread: PyThread, owner: Value): Generator<undefined, Value[], Value> {
  try {
    const names = yield* iterateAll(
      thread,
      yield* callSteps(thread, loadSpecial(typeOf(owner), owner, '__dir__') as Value, []),
    );
    return [...names].sort((a, b) => (String(a) < String(b) ? -1 : 1));
  } catch (error) {
    if (error instanceof PyRaise) return [];
    throw error;
  }
}

/** The most alike name within CPython's bound, the first of equals; null if none is. */
export function closest(candidates: readonly Value[], wrong: string): string | null {
  if (candidates.length >= mostCandidates || wrong.length > longestName) return null;
  let best: string | null = null;
  let bestDistance = Number.MAX_SAFE_INTEGER;
  for (const name of candidates) {
    if (typeof name !== 'string') return null;
    if (name === wrong) continue;
    const bound = Math.min(Math.floor(((name.length + wrong.length + 3) * moveCost) / 6), bestDistance - 1);
    const distance = editDistance(wrong, name);
    if (distance > bound) continue;
    best = name;
    bestDistance = distance;
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
