/** Puts the arguments of a native call in order. The texts are Python/getargs.c's and Objects/methodobject.c's. */
import type { NativeArguments, NativeFunction } from '../objects/native-function.ts';
import { NativeMethod } from '../objects/native-function.ts';
import type { Value } from '../objects/value.ts';
import { raised } from './raise.ts';
import type { PyRaise } from './raise.ts';

export interface OrderedArguments {
  readonly positional: NativeArguments;
  readonly keywords: ReadonlyMap<string, Value> | null;
}

export function nativeArguments(
  fn: NativeFunction,
  args: readonly Value[],
  keywordNames: readonly string[] | null,
): OrderedArguments {
  const { least, most } = fn.signature;
  if (keywordNames === null || keywordNames.length === 0) {
    if (args.length > most || args.length < least) throw countError(fn, args.length);
    return { positional: args, keywords: null };
  }
  return withKeywords(fn, args, keywordNames);
}

function withKeywords(fn: NativeFunction, args: readonly Value[], keywordNames: readonly string[]): OrderedArguments {
  const { names, takesAnyKeyword, least, most } = fn.signature;
  const count = args.length - keywordNames.length;
  const positional: (Value | undefined)[] = args.slice(0, count);
  const keywords = new Map<string, Value>();
  if (count > most) throw countError(fn, count);
  for (const [i, name] of keywordNames.entries()) {
    const value = args[count + i] as Value;
    const place = names.indexOf(name);
    if (place >= 0) {
      if (positional[place] !== undefined)
        throw raised('TypeError', `argument for ${fn.name}() given by name ('${name}') and position (${place + 1})`);
      positional[place] = value;
    } else if (takesAnyKeyword) keywords.set(name, value);
    else if (names.every((known) => known === ''))
      throw raised('TypeError', `${fn.title}() takes no keyword arguments`);
    else throw raised('TypeError', `${fn.name}() got an unexpected keyword argument '${name}'`);
  }
  for (let i = 0; i < least; i += 1) {
    if (positional[i] === undefined) throw missingArgument(fn, names[i], i + 1 - (fn instanceof NativeMethod ? 1 : 0));
  }
  return { positional, keywords: keywords.size === 0 ? null : keywords };
}

/** An initializer goes by the name of its class. */
function missingArgument(fn: NativeFunction, name: string | undefined, position: number): PyRaise {
  const title = fn instanceof NativeMethod && fn.name === '__init__' ? fn.owner.name : fn.name;
  return raised('TypeError', `${title}() missing required argument '${name ?? ''}' (pos ${position})`);
}

/** Functions of which some parameters may be given by name complain in other words (_PyArg_UnpackKeywords). */
function takesSomeByName(fn: NativeFunction, own: number): boolean {
  const isMaker = fn.name === '__new__' || fn.name === '__init__';
  return !isMaker && Number.isFinite(fn.signature.most) && fn.signature.names.slice(own).some((name) => name !== '');
}

function countError(fn: NativeFunction, given: number): PyRaise {
  const own = fn instanceof NativeMethod ? 1 : 0;
  const least = fn.signature.least - own;
  const most = fn.signature.most - own;
  const got = given - own;
  if (least === most && most === 0) return raised('TypeError', `${fn.title}() takes no arguments (${got} given)`);
  if (least === most && most === 1)
    return raised('TypeError', `${fn.title}() takes exactly one argument (${got} given)`);
  const missing = got < least ? fn.signature.names[given] : undefined;
  if (missing !== undefined && missing !== '') return missingArgument(fn, missing, got + 1);
  const plural = (count: number): string => `${count} argument${count === 1 ? '' : 's'}`;
  if (takesSomeByName(fn, own)) {
    const bound = least === most ? 'exactly' : got < least ? 'at least' : 'at most';
    const count = got < least ? plural(least).replace(' ', ' positional ') : plural(most);
    return raised('TypeError', `${fn.name}() takes ${bound} ${count} (${got} given)`);
  }
  if (least === most) return raised('TypeError', `${fn.name} expected ${plural(least)}, got ${got}`);
  if (got < least) return raised('TypeError', `${fn.name} expected at least ${plural(least)}, got ${got}`);
  return raised('TypeError', `${fn.name} expected at most ${plural(most)}, got ${got}`);
}
