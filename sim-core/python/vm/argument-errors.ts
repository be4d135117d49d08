/** CPython 3.13's words for calls with wrong arguments (Python/ceval.c: too_many_positional, missing_arguments, …). */
import type { PyFunction } from '../objects/py-function.ts';
import type { Value } from '../objects/value.ts';
import { raised } from './raise.ts';
import type { PyRaise } from './raise.ts';
import { closest } from './traceback/suggestions.ts';

export function missingArguments(fn: PyFunction, names: readonly string[]): PyRaise {
  return raised(
    'TypeError',
    `${fn.qualifiedName}() missing ${names.length} required positional ${plural('argument', names.length)}: ${listed(names)}`,
  );
}

export function missingKeywordOnly(fn: PyFunction, names: readonly string[]): PyRaise {
  return raised(
    'TypeError',
    `${fn.qualifiedName}() missing ${names.length} required keyword-only ${plural('argument', names.length)}: ${listed(names)}`,
  );
}

export function tooManyPositional(fn: PyFunction, given: number, slots: readonly (Value | undefined)[]): PyRaise {
  const source = fn.code.source;
  const wanted = source.argumentCount;
  const defaults = fn.defaults?.items.length ?? 0;
  let keywordOnlyGiven = 0;
  for (let i = wanted; i < wanted + source.keywordOnlyCount; i += 1) if (slots[i] !== undefined) keywordOnlyGiven += 1;
  const takes = defaults > 0 ? `from ${wanted - defaults} to ${wanted}` : `${wanted}`;
  const isPlural = defaults > 0 || wanted !== 1;
  const and =
    keywordOnlyGiven > 0
      ? ` positional ${plural('argument', given)} (and ${keywordOnlyGiven} keyword-only ${plural('argument', keywordOnlyGiven)})`
      : '';
  const were = given === 1 && keywordOnlyGiven === 0 ? 'was' : 'were';
  return raised(
    'TypeError',
    `${fn.qualifiedName}() takes ${takes} positional argument${isPlural ? 's' : ''} but ${given}${and} ${were} given`,
  );
}

/** Where positional-only parameters were given by name. */
export function positionalOnlyAsKeyword(fn: PyFunction, names: readonly string[]): PyRaise | null {
  const source = fn.code.source;
  const wrong = source.localsPlusNames.slice(0, source.positionalOnlyCount).filter((name) => names.includes(name));
  if (wrong.length === 0) return null;
  return raised(
    'TypeError',
    `${fn.qualifiedName}() got some positional-only arguments passed as keyword arguments: '${wrong.join(', ')}'`,
  );
}

/** With the parameter that was meant, where one is much alike. */
export function unexpectedKeyword(fn: PyFunction, name: string): PyRaise {
  const source = fn.code.source;
  const total = source.argumentCount + source.keywordOnlyCount;
  const meant = closest(source.localsPlusNames.slice(source.positionalOnlyCount, total), name);
  const hint = meant === null ? '' : `. Did you mean '${meant}'?`;
  return raised('TypeError', `${fn.qualifiedName}() got an unexpected keyword argument '${name}'${hint}`);
}

function plural(word: string, count: number): string {
  return count === 1 ? word : `${word}s`;
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `'${name}'`);
  if (quoted.length <= 2) return quoted.join(' and ');
  return `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1) ?? ''}`;
}
