/** Arguments that are paths: str, bytes or objects with `__fspath__`. Models: path_converter in Modules/posixmodule.c and PyOS_FSPath. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyBytes } from '../../objects/py-bytes.ts';
import type { Value } from '../../objects/value.ts';
import { decodeBytes } from '../../values/text/decode.ts';
import { loadSpecial } from '../../vm/attributes.ts';
import { textOf } from '../../vm/compare.ts';
import { callSteps } from '../../vm/invoke.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { raised } from '../../vm/raise.ts';

/** A path, or a descriptor in its place. */
export interface PathArgument {
  readonly path: string;
  readonly descriptor: number | null;
  /** As it is shown in error messages. */
  readonly value: Value;
  /** Names made from it are bytes too. */
  readonly isBytes: boolean;
}

export interface PathWords {
  readonly functionName: string;
  readonly argumentName?: string;
  readonly takesDescriptor?: boolean;
  /** PyUnicode_FSConverter's words: they name neither the function nor the argument. */
  readonly isAnonymous?: boolean;
}

/** For generator bodies: os.fspath(value), null where it has none. */
export function* fileSystemPathSteps(
  thread: PyThread,
  value: Value,
): Generator<undefined, string | PyBytes | null, Value> {
  const text = textOf(value);
  if (text !== null) return text;
  if (value instanceof PyBytes) return value;
  const own = loadSpecial(typeOf(value), value, '__fspath__');
  if (own === undefined) return null;
  const made = yield* callSteps(thread, own, []);
  if (made instanceof PyBytes) return made;
  const madeText = textOf(made);
  if (madeText !== null) return madeText;
  throw raised(
    'TypeError',
    `expected ${typeOf(value).title}.__fspath__() to return str or bytes, not ${typeOf(made).title}`,
  );
}

export function* pathSteps(
  thread: PyThread,
  value: Value,
  words: PathWords,
): Generator<undefined, PathArgument, Value> {
  const { functionName, argumentName = 'path', takesDescriptor = false } = words;
  if (takesDescriptor && (typeof value === 'number' || typeof value === 'boolean'))
    return { path: '', descriptor: Number(value), value, isBytes: false };
  const found = yield* fileSystemPathSteps(thread, value);
  if (found === null) {
    if (words.isAnonymous === true)
      throw raised('TypeError', `expected str, bytes or os.PathLike object, not ${typeOf(value).title}`);
    const kinds = takesDescriptor ? 'string, bytes, os.PathLike or integer' : 'string, bytes or os.PathLike';
    throw raised('TypeError', `${functionName}: ${argumentName} should be ${kinds}, not ${typeOf(value).title}`);
  }
  const path = typeof found === 'string' ? found : decodeBytes(found.bytes, 'utf-8', 'surrogateescape');
  if (path.includes('\0'))
    throw raised(
      'ValueError',
      words.isAnonymous === true ? 'embedded null byte' : `${functionName}: embedded null character in ${argumentName}`,
    );
  return { path, descriptor: null, value: found, isBytes: typeof found !== 'string' };
}
