/** Instructions of names, functions, calls with keywords, imports and patterns. Each answers true if the frame goes on, false if another is on top now. */
import {
  CALL_FUNCTION_EX,
  CALL_INTRINSIC_1,
  CALL_INTRINSIC_2,
  CALL_KW,
  COPY_FREE_VARS,
  DELETE_ATTR,
  DELETE_DEREF,
  DELETE_FAST,
  DELETE_GLOBAL,
  DELETE_NAME,
  GET_LEN,
  IMPORT_FROM,
  IMPORT_NAME,
  LOAD_BUILD_CLASS,
  LOAD_FAST_AND_CLEAR,
  LOAD_FROM_DICT_OR_DEREF,
  LOAD_FROM_DICT_OR_GLOBALS,
  LOAD_LOCALS,
  LOAD_SUPER_ATTR,
  MAKE_CELL,
  MAKE_FUNCTION,
  MATCH_CLASS,
  MATCH_KEYS,
  MATCH_MAPPING,
  MATCH_SEQUENCE,
  SETUP_ANNOTATIONS,
  SET_FUNCTION_ATTRIBUTE,
} from '../compiler/opcodes.ts';
import type { LoadedCode } from '../objects/loaded-code.ts';
import { PyCell } from '../objects/py-cell.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyMethod } from '../objects/py-method.ts';
import type { PyTuple } from '../objects/py-tuple.ts';
import type { Value } from '../objects/value.ts';
import { deleteAttribute } from './attributes.ts';
import { deleteName, loadGlobalSlow, unboundLocal, unboundFree, loadFromDictOrDeref } from './names.ts';
import { importFrom, importName } from './import.ts';
import { callIntrinsic1, callIntrinsic2 } from './intrinsics.ts';
import { invoke, callFunctionEx } from './invoke.ts';
import { matchClass, matchKeys, matchesMapping, matchesSequence } from './match.ts';
import { superAttribute } from './super-attribute.ts';
import { BUILD_CLASS } from '../builtins/build-class.ts';
import type { PyFrame } from './frame.ts';
import type { Instruction } from './instruction.ts';
import { done } from './instruction.ts';
import type { PyThread } from './py-thread.ts';

export const nameInstructions: readonly (readonly [number, Instruction])[] = [
  [LOAD_FAST_AND_CLEAR, loadFastAndClearInstruction],
  [DELETE_NAME, deleteNameInstruction],
  [DELETE_GLOBAL, deleteGlobalInstruction],
  [DELETE_FAST, deleteFastInstruction],
  [DELETE_DEREF, deleteDerefInstruction],
  [LOAD_FROM_DICT_OR_DEREF, loadFromDictOrDerefInstruction],
  [LOAD_FROM_DICT_OR_GLOBALS, loadFromDictOrGlobalsInstruction],
  [LOAD_LOCALS, loadLocalsInstruction],
  [MAKE_CELL, makeCellInstruction],
  [COPY_FREE_VARS, copyFreeVarsInstruction],
  [DELETE_ATTR, deleteAttrInstruction],
  [LOAD_SUPER_ATTR, loadSuperAttrInstruction],
  [CALL_KW, callKwInstruction],
  [CALL_FUNCTION_EX, callFunctionExInstruction],
  [MAKE_FUNCTION, makeFunctionInstruction],
  [SET_FUNCTION_ATTRIBUTE, setFunctionAttributeInstruction],
  [LOAD_BUILD_CLASS, loadBuildClassInstruction],
  [SETUP_ANNOTATIONS, setupAnnotationsInstruction],
  [IMPORT_NAME, importNameInstruction],
  [IMPORT_FROM, importFromInstruction],
  [CALL_INTRINSIC_1, callIntrinsic1Instruction],
  [CALL_INTRINSIC_2, callIntrinsic2Instruction],
  [GET_LEN, getLenInstruction],
  [MATCH_MAPPING, matchMappingInstruction],
  [MATCH_SEQUENCE, matchSequenceInstruction],
  [MATCH_KEYS, matchKeysInstruction],
  [MATCH_CLASS, matchClassInstruction],
];

function loadFastAndClearInstruction(_thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  S[sp++] = S[arg];
  S[arg] = undefined;
  return done(frame, sp);
}

function deleteNameInstruction(_thread: PyThread, frame: PyFrame, arg: number): boolean {
  const code = frame.code;
  const sp = frame.sp;
  deleteName(frame.namespace as PyDict, code.names[arg] as string);
  return done(frame, sp);
}

function deleteGlobalInstruction(_thread: PyThread, frame: PyFrame, arg: number): boolean {
  const code = frame.code;
  const sp = frame.sp;
  deleteName(frame.globals, code.names[arg] as string);
  return done(frame, sp);
}

function deleteFastInstruction(_thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  const code = frame.code;
  const sp = frame.sp;
  if (S[arg] === undefined) throw unboundLocal(code, arg);
  S[arg] = undefined;
  return done(frame, sp);
}

function deleteDerefInstruction(_thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  const code = frame.code;
  const sp = frame.sp;
  const cell = S[arg] as unknown as PyCell;
  if (cell.content === undefined) throw unboundFree(code, arg);
  cell.content = undefined;
  return done(frame, sp);
}

function loadFromDictOrDerefInstruction(_thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  const sp = frame.sp;
  S[sp - 1] = loadFromDictOrDeref(S[sp - 1] as Value, frame, arg);
  return done(frame, sp);
}

function loadFromDictOrGlobalsInstruction(_thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  const code = frame.code;
  const sp = frame.sp;
  const name = code.names[arg] as string;
  const namespace = S[sp - 1] as PyDict;
  S[sp - 1] = namespace.getText(name) ?? loadGlobalSlow(code, -1, frame, name);
  return done(frame, sp);
}

function loadLocalsInstruction(_thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  S[sp++] = frame.namespace as PyDict;
  return done(frame, sp);
}

function makeCellInstruction(_thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  const sp = frame.sp;
  S[arg] = new PyCell(S[arg]);
  return done(frame, sp);
}

function copyFreeVarsInstruction(_thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  const code = frame.code;
  const sp = frame.sp;
  const closure = frame.fn?.closure ?? frame.closure ?? [];
  const start = code.localCount - arg;
  for (let i = 0; i < arg; i += 1) S[start + i] = closure[i];
  return done(frame, sp);
}

function deleteAttrInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  const code = frame.code;
  let sp = frame.sp;
  sp -= 1;
  frame.sp = sp;
  if (!deleteAttribute(thread, S[sp] as Value, code.names[arg] as string)) return false;
  return done(frame, sp);
}

function loadSuperAttrInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  const code = frame.code;
  let sp = frame.sp;
  // Stack: super, class, self. Bit 0: as a method; bit 1: two-argument form.
  frame.sp = sp - 3;
  const value = superAttribute(
    thread,
    S[sp - 3] as Value,
    S[sp - 2] as Value,
    S[sp - 1] as Value,
    code.names[arg >> 2] as string,
  );
  if (value === undefined) {
    if ((arg & 1) !== 0) thread.pushesNullAfter(frame);
    return false;
  }
  sp -= 2;
  if ((arg & 1) !== 0 && value instanceof PyMethod) {
    S[sp - 1] = value.callable;
    S[sp++] = value.self;
  } else {
    S[sp - 1] = value;
    if ((arg & 1) !== 0) S[sp++] = undefined;
  }
  return done(frame, sp);
}

function callKwInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const names = S[sp - 1] as PyTuple;
  const start = sp - arg - 3;
  const given: Value[] = [];
  if (S[start + 1] !== undefined) given.push(S[start + 1] as Value);
  for (let i = start + 2; i < sp - 1; i += 1) given.push(S[i] as Value);
  frame.sp = start;
  const result = invoke(thread, S[start] as Value, given, names.items as readonly string[]);
  if (result === undefined) return false;
  sp = start;
  S[sp++] = result;
  return done(frame, sp);
}

function callFunctionExInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  const start = sp - ((arg & 1) !== 0 ? 4 : 3);
  frame.sp = start;
  const result = callFunctionEx(
    thread,
    S[start] as Value,
    S[start + 2] as Value,
    (arg & 1) !== 0 ? (S[start + 3] as Value) : null,
  );
  if (result === undefined) return false;
  sp = start;
  S[sp++] = result;
  return done(frame, sp);
}

function makeFunctionInstruction(_thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  const sp = frame.sp;
  S[sp - 1] = new PyFunction(S[sp - 1] as LoadedCode, frame.globals);
  return done(frame, sp);
}

function setFunctionAttributeInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 1;
  thread.setFunctionAttribute(S[sp] as PyFunction, arg, S[sp - 1] as Value);
  S[sp - 1] = S[sp];
  return done(frame, sp);
}

function loadBuildClassInstruction(_thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  S[sp++] = BUILD_CLASS;
  return done(frame, sp);
}

function setupAnnotationsInstruction(_thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const sp = frame.sp;
  const namespace = frame.namespace as PyDict;
  if (namespace.getText('__annotations__') === undefined) namespace.set('__annotations__', new PyDict());
  return done(frame, sp);
}

function importNameInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  const code = frame.code;
  let sp = frame.sp;
  sp -= 2;
  frame.sp = sp;
  const module = importName(thread, frame, {
    name: code.names[arg] as string,
    fromList: S[sp + 1] as Value,
    level: S[sp] as number,
  });
  if (module === undefined) return false;
  S[sp++] = module;
  return done(frame, sp);
}

function importFromInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  const code = frame.code;
  let sp = frame.sp;
  frame.sp = sp;
  const value = importFrom(thread, S[sp - 1] as Value, code.names[arg] as string);
  if (value === undefined) return false;
  S[sp++] = value;
  return done(frame, sp);
}

function callIntrinsic1Instruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  frame.sp = sp - 1;
  const result = callIntrinsic1(thread, frame, arg, S[sp - 1] as Value);
  if (result === undefined) return false;
  S[sp - 1] = result;
  return done(frame, sp);
}

function callIntrinsic2Instruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 1;
  frame.sp = sp - 1;
  const result = callIntrinsic2(thread, arg, S[sp - 1] as Value, S[sp] as Value);
  if (result === undefined) return false;
  S[sp - 1] = result;
  return done(frame, sp);
}

function getLenInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  frame.sp = sp;
  const length = thread.lengthOf(S[sp - 1] as Value);
  if (length === undefined) return false;
  S[sp++] = length;
  return done(frame, sp);
}

function matchMappingInstruction(_thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  S[sp] = matchesMapping(S[sp - 1] as Value);
  sp += 1;
  return done(frame, sp);
}

function matchSequenceInstruction(_thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  S[sp] = matchesSequence(S[sp - 1] as Value);
  sp += 1;
  return done(frame, sp);
}

function matchKeysInstruction(thread: PyThread, frame: PyFrame, _arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  frame.sp = sp;
  const values = matchKeys(thread, S[sp - 2] as Value, S[sp - 1] as PyTuple);
  if (values === undefined) return false;
  S[sp++] = values;
  return done(frame, sp);
}

function matchClassInstruction(thread: PyThread, frame: PyFrame, arg: number): boolean {
  const S = frame.slots;
  let sp = frame.sp;
  sp -= 2;
  frame.sp = sp - 1;
  const values = matchClass(thread, {
    subject: S[sp - 1] as Value,
    type: S[sp] as Value,
    positional: arg,
    names: S[sp + 1] as PyTuple,
  });
  if (values === undefined) return false;
  S[sp - 1] = values;
  return done(frame, sp);
}
