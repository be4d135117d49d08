/** A resource of the trace for a new object, named after the variable it is about to be stored in. */
import type { ResourceKind, TraceResource } from '../../trace/trace.ts';
import { callerOf } from '../builtins/execution-functions.ts';
import { BEFORE_WITH, STORE_ATTR, STORE_DEREF, STORE_FAST, STORE_GLOBAL, STORE_NAME } from '../compiler/opcodes.ts';
import type { PyFrame } from './frame.ts';
import type { PyThread } from './py-thread.ts';

/** Made by library code, it is internal (unless a variable of the program is found to hold it). `frame` is the code that asks for it. */
export function newResource(thread: PyThread, kind: ResourceKind, frame = callerOf(thread.frame)): number {
  const { recorder } = thread.kernel;
  const isInternal = frame?.code.isLibrary ?? false;
  const index = recorder.resource(kind, thread.interpreter.process.id, isInternal);
  if (frame === null || isInternal) return index;
  const name = targetOf(frame);
  const place = { fileName: frame.code.source.fileName, line: frame.code.lineOf(Math.max(0, frame.pc - 1)) };
  recorder.describeResource(index, name === null ? { place } : { place, name });
  return index;
}

export function describeResource(thread: PyThread, index: number, change: Partial<TraceResource>): void {
  thread.kernel.recorder.describeResource(index, change);
}

/** The name that the instruction after the call stores to: 'lock', 'self.items'. */
function targetOf(frame: PyFrame): string | null {
  const { ops, args, names } = frame.code;
  const at = ops[frame.pc] === BEFORE_WITH ? frame.pc + 1 : frame.pc;
  const op = ops[at];
  const arg = args[at] as number;
  const locals = frame.code.source.localsPlusNames;
  if (op === STORE_NAME || op === STORE_GLOBAL) return names[arg] ?? null;
  if (op === STORE_FAST || op === STORE_DEREF) return locals[arg] ?? null;
  if (ops[at + 1] !== STORE_ATTR) return null;
  // LOAD_FAST self; STORE_ATTR name
  const attribute = names[args[at + 1] as number] ?? '';
  return locals[arg] === 'self' ? `self.${attribute}` : attribute;
}
