/** Argument binding of Python functions: from a call's arguments to a frame's slots. Models: initialize_locals in Python/ceval.c. */
import { codeFlags } from '../compiler/code-object.ts';
import { PyDict } from '../objects/py-dict.ts';
import type { PyFunction } from '../objects/py-function.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { PyFrame } from './frame.ts';
import type { PyThread } from './py-thread.ts';
import {
  missingArguments,
  missingKeywordOnly,
  positionalOnlyAsKeyword,
  tooManyPositional,
  unexpectedKeyword,
} from './argument-errors.ts';
import { raised } from './raise.ts';

const complicated = codeFlags.varArgs | codeFlags.varKeywords;

/** The frame of a call by position that lies on the caller's stack; null where it is not that simple. */
export function bindSimple(
  thread: PyThread,
  fn: PyFunction,
  self: Value | undefined,
  stack: readonly (Value | undefined)[],
  start: number,
  count: number,
): PyFrame | null {
  const code = fn.code;
  const source = code.source;
  const given = self === undefined ? count : count + 1;
  if ((code.flags & complicated) !== 0 || source.keywordOnlyCount !== 0) return null;
  const wanted = source.argumentCount;
  const defaults = fn.defaults;
  if (given > wanted || given + (defaults === null ? 0 : defaults.items.length) < wanted) return null;
  const frame = new PyFrame(code, fn.globals, thread.interpreter.builtins.dict, fn);
  const slots = frame.slots;
  let at = 0;
  if (self !== undefined) slots[at++] = self;
  for (let i = 0; i < count; i += 1) slots[at++] = stack[start + i];
  if (at < wanted && defaults !== null) {
    const offset = defaults.items.length - wanted;
    for (; at < wanted; at += 1) slots[at] = defaults.items[at + offset];
  }
  return frame;
}

/** The frame of any call. The last `keywordNames.length` of `args` are keyword arguments. */
export function bindArguments(
  thread: PyThread,
  fn: PyFunction,
  args: readonly Value[],
  keywordNames: readonly string[] | null,
): PyFrame {
  const { code } = fn;
  const { source } = code;
  const frame = new PyFrame(code, fn.globals, thread.interpreter.builtins.dict, fn);
  const slots = frame.slots;
  const wanted = source.argumentCount;
  const total = wanted + source.keywordOnlyCount;
  const byPosition = args.length - (keywordNames?.length ?? 0);
  const taken = Math.min(byPosition, wanted);
  for (let i = 0; i < taken; i += 1) slots[i] = args[i];
  let next = total;
  if ((code.flags & codeFlags.varArgs) !== 0) slots[next++] = new PyTuple(args.slice(taken, byPosition));
  const extra = (code.flags & codeFlags.varKeywords) !== 0 ? new PyDict() : null;
  if (extra !== null) slots[next] = extra;
  if (keywordNames !== null) bindKeywords(fn, slots, { names: keywordNames, values: args.slice(byPosition), extra });
  if (byPosition > wanted && (code.flags & codeFlags.varArgs) === 0) throw tooManyPositional(fn, byPosition, slots);
  fillDefaults(fn, slots, taken);
  return frame;
}

interface GivenKeywords {
  readonly names: readonly string[];
  readonly values: readonly Value[];
  readonly extra: PyDict | null;
}

function bindKeywords(fn: PyFunction, slots: (Value | undefined)[], given: GivenKeywords): void {
  const source = fn.code.source;
  const total = source.argumentCount + source.keywordOnlyCount;
  for (const [i, name] of given.names.entries()) {
    const place = source.localsPlusNames.indexOf(name);
    const isParameter = place >= 0 && place < total;
    if (!isParameter || place < source.positionalOnlyCount) {
      if (given.extra !== null) {
        given.extra.set(name, given.values[i] as Value);
        continue;
      }
      const positionalOnly = positionalOnlyAsKeyword(fn, given.names);
      throw positionalOnly ?? unexpectedKeyword(fn, name);
    }
    if (slots[place] !== undefined)
      throw raised('TypeError', `${fn.qualifiedName}() got multiple values for argument '${name}'`);
    slots[place] = given.values[i];
  }
}

function fillDefaults(fn: PyFunction, slots: (Value | undefined)[], from: number): void {
  const source = fn.code.source;
  const wanted = source.argumentCount;
  const defaults = fn.defaults?.items ?? [];
  const offset = defaults.length - wanted;
  const missing: string[] = [];
  for (let i = from; i < wanted; i += 1) {
    if (slots[i] !== undefined) continue;
    const value = defaults[i + offset];
    if (value === undefined) missing.push(source.localsPlusNames[i] as string);
    else slots[i] = value;
  }
  if (missing.length > 0) throw missingArguments(fn, missing);
  const missingKeywords: string[] = [];
  for (let i = wanted; i < wanted + source.keywordOnlyCount; i += 1) {
    if (slots[i] !== undefined) continue;
    const name = source.localsPlusNames[i] as string;
    const value = fn.keywordDefaults?.getText(name);
    if (value === undefined) missingKeywords.push(name);
    else slots[i] = value;
  }
  if (missingKeywords.length > 0) throw missingKeywordOnly(fn, missingKeywords);
}
