/** What acquire() of a lock is asked for: how long to wait. Models: lock_acquire_parse_args in Modules/_threadmodule.c. */
import { typeOf } from '../../objects/builtin-types.ts';
import { PyFloat } from '../../objects/py-float.ts';
import type { Value } from '../../objects/value.ts';
import { numberOf } from '../../vm/compare.ts';
import { raised } from '../../vm/raise.ts';
import { truthQuickly } from '../../vm/truth.ts';
import { durationNs } from '../time.ts';

export const timeoutMaximum = 9_223_372_036;

/** The arguments (blocking=True, timeout=-1) of acquire(): how long to wait; 0 not at all, null for ever. */
export function waitOf(blocking: Value | undefined, timeout: Value | undefined): number | null {
  const isBlocking = blocking === undefined || truthQuickly(blocking) === true;
  const isForEver = timeout === undefined || isMinusOne(timeout);
  if (isForEver) return isBlocking ? null : 0;
  const timeoutNs = durationNs(timeout);
  if (!isBlocking) throw raised('ValueError', "can't specify a timeout for a non-blocking call");
  if (timeoutNs < 0) throw raised('ValueError', 'timeout value must be a non-negative number');
  if (timeoutNs > timeoutMaximum * 1e9) throw raised('OverflowError', 'timeout value is too large');
  return timeoutNs;
}

function isMinusOne(value: Value): boolean {
  const number = numberOf(value);
  if (number === null) throw raised('TypeError', `'${typeOf(value).title}' object cannot be interpreted as an integer`);
  return (number instanceof PyFloat ? number.value : number) === -1;
}
