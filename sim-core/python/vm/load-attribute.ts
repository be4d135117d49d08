/** LOAD_ATTR where the site's memory did not help: looks up, and remembers if it can. */
import type { Value } from '../objects/value.ts';
import { attributeCacheKinds, cacheAttribute } from './attribute-cache.ts';
import { loadAttribute } from './attributes.ts';
import type { PyFrame } from './frame.ts';
import type { PyThread } from './py-thread.ts';

/** Bit 0 of `arg`: for a call, so a method is left as function and self. The owner is on top of the stack. */
export function loadAttributeSlow(thread: PyThread, frame: PyFrame, at: number, arg: number): boolean {
  const { code, slots } = frame;
  const owner = slots[frame.sp - 1] as Value;
  const name = code.names[arg >> 1] as string;
  const cache = cacheAttribute(owner, name);
  const isForCall = (arg & 1) !== 0;
  code.caches[at] = cache;
  if (
    isForCall &&
    cache !== null &&
    (cache.kind === attributeCacheKinds.method || cache.kind === attributeCacheKinds.nativeMethod)
  ) {
    slots[frame.sp - 1] = cache.value;
    slots[frame.sp] = owner;
    frame.sp += 1;
    return true;
  }
  frame.sp -= 1;
  const value = loadAttribute(thread, owner, name);
  if (value === undefined) {
    if (isForCall) thread.pushesNullAfter(frame);
    return false;
  }
  slots[frame.sp] = value;
  frame.sp += 1;
  if (isForCall) {
    slots[frame.sp] = undefined;
    frame.sp += 1;
  }
  return true;
}
