/** A resource of the trace for a new native object, named after the variable it is about to be stored in. */
import type { ResourceKind } from '../../trace/trace.ts';
import { callerOf } from '../builtins/execution-functions.ts';
import { STORE_ATTR, STORE_DEREF, STORE_FAST, STORE_GLOBAL, STORE_NAME } from '../compiler/opcodes.ts';
import type { Value } from '../objects/value.ts';
import { PyFrame } from './frame.ts';
import type { PyThread } from './py-thread.ts';

/** Made by library code, it is internal (unless a variable of the program is found to hold it). */
export function newResource(thread: PyThread, kind: ResourceKind): number {
  const { recorder } = thread.kernel;
  const frame = callerOf(thread.frame);
  const isInternal = frame?.code.isLibrary ?? false;
  const index = recorder.resource(kind, thread.interpreter.process.id, isInternal);
  const name = frame === null || isInternal ? null : targetOf(frame);
  if (name !== null) recorder.nameResource(index, name, false);
  return index;
}

/** For whom library code makes an object just now: `self` of the library method that the program called, and that method's name. */
export interface LibraryPurpose {
  readonly owner: Value;
  readonly method: string;
}

export function libraryPurpose(thread: PyThread): LibraryPurpose | null {
  let purpose: LibraryPurpose | null = null;
  for (let frame = thread.frame; frame !== null; frame = frame.back) {
    if (!(frame instanceof PyFrame)) continue;
    if (!frame.code.isLibrary) return purpose;
    const self = frame.code.source.localsPlusNames[0] === 'self' ? frame.slots[0] : undefined;
    if (self !== undefined) purpose = { owner: self, method: frame.code.source.name };
  }
  return purpose;
}

/** The name that the instruction after the call stores to. */
function targetOf(frame: PyFrame): string | null {
  const op = frame.code.ops[frame.pc];
  const arg = frame.code.args[frame.pc] as number;
  if (op === STORE_NAME || op === STORE_GLOBAL) return frame.code.names[arg] ?? null;
  if (op === STORE_FAST || op === STORE_DEREF) return frame.code.source.localsPlusNames[arg] ?? null;
  // LOAD_FAST self; STORE_ATTR name
  if (frame.code.ops[frame.pc + 1] === STORE_ATTR)
    return frame.code.names[frame.code.args[frame.pc + 1] as number] ?? null;
  return null;
}
