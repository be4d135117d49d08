/** Instructions that build, extend, unpack and slice containers, and that format text. Each answers true if the frame goes on, false if another is on top now. */
import {
  BINARY_SLICE,
  BUILD_CONST_KEY_MAP,
  BUILD_MAP,
  BUILD_SET,
  BUILD_SLICE,
  BUILD_STRING,
  CONVERT_VALUE,
  DELETE_SUBSCR,
  DICT_MERGE,
  DICT_UPDATE,
  FORMAT_SIMPLE,
  FORMAT_WITH_SPEC,
  GET_ITER,
  LIST_EXTEND,
  MAP_ADD,
  SET_ADD,
  SET_UPDATE,
  STORE_SLICE,
  UNARY_INVERT,
  UNARY_NEGATIVE,
  UNPACK_EX,
} from '../compiler/opcodes.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyList } from '../objects/py-list.ts';
import { PySlice } from '../objects/py-slice.ts';
import { PySet } from '../objects/py-set.ts';
import { SetMembers } from '../objects/set-members.ts';
import type { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { formatSimple, formatWithSpec, convertValue } from './format-value.ts';
import { deleteItem, loadItem, storeItem, unaryOperation } from './operators.ts';
import {
  extendList,
  mergeDict,
  setAddValue,
  unpackExtended,
  updateDict,
  updateSet,
  iteratorOf,
  mapAdd,
} from './collections.ts';
import type { PyFrame } from './frame.ts';
import type { Instruction } from './instruction.ts';
import { done } from './instruction.ts';
import type { PyThread } from './py-thread.ts';

export const containerInstructions: readonly (readonly [number, Instruction])[] = [
  [UNARY_NEGATIVE, unaryNegativeInstruction],
  [UNARY_INVERT, unaryInvertInstruction],
  [GET_ITER, getIterInstruction],
  [DELETE_SUBSCR, deleteSubscrInstruction],
  [BINARY_SLICE, binarySliceInstruction],
  [STORE_SLICE, storeSliceInstruction],
  [BUILD_SLICE, buildSliceInstruction],
  [BUILD_STRING, buildStringInstruction],
  [BUILD_MAP, buildMapInstruction],
  [BUILD_CONST_KEY_MAP, buildConstKeyMapInstruction],
  [BUILD_SET, buildSetInstruction],
  [LIST_EXTEND, listExtendInstruction],
  [SET_ADD, setAddInstruction],
  [SET_UPDATE, setUpdateInstruction],
  [MAP_ADD, mapAddInstruction],
  [DICT_UPDATE, dictUpdateInstruction],
  [DICT_MERGE, dictMergeInstruction],
  [UNPACK_EX, unpackExInstruction],
  [FORMAT_SIMPLE, formatSimpleInstruction],
  [FORMAT_WITH_SPEC, formatWithSpecInstruction],
  [CONVERT_VALUE, convertValueInstruction],
];

function unaryNegativeInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const value = S[sp - 1];
  if (typeof value === 'number') {
    S[sp - 1] = 0 - value;
    return done(frame, sp);
  }
  frame.sp = sp - 1;
  const result = unaryOperation(thread, '__neg__', value as Value);
  if (result === undefined) return false;
  S[sp - 1] = result;
  return done(frame, sp);
}

function unaryInvertInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  frame.sp = sp - 1;
  const result = unaryOperation(thread, '__invert__', S[sp - 1] as Value);
  if (result === undefined) return false;
  S[sp - 1] = result;
  return done(frame, sp);
}

function getIterInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  frame.sp = sp - 1;
  const iterator = iteratorOf(thread, S[sp - 1] as Value);
  if (iterator === undefined) return false;
  S[sp - 1] = iterator;
  return done(frame, sp);
}

function deleteSubscrInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 2;
  frame.sp = sp;
  if (!deleteItem(thread, S[sp] as Value, S[sp + 1] as Value)) return false;
  return done(frame, sp);
}

function binarySliceInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 3;
  frame.sp = sp;
  const result = loadItem(thread, S[sp] as Value, new PySlice(S[sp + 1] as Value, S[sp + 2] as Value, null));
  if (result === undefined) return false;
  S[sp++] = result;
  return done(frame, sp);
}

function storeSliceInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 4;
  frame.sp = sp;
  if (!storeItem(thread, S[sp + 1] as Value, new PySlice(S[sp + 2] as Value, S[sp + 3] as Value, null), S[sp] as Value))
    return false;
  return done(frame, sp);
}

function buildSliceInstruction(_thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const step = arg === 3 ? (S[--sp] as Value) : null;
  sp -= 2;
  S[sp] = new PySlice(S[sp] as Value, S[sp + 1] as Value, step);
  sp += 1;
  return done(frame, sp);
}

function buildStringInstruction(_thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  let text = '';
  for (let i = sp - arg; i < sp; i += 1) text += S[i] as string;
  sp -= arg;
  S[sp++] = text;
  return done(frame, sp);
}

function buildMapInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const dict = new PyDict();
  const start = sp - 2 * arg;
  frame.sp = start;
  let isPending = false;
  for (let i = start; i < sp && !isPending; i += 2) {
    if (!mapAdd(thread, dict, S[i] as Value, S[i + 1] as Value, S.slice(i + 2, sp) as Value[])) isPending = true;
  }
  if (isPending) return false;
  sp = start;
  S[sp++] = dict;
  return done(frame, sp);
}

function buildConstKeyMapInstruction(_thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const keys = (S[sp - 1] as PyTuple).items;
  const start = sp - 1 - arg;
  const dict = new PyDict();
  for (let i = 0; i < arg; i += 1) dict.set(keys[i] as Value, S[start + i] as Value);
  sp = start;
  S[sp++] = dict;
  return done(frame, sp);
}

function buildSetInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const start = sp - arg;
  frame.sp = start;
  const set = new PySet(new SetMembers());
  const items = S.slice(start, sp) as Value[];
  if (!updateSet(thread, set, new PyList(items), true)) return false;
  sp = start;
  S[sp++] = set;
  return done(frame, sp);
}

function listExtendInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 1;
  frame.sp = sp;
  if (!extendList(thread, S[sp - arg] as PyList, S[sp] as Value)) return false;
  return done(frame, sp);
}

function setAddInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 1;
  frame.sp = sp;
  if (!setAddValue(thread, S[sp - arg] as PySet, S[sp] as Value)) return false;
  return done(frame, sp);
}

function setUpdateInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 1;
  frame.sp = sp;
  if (!updateSet(thread, S[sp - arg] as PySet, S[sp] as Value, false)) return false;
  return done(frame, sp);
}

function mapAddInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 2;
  frame.sp = sp;
  if (!storeItem(thread, S[sp - arg] as Value, S[sp] as Value, S[sp + 1] as Value)) return false;
  return done(frame, sp);
}

function dictUpdateInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 1;
  frame.sp = sp;
  if (!updateDict(thread, S[sp - arg] as PyDict, S[sp] as Value)) return false;
  return done(frame, sp);
}

function dictMergeInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 1;
  frame.sp = sp;
  if (!mergeDict(thread, S[sp - arg] as PyDict, S[sp] as Value, S[sp - arg - 3] as Value)) return false;
  return done(frame, sp);
}

function unpackExInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 1;
  frame.sp = sp;
  if (!unpackExtended(thread, frame, S[sp] as Value, arg)) return false;
  sp = frame.sp;
  return done(frame, sp);
}

function formatSimpleInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const value = S[sp - 1] as Value;
  if (typeof value === 'string') return done(frame, sp);
  frame.sp = sp - 1;
  const text = formatSimple(thread, value);
  if (text === undefined) return false;
  S[sp - 1] = text;
  return done(frame, sp);
}

function formatWithSpecInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  frame.sp = sp - 2;
  const text = formatWithSpec(thread, S[sp - 2] as Value, S[sp - 1] as Value);
  if (text === undefined) return false;
  sp -= 1;
  S[sp - 1] = text;
  return done(frame, sp);
}

function convertValueInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  frame.sp = sp - 1;
  const text = convertValue(thread, arg, S[sp - 1] as Value);
  if (text === undefined) return false;
  S[sp - 1] = text;
  return done(frame, sp);
}
