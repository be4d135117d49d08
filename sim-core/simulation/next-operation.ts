/**
 * The operation on shared things that a thread's next bytecode would do, read off the bytecode and the stack without executing anything.
 * One bytecode is one visible operation (EXPLORE.md, "Mapping to Python programs"); what only touches locals is none.
 * Leaves out: what a library function does inside (it is one step), and attributes found by __getattr__ or properties.
 */
import {
  BEFORE_WITH,
  BINARY_SUBSCR,
  CALL,
  LOAD_ATTR,
  LOAD_DEREF,
  LOAD_GLOBAL,
  LOAD_NAME,
  STORE_ATTR,
  STORE_DEREF,
  STORE_GLOBAL,
  STORE_NAME,
  STORE_SUBSCR,
} from '../python/compiler/opcodes.ts';
import { NativeFunction } from '../python/objects/native-function.ts';
import { PyDict } from '../python/objects/py-dict.ts';
import { PyFunction } from '../python/objects/py-function.ts';
import { PyInstance } from '../python/objects/py-instance.ts';
import { PyList } from '../python/objects/py-list.ts';
import { PyMethod } from '../python/objects/py-method.ts';
import { PyModule } from '../python/objects/py-module.ts';
import { PyType } from '../python/objects/py-type.ts';
import type { Value } from '../python/objects/value.ts';
import { Lock } from '../python/modules/thread/lock.ts';
import { RecursiveLock } from '../python/modules/thread/recursive-lock.ts';
import { PyFrame } from '../python/vm/frame.ts';
import { WriteCall } from '../python/vm/output-stream.ts';
import type { PyThread } from '../python/vm/py-thread.ts';
import { reprText } from '../python/values/text/repr.ts';
import type { VisibleOperation } from '../trace/candidate.ts';

/** The operation, and the value of its variable: before the step what is read, after it what was written. */
export interface PendingOperation {
  readonly operation: VisibleOperation;
  readonly value: () => Value | undefined;
  /** It is to take a lock that another thread has. */
  readonly wouldBlock: boolean;
}

export function pendingOperation(thread: PyThread): PendingOperation | null {
  const { blocking, frame } = thread;
  if (blocking instanceof WriteCall) return valueless({ kind: 'output', name: reprText(blocking.text), key: 'output' });
  if (blocking !== null) return valueless({ kind: 'block', name: '', key: '' });
  if (!(frame instanceof PyFrame) || frame.code.isLibrary) return null;
  return operationAt(thread, frame);
}

function valueless(operation: VisibleOperation): PendingOperation {
  return { operation, value: () => undefined, wouldBlock: false };
}

function operationAt(thread: PyThread, frame: PyFrame): PendingOperation | null {
  const { code, pc } = frame;
  const op = code.ops[pc] as number;
  const arg = code.args[pc] as number;
  switch (op) {
    case LOAD_GLOBAL:
      return globalOperation(frame, 'read', code.names[arg >> 1] as string);
    case STORE_GLOBAL:
      return globalOperation(frame, 'write', code.names[arg] as string);
    case LOAD_NAME:
    case STORE_NAME:
      if (frame.namespace !== frame.globals) return null;
      return globalOperation(frame, op === LOAD_NAME ? 'read' : 'write', code.names[arg] as string);
    case LOAD_DEREF:
    case STORE_DEREF:
      return cellOperation(thread, frame, op === LOAD_DEREF ? 'read' : 'write', arg);
    case LOAD_ATTR:
    case STORE_ATTR:
      return attributeOperation(thread, frame, op);
    case BINARY_SUBSCR:
    case STORE_SUBSCR:
      return itemOperation(thread, frame, op);
    case BEFORE_WITH:
      return syncOperation(thread, top(frame, 1), 'acquire');
    case CALL:
      return callOperation(thread, frame, arg);
    default:
      return null;
  }
}

function top(frame: PyFrame, depth: number): Value | undefined {
  return frame.slots[frame.sp - depth];
}

/** Functions, classes and modules are not written to while threads run: reading them is no operation. */
function isFixed(value: Value | undefined): boolean {
  return (
    value instanceof PyFunction ||
    value instanceof PyType ||
    value instanceof PyModule ||
    value instanceof NativeFunction
  );
}

function globalOperation(frame: PyFrame, kind: 'read' | 'write', name: string): PendingOperation | null {
  const value = frame.globals.getText(name);
  if (kind === 'read' && (value === undefined || isFixed(value))) return null;
  return {
    operation: { kind, name, key: `g ${frame.code.source.fileName} ${name}` },
    value: () => frame.globals.getText(name),
    wouldBlock: false,
  };
}

function cellOperation(thread: PyThread, frame: PyFrame, kind: 'read' | 'write', slot: number): PendingOperation {
  const name = frame.code.source.localsPlusNames[slot] ?? '?';
  const cell = frame.cell(slot);
  return {
    operation: { kind, name, key: `c ${numberOf(thread, cell)}` },
    value: () => cell.content,
    wouldBlock: false,
  };
}

function attributeOperation(thread: PyThread, frame: PyFrame, op: number): PendingOperation | null {
  const owner = top(frame, 1);
  const arg = frame.code.args[frame.pc] as number;
  const name = frame.code.names[op === LOAD_ATTR ? arg >> 1 : arg] as string;
  if (!(owner instanceof PyInstance)) return null;
  if (op === LOAD_ATTR && (owner.get(name) === undefined || isFixed(owner.get(name)))) return null;
  return {
    operation: {
      kind: op === LOAD_ATTR ? 'read' : 'write',
      name: `${nameOf(frame, owner)}.${name}`,
      key: `a ${numberOf(thread, owner)} ${name}`,
    },
    value: () => owner.get(name),
    wouldBlock: false,
  };
}

function itemOperation(thread: PyThread, frame: PyFrame, op: number): PendingOperation | null {
  const isRead = op === BINARY_SUBSCR;
  const container = top(frame, 2);
  const key = top(frame, 1);
  if (!(container instanceof PyList) && !(container instanceof PyDict)) return null;
  const shown = typeof key === 'string' ? reprText(key) : typeof key === 'number' ? String(key) : '…';
  return {
    operation: {
      kind: isRead ? 'read' : 'write',
      name: `${nameOf(frame, container)}[${shown}]`,
      key: `i ${numberOf(thread, container)} ${shown}`,
    },
    value: () => itemOf(container, key),
    wouldBlock: false,
  };
}

function itemOf(container: PyList | PyDict, key: Value | undefined): Value | undefined {
  if (container instanceof PyList)
    return typeof key === 'number' ? container.items[key < 0 ? key + container.items.length : key] : undefined;
  return typeof key === 'string' || typeof key === 'number' ? container.index.get(key)?.value : undefined;
}

function callOperation(thread: PyThread, frame: PyFrame, count: number): PendingOperation | null {
  let callable = frame.slots[frame.sp - count - 2];
  let self = frame.slots[frame.sp - count - 1];
  if (callable instanceof PyMethod) ({ callable, self } = callable);
  if (!(callable instanceof NativeFunction)) return null;
  if (callable.name === '__exit__' || callable.name === 'release') return syncOperation(thread, self, 'release');
  if (callable.name === 'acquire' || callable.name === '__enter__') return syncOperation(thread, self, 'acquire');
  if (!(self instanceof PyList) && !(self instanceof PyDict)) return null;
  return valueless({
    kind: 'call',
    name: `${nameOf(frame, self)}.${callable.name}()`,
    key: `o ${numberOf(thread, self)}`,
  });
}

function syncOperation(
  thread: PyThread,
  object: Value | undefined,
  kind: 'acquire' | 'release',
): PendingOperation | null {
  if (!(object instanceof Lock) && !(object instanceof RecursiveLock)) return null;
  const name = thread.kernel.recorder.resources[object.resource]?.name ?? '?';
  const isTaken = object instanceof Lock ? object.isLocked : object.holder !== null && object.holder !== thread;
  return { ...valueless({ kind, name, key: `r ${object.resource}` }), wouldBlock: kind === 'acquire' && isTaken };
}

/** The variable through which the thread sees an object. */
function nameOf(frame: PyFrame, object: Value): string {
  for (const [i, name] of frame.code.source.localsPlusNames.entries()) if (frame.slots[i] === object) return name;
  for (const { key, value } of frame.globals.items()) if (value === object && typeof key === 'string') return key;
  return object instanceof PyInstance ? object.type.name : '…';
}

/** A number of the object's own within the run; asking for it changes nothing that the program can see. */
function numberOf(thread: PyThread, object: object): number {
  return thread.interpreter.machine.objectNumber(object);
}
