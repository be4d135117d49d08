/** LOAD_ATTR where the site's memory did not help: looks up, and remembers if it can. */
import { typeOf } from '../objects/builtin-types.ts';
import type { PyGetSet } from '../objects/py-descriptors.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { PyType } from '../objects/py-type.ts';
import type { Value } from '../objects/value.ts';
import { attributeCacheKinds, cacheAttribute } from './attribute-cache.ts';
import type { AttributeCache } from './attribute-cache.ts';
import { loadAttribute } from './attributes.ts';
import type { PyFrame } from './frame.ts';
import { invoke } from './invoke.ts';
import type { PyThread } from './py-thread.ts';

/** Bit 0 of `arg`: for a call, so a method is left as function and self. The owner is on top of the stack. */
export function loadAttributeSlow(thread: PyThread, frame: PyFrame, at: number, arg: number): boolean {
  const { code, slots } = frame;
  const owner = slots[frame.sp - 1] as Value;
  const isForCall = (arg & 1) !== 0;
  const known = code.caches[at] as AttributeCache | null;
  if (known !== null) {
    if (known.kind === attributeCacheKinds.property && isOf(owner, known)) {
      frame.sp -= 1;
      return finished(thread, frame, invoke(thread, known.value as Value, [owner], null), isForCall);
    }
    if (known.kind === attributeCacheKinds.classMethod && isForCall && isTypeOf(owner, known)) {
      slots[frame.sp - 1] = known.value;
      slots[frame.sp] = owner;
      frame.sp += 1;
      return true;
    }
    const value = remembered(owner, known);
    if (value !== undefined) {
      frame.sp -= 1;
      return finished(thread, frame, value, isForCall);
    }
  }
  const name = code.names[arg >> 1] as string;
  const cache = cacheAttribute(owner, name);
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
  return finished(thread, frame, loadAttribute(thread, owner, name), isForCall);
}

/** Pushes the value; undefined: a frame has been pushed that gives it. */
function finished(thread: PyThread, frame: PyFrame, value: Value | undefined, isForCall: boolean): boolean {
  if (value === undefined) {
    if (isForCall) thread.pushesNullAfter(frame);
    return false;
  }
  frame.slots[frame.sp] = value;
  frame.sp += 1;
  if (isForCall) {
    frame.slots[frame.sp] = undefined;
    frame.sp += 1;
  }
  return true;
}

function isOf(owner: Value, cache: AttributeCache): owner is PyInstance {
  return owner instanceof PyInstance && owner.type.versionTag === cache.tag;
}

function isTypeOf(owner: Value, cache: AttributeCache): boolean {
  return owner instanceof PyType && owner.versionTag === cache.tag && owner.type.versionTag === cache.secondTag;
}

/** The value by the rarer kinds of memory; undefined where they do not hold. */
function remembered(owner: Value, cache: AttributeCache): Value | undefined {
  switch (cache.kind) {
    case attributeCacheKinds.member:
      return isOf(owner, cache) ? owner.members?.[cache.index] : undefined;
    case attributeCacheKinds.computed:
      return typeOf(owner).versionTag === cache.tag ? (cache.value as PyGetSet).read(owner) : undefined;
    case attributeCacheKinds.classValue:
      return isOf(owner, cache) && owner.shape === cache.shape ? cache.value : undefined;
    case attributeCacheKinds.typeValue:
      return isTypeOf(owner, cache) ? cache.value : undefined;
    default:
      return undefined;
  }
}
