/** What the next bytecode reads or writes that other threads could reach too: a global, an attribute, a list's items, a closure's variable. */
import {
  BINARY_SLICE,
  BINARY_SUBSCR,
  DELETE_ATTR,
  DELETE_GLOBAL,
  DELETE_NAME,
  DELETE_SUBSCR,
  LOAD_ATTR,
  LOAD_DEREF,
  LOAD_GLOBAL,
  LOAD_NAME,
  STORE_ATTR,
  STORE_DEREF,
  STORE_GLOBAL,
  STORE_NAME,
  STORE_SLICE,
  STORE_SUBSCR,
} from '../../python/compiler/opcodes.ts';
import { Deque } from '../../python/modules/collections/deque.ts';
import { PyCell } from '../../python/objects/py-cell.ts';
import { PyDict } from '../../python/objects/py-dict.ts';
import { PyInstance } from '../../python/objects/py-instance.ts';
import { PyList } from '../../python/objects/py-list.ts';
import { PySet } from '../../python/objects/py-set.ts';
import type { PyFrame } from '../../python/vm/frame.ts';

export interface VariableAccess {
  /** What holds the variable: the globals, an object, a cell. */
  readonly place: object;
  /** The name within it; null for all that a container holds. */
  readonly name: string | null;
  readonly isWrite: boolean;
}

/** Methods that change the container they are called on. */
const mutators = new Set(
  (
    'append appendleft extend extendleft insert pop popleft popitem remove clear sort reverse rotate ' +
    'add discard update setdefault difference_update intersection_update symmetric_difference_update'
  ).split(' '),
);

const containerOps = new Map<number, { readonly depth: number; readonly isWrite: boolean }>([
  [BINARY_SUBSCR, { depth: 2, isWrite: false }],
  [BINARY_SLICE, { depth: 3, isWrite: false }],
  [STORE_SUBSCR, { depth: 2, isWrite: true }],
  [DELETE_SUBSCR, { depth: 2, isWrite: true }],
  [STORE_SLICE, { depth: 3, isWrite: true }],
]);

export function variableAccess(frame: PyFrame): VariableAccess | null {
  const op = frame.code.ops[frame.pc] as number;
  const arg = frame.code.args[frame.pc] as number;
  switch (op) {
    case LOAD_GLOBAL:
      return globalAccess(frame, frame.code.names[arg >> 1], false);
    case STORE_GLOBAL:
    case DELETE_GLOBAL:
      return globalAccess(frame, frame.code.names[arg], true);
    case LOAD_NAME:
    case STORE_NAME:
    case DELETE_NAME:
      return frame.namespace === frame.globals ? globalAccess(frame, frame.code.names[arg], op !== LOAD_NAME) : null;
    case LOAD_DEREF:
    case STORE_DEREF:
      return cellAccess(frame, arg, op === STORE_DEREF);
    case LOAD_ATTR:
      return attributeRead(frame, frame.code.names[arg >> 1] ?? '');
    case STORE_ATTR:
    case DELETE_ATTR:
      return attributeWrite(frame, frame.code.names[arg] ?? '');
    default:
      return containerAccess(frame, op);
  }
}

function globalAccess(frame: PyFrame, name: string | undefined, isWrite: boolean): VariableAccess | null {
  // What the globals do not have is a builtin.
  if (name === undefined || (!isWrite && frame.globals.getText(name) === undefined)) return null;
  return { place: frame.globals, name, isWrite };
}

function cellAccess(frame: PyFrame, slot: number, isWrite: boolean): VariableAccess | null {
  const cell = frame.slots[slot];
  const name = frame.code.source.localsPlusNames[slot] ?? '';
  return cell instanceof PyCell && name !== '__class__' ? { place: cell, name, isWrite } : null;
}

function attributeRead(frame: PyFrame, name: string): VariableAccess | null {
  const owner = frame.slots[frame.sp - 1];
  if (isContainer(owner)) return { place: owner, name: null, isWrite: mutators.has(name) };
  // Methods belong to the class: they are not the object's variables.
  return isOwnInstance(owner) && owner.get(name) !== undefined ? { place: owner, name, isWrite: false } : null;
}

function attributeWrite(frame: PyFrame, name: string): VariableAccess | null {
  const owner = frame.slots[frame.sp - 1];
  return isOwnInstance(owner) ? { place: owner, name, isWrite: true } : null;
}

function containerAccess(frame: PyFrame, op: number): VariableAccess | null {
  const kind = containerOps.get(op);
  if (kind === undefined) return null;
  const container = frame.slots[frame.sp - kind.depth];
  return isContainer(container) ? { place: container, name: null, isWrite: kind.isWrite } : null;
}

function isContainer(value: unknown): value is PyList | PyDict | PySet | Deque {
  return value instanceof PyList || value instanceof PyDict || value instanceof PySet || value instanceof Deque;
}

/** An object of a class of the program's own. */
function isOwnInstance(value: unknown): value is PyInstance {
  return value instanceof PyInstance && value.type.lookup('__module__') === '__main__';
}
