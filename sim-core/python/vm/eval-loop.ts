/**
 * The interpreter loop: executes bytecode until the thread's budget is used up, it must poll the GIL, blocks, or leaves Python code.
 * Models: CPython 3.13, Python/bytecodes.c and ceval.c; instruction indices instead of offsets, inline caches of our own.
 *
 * Time and steps: `left` counts the budget down by each opcode's cost; `kernel.now` is brought up to date (`sync`) before anything that
 * looks at it. The loop looks up from its work only when `left` is used up – so a pending GIL request (which needs a look after every
 * opcode until the next switch point) is a budget of nothing.
 */
// oxlint-disable max-lines, max-lines-per-function, complexity -- one loop: the engine keeps its variables in registers only within one function
import {
  BEFORE_ASYNC_WITH, BEFORE_WITH, BINARY_OP, BINARY_SLICE, BINARY_SUBSCR, BUILD_CONST_KEY_MAP, BUILD_LIST, BUILD_MAP, BUILD_SET, BUILD_SLICE,
  BUILD_STRING, BUILD_TUPLE, CALL, CALL_FUNCTION_EX, CALL_INTRINSIC_1, CALL_INTRINSIC_2, CALL_KW, CHECK_EG_MATCH, CHECK_EXC_MATCH,
  CLEANUP_THROW, COMPARE_OP, CONTAINS_OP, CONVERT_VALUE, COPY, COPY_FREE_VARS, DELETE_ATTR, DELETE_DEREF, DELETE_FAST, DELETE_GLOBAL,
  DELETE_NAME, DELETE_SUBSCR, DICT_MERGE, DICT_UPDATE, END_ASYNC_FOR, END_FOR, END_SEND, FORMAT_SIMPLE, FORMAT_WITH_SPEC, FOR_ITER,
  GET_AITER, GET_ANEXT, GET_AWAITABLE, GET_ITER, GET_LEN, GET_YIELD_FROM_ITER, IMPORT_FROM, IMPORT_NAME, IS_OP, JUMP_BACKWARD,
  JUMP_BACKWARD_NO_INTERRUPT, JUMP_FORWARD, LIST_APPEND, LIST_EXTEND, LOAD_ASSERTION_ERROR, LOAD_ATTR, LOAD_BUILD_CLASS, LOAD_CONST,
  LOAD_DEREF, LOAD_FAST, LOAD_FAST_AND_CLEAR, LOAD_FAST_CHECK, LOAD_FAST_LOAD_FAST, LOAD_FROM_DICT_OR_DEREF, LOAD_FROM_DICT_OR_GLOBALS,
  LOAD_GLOBAL, LOAD_LOCALS, LOAD_NAME, LOAD_SUPER_ATTR, MAKE_CELL, MAKE_FUNCTION, MAP_ADD, MATCH_CLASS, MATCH_KEYS, MATCH_MAPPING,
  MATCH_SEQUENCE, NOP, POP_EXCEPT, POP_JUMP_IF_FALSE, POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_TRUE, POP_TOP, PUSH_EXC_INFO,
  PUSH_NULL, RAISE_VARARGS, RERAISE, RESUME, RETURN_CONST, RETURN_GENERATOR, RETURN_VALUE, SEND, SETUP_ANNOTATIONS, SET_ADD,
  SET_FUNCTION_ATTRIBUTE, SET_UPDATE, STORE_ATTR, STORE_DEREF, STORE_FAST, STORE_FAST_LOAD_FAST, STORE_FAST_STORE_FAST, STORE_GLOBAL,
  STORE_NAME, STORE_SLICE, STORE_SUBSCR, SWAP, TO_BOOL, UNARY_INVERT, UNARY_NEGATIVE, UNARY_NOT, UNPACK_EX, UNPACK_SEQUENCE,
  WITH_EXCEPT_START, YIELD_VALUE,
} from '../compiler/opcodes.ts';
import type { LoadedCode } from '../objects/loaded-code.ts';
import { PyCell } from '../objects/py-cell.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyException } from '../objects/py-exception.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyGenerator } from '../objects/py-generator.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { NativeIterator, RangeIterator, DictIterator, SetIterator } from '../objects/py-iterators.ts';
import { NativeFunction } from '../objects/native-function.ts';
import { PyList } from '../objects/py-list.ts';
import { PyMethod } from '../objects/py-method.ts';
import { PyModule } from '../objects/py-module.ts';
import { PySlice } from '../objects/py-slice.ts';
import { PySet } from '../objects/py-set.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { typeOf } from '../objects/builtin-types.ts';
import type { Value } from '../objects/value.ts';
import type { AttributeCache } from './attribute-cache.ts';
import { attributeCacheKinds, cacheAttribute, cacheStore } from './attribute-cache.ts';
import { deleteAttribute, loadAttribute, loadSpecial, storeAttribute } from './attributes.ts';
import { asyncIterator, asyncNext, awaitable, cleanupThrow } from './await.ts';
import { bindSimple } from './bind-arguments.ts';
import { PyFrame, returnModes } from './frame.ts';
import type { GlobalCache } from './names.ts';
import { deleteName, loadGlobalSlow, loadName, storeName, unboundLocal, unboundFree, loadFromDictOrDeref } from './names.ts';
import { importFrom, importName } from './import.ts';
import { callIntrinsic1, callIntrinsic2 } from './intrinsics.ts';
import { invoke, invokeNative, callFunctionEx } from './invoke.ts';
import { formatSimple, formatWithSpec, convertValue } from './format-value.ts';
import { matchClass, matchKeys, matchesMapping, matchesSequence } from './match.ts';
import { binaryOperation, compareValues, containsValue, deleteItem, loadItem, storeItem, unaryOperation } from './operators.ts';
import { truthSlow } from './truth.ts';
import { extendList, mergeDict, setAddValue, unpackExtended, unpackSequence, updateDict, updateSet, iteratorOf, iterateNext, mapAdd } from './collections.ts';
import type { PyThread } from './py-thread.ts';
import { leaveFrame, returnFromFrame } from './return-value.ts';
import { raised, PyRaise } from './raise.ts';
import { checkExceptionMatch, checkGroupMatch, handleException, raiseVarargs } from './unwind.ts';
import { superAttribute } from './super-attribute.ts';
import { BUILD_CLASS } from '../builtins/build-class.ts';
import { exceptionNamed } from '../objects/exception-types.ts';

/** Why the loop was left. */
export const loopExits = {
  /** The top of the call stack is not a Python frame any more, or a blocking call has begun. */
  leftPython: 0,
  budget: 1,
  /** At a switch point, and someone has asked for the GIL (or a signal waits). */
  poll: 2,
  /** The number of steps to stop at has been reached. */
  steps: 3,
} as const;
export type LoopExit = (typeof loopExits)[keyof typeof loopExits];

const maxInt = Number.MAX_SAFE_INTEGER;

/** Executes `thread.frame` (a PyFrame) and the frames it calls, for at most `thread.budgetNs`. */
export function evaluate(thread: PyThread): LoopExit {
  const kernel = thread.kernel;
  const costs = thread.interpreter.profile.costs;
  const polls = thread.interpreter.profile.polls;
  const warmCalls = thread.interpreter.profile.hasPollFreeCalls;
  let steps = kernel.steps;
  let chunk = 0;
  let left = 0;
  let previousOp = thread.previousOp;
  let at = thread.previousAt;

  frames: for (;;) {
    const frame = thread.frame as PyFrame;
    if (!(frame instanceof PyFrame) || thread.blocking !== null) {
      kernel.now += chunk - left;
      thread.budgetNs -= chunk - left;
      kernel.steps = steps;
      thread.previousOp = previousOp;
      thread.previousAt = at;
      return loopExits.leftPython;
    }
    const code: LoadedCode = frame.code;
    const ops = code.ops;
    const args = code.args;
    const S = frame.slots;
    let sp = frame.sp;
    let pc = frame.pc;

    try {
      for (;;) {
        if (left <= 0) {
          const used = chunk - left;
          kernel.now += used;
          thread.budgetNs -= used;
          kernel.steps = steps;
          chunk = 0;
          left = 0;
          if (thread.wantsPoll && polls.isSwitchPoint(previousOp, code, at, pc)) {
            frame.sp = sp;
            frame.pc = pc;
            thread.previousOp = NOP;
            return loopExits.poll;
          }
          if (thread.budgetNs <= 0 || steps >= thread.stopAtStep) {
            frame.sp = sp;
            frame.pc = pc;
            thread.previousOp = previousOp;
            thread.previousAt = at;
            return steps >= thread.stopAtStep ? loopExits.steps : loopExits.budget;
          }
          if (!thread.wantsPoll) {
            chunk = Math.min(thread.budgetNs, thread.stopAtStep - steps, 0x3fffffff);
            left = chunk;
          }
        }
        at = pc;
        const op = ops[pc] as number;
        const arg = args[pc] as number;
        pc += 1;
        steps += 1;
        left -= costs[op] as number;
        previousOp = op;

        switch (op) {
          case RESUME:
          case NOP:
            break;
          case LOAD_FAST:
            S[sp++] = S[arg];
            break;
          case LOAD_FAST_LOAD_FAST:
            S[sp] = S[arg >> 4];
            S[sp + 1] = S[arg & 15];
            sp += 2;
            break;
          case LOAD_FAST_CHECK: {
            const value = S[arg];
            if (value === undefined) throw unboundLocal(code, arg);
            S[sp++] = value;
            break;
          }
          case LOAD_FAST_AND_CLEAR:
            S[sp++] = S[arg];
            S[arg] = undefined;
            break;
          case LOAD_CONST:
            S[sp++] = code.constants[arg];
            break;
          case STORE_FAST:
            S[arg] = S[--sp];
            break;
          case STORE_FAST_LOAD_FAST:
            S[arg >> 4] = S[sp - 1];
            S[sp - 1] = S[arg & 15];
            break;
          case STORE_FAST_STORE_FAST:
            S[arg >> 4] = S[sp - 1];
            S[arg & 15] = S[sp - 2];
            sp -= 2;
            break;
          case POP_TOP:
          case END_FOR:
            sp -= 1;
            break;
          case PUSH_NULL:
            S[sp++] = undefined;
            break;
          case END_SEND:
            S[sp - 2] = S[sp - 1];
            sp -= 1;
            break;
          case COPY:
            S[sp] = S[sp - arg];
            sp += 1;
            break;
          case SWAP: {
            const top = S[sp - 1];
            S[sp - 1] = S[sp - arg];
            S[sp - arg] = top;
            break;
          }

          case LOAD_GLOBAL: {
            const cache = code.caches[at] as GlobalCache | null;
            let value: Value | undefined;
            if (cache !== null && cache.globals === frame.globals && (cache.version === -1 || cache.version === frame.globals.keysVersion)) {
              value = cache.entry.value;
            }
            if (value === undefined) value = loadGlobalSlow(code, at, frame, code.names[arg >> 1] as string);
            S[sp++] = value;
            if ((arg & 1) !== 0) S[sp++] = undefined;
            break;
          }
          case LOAD_NAME: {
            const cache = code.caches[at] as GlobalCache | null;
            let value: Value | undefined;
            if (cache !== null && cache.globals === frame.namespace && (cache.version === -1 || cache.version === frame.globals.keysVersion)) {
              value = cache.entry.value;
            }
            if (value === undefined) value = loadName(code, at, frame, code.names[arg] as string);
            S[sp++] = value;
            break;
          }
          case STORE_GLOBAL: {
            const cache = code.caches[at] as GlobalCache | null;
            sp -= 1;
            if (cache !== null && cache.globals === frame.globals && cache.entry.value !== undefined) cache.entry.value = S[sp];
            else storeName(code, at, frame.globals, code.names[arg] as string, S[sp] as Value);
            break;
          }
          case STORE_NAME: {
            const cache = code.caches[at] as GlobalCache | null;
            sp -= 1;
            if (cache !== null && cache.globals === frame.namespace && cache.entry.value !== undefined) cache.entry.value = S[sp];
            else storeName(code, at, frame.namespace as PyDict, code.names[arg] as string, S[sp] as Value);
            break;
          }
          case DELETE_NAME:
            deleteName(frame.namespace as PyDict, code.names[arg] as string);
            break;
          case DELETE_GLOBAL:
            deleteName(frame.globals, code.names[arg] as string);
            break;
          case DELETE_FAST:
            if (S[arg] === undefined) throw unboundLocal(code, arg);
            S[arg] = undefined;
            break;
          case LOAD_DEREF: {
            const value = (S[arg] as unknown as PyCell).content;
            if (value === undefined) throw unboundFree(code, arg);
            S[sp++] = value;
            break;
          }
          case STORE_DEREF:
            (S[arg] as unknown as PyCell).content = S[--sp];
            break;
          case DELETE_DEREF: {
            const cell = S[arg] as unknown as PyCell;
            if (cell.content === undefined) throw unboundFree(code, arg);
            cell.content = undefined;
            break;
          }
          case LOAD_FROM_DICT_OR_DEREF:
            S[sp - 1] = loadFromDictOrDeref(S[sp - 1] as Value, frame, arg);
            break;
          case LOAD_FROM_DICT_OR_GLOBALS: {
            const name = code.names[arg] as string;
            const namespace = S[sp - 1] as PyDict;
            S[sp - 1] = namespace.getText(name) ?? loadGlobalSlow(code, -1, frame, name);
            break;
          }
          case LOAD_LOCALS:
            S[sp++] = frame.namespace as PyDict;
            break;
          case MAKE_CELL:
            S[arg] = new PyCell(S[arg]);
            break;
          case COPY_FREE_VARS: {
            const closure = (frame.fn as PyFunction).closure;
            const start = code.localCount - arg;
            for (let i = 0; i < arg; i += 1) S[start + i] = closure[i];
            break;
          }

          case BINARY_OP: {
            const a = S[sp - 2];
            const b = S[sp - 1];
            let result: Value | undefined;
            if (typeof a === 'number' && typeof b === 'number') {
              switch (arg) {
                case 0:
                case 13:
                  result = a + b;
                  if (result > maxInt || result < -maxInt) result = undefined;
                  break;
                case 10:
                case 23:
                  result = a - b;
                  if (result > maxInt || result < -maxInt) result = undefined;
                  break;
                case 5:
                case 18:
                  result = a * b;
                  if (result > maxInt || result < -maxInt) result = undefined;
                  else if (result === 0) result = 0;
                  break;
                case 2:
                case 15:
                  if (b !== 0) result = Math.floor(a / b);
                  // Quotients of large numbers may round: exact only while both fit 32 bits or so.
                  if (a > 0xffffffff || a < -0xffffffff || b > 0xffffffff || b < -0xffffffff) result = undefined;
                  else if (result === 0) result = 0;
                  break;
                case 6:
                case 19:
                  if (b > 0) {
                    const remainder = a % b;
                    result = remainder < 0 ? remainder + b : remainder === 0 ? 0 : remainder;
                  }
                  break;
                case 1:
                case 14:
                  if ((a | 0) === a && (b | 0) === b) result = a & b;
                  break;
                case 7:
                case 20:
                  if ((a | 0) === a && (b | 0) === b) result = a | b;
                  break;
                case 12:
                case 25:
                  if ((a | 0) === a && (b | 0) === b) result = a ^ b;
                  break;
                case 9:
                case 22:
                  if ((a | 0) === a && b >= 0 && b < 32) result = a >> b;
                  break;
                case 3:
                case 16:
                  if ((a | 0) === a && b >= 0 && b < 21) result = a * (1 << b);
                  break;
                default:
                  break;
              }
            } else if (a instanceof PyFloat && b instanceof PyFloat) {
              switch (arg) {
                case 0:
                case 13:
                  result = new PyFloat(a.value + b.value);
                  break;
                case 10:
                case 23:
                  result = new PyFloat(a.value - b.value);
                  break;
                case 5:
                case 18:
                  result = new PyFloat(a.value * b.value);
                  break;
                default:
                  break;
              }
            } else if (typeof a === 'string' && typeof b === 'string' && (arg === 0 || arg === 13)) {
              result = a + b;
              left -= 10;
            }
            if (result === undefined) {
              frame.sp = sp - 2;
              frame.pc = pc;
              kernel.now += chunk - left;
              thread.budgetNs -= chunk - left;
              chunk = left;
              kernel.steps = steps;
              result = binaryOperation(thread, arg, a as Value, b as Value);
              if (result === undefined) continue frames;
            }
            sp -= 1;
            S[sp - 1] = result;
            break;
          }
          case COMPARE_OP: {
            const a = S[sp - 2];
            const b = S[sp - 1];
            let result: Value | undefined;
            if (typeof a === 'number' && typeof b === 'number') {
              switch (arg >> 5) {
                case 0:
                  result = a < b;
                  break;
                case 1:
                  result = a <= b;
                  break;
                case 2:
                  result = a === b;
                  break;
                case 3:
                  result = a !== b;
                  break;
                case 4:
                  result = a > b;
                  break;
                default:
                  result = a >= b;
                  break;
              }
            } else if (typeof a === 'string' && typeof b === 'string' && arg >> 5 === 2) {
              result = a === b;
            } else {
              frame.sp = sp - 2;
              frame.pc = pc;
              kernel.steps = steps;
              result = compareValues(thread, arg >> 5, a as Value, b as Value, (arg & 16) !== 0);
              if (result === undefined) continue frames;
            }
            sp -= 1;
            S[sp - 1] = result;
            break;
          }
          case IS_OP: {
            const isSame = S[sp - 2] === S[sp - 1];
            sp -= 1;
            S[sp - 1] = arg === 0 ? isSame : !isSame;
            break;
          }
          case CONTAINS_OP: {
            frame.sp = sp - 2;
            frame.pc = pc;
            const result = containsValue(thread, S[sp - 1] as Value, S[sp - 2] as Value, arg === 1);
            if (result === undefined) continue frames;
            sp -= 1;
            S[sp - 1] = result;
            break;
          }
          case TO_BOOL: {
            const value = S[sp - 1];
            if (value === true || value === false) break;
            frame.sp = sp - 1;
            frame.pc = pc;
            const truth = truthSlow(thread, value as Value);
            if (truth === undefined) continue frames;
            S[sp - 1] = truth;
            break;
          }
          case UNARY_NOT:
            S[sp - 1] = S[sp - 1] === false;
            break;
          case UNARY_NEGATIVE: {
            const value = S[sp - 1];
            if (typeof value === 'number') {
              S[sp - 1] = 0 - value;
              break;
            }
            frame.sp = sp - 1;
            frame.pc = pc;
            const result = unaryOperation(thread, '__neg__', value as Value);
            if (result === undefined) continue frames;
            S[sp - 1] = result;
            break;
          }
          case UNARY_INVERT: {
            frame.sp = sp - 1;
            frame.pc = pc;
            const result = unaryOperation(thread, '__invert__', S[sp - 1] as Value);
            if (result === undefined) continue frames;
            S[sp - 1] = result;
            break;
          }

          case POP_JUMP_IF_FALSE:
            if (S[--sp] === false) pc = arg;
            break;
          case POP_JUMP_IF_TRUE:
            if (S[--sp] === true) pc = arg;
            break;
          case POP_JUMP_IF_NONE:
            if (S[--sp] === null) pc = arg;
            break;
          case POP_JUMP_IF_NOT_NONE:
            if (S[--sp] !== null) pc = arg;
            break;
          case JUMP_FORWARD:
          case JUMP_BACKWARD:
          case JUMP_BACKWARD_NO_INTERRUPT:
            pc = arg;
            break;

          case GET_ITER: {
            frame.sp = sp - 1;
            frame.pc = pc;
            const iterator = iteratorOf(thread, S[sp - 1] as Value);
            if (iterator === undefined) continue frames;
            S[sp - 1] = iterator;
            break;
          }
          case FOR_ITER: {
            const iterator = S[sp - 1];
            if (iterator instanceof RangeIterator) {
              if (iterator.remaining > 0) {
                iterator.remaining -= 1;
                S[sp++] = iterator.value;
                iterator.value += iterator.step;
              } else {
                sp -= 1;
                pc = arg + 2;
              }
              break;
            }
            if (iterator instanceof NativeIterator) {
              if (iterator instanceof DictIterator && iterator.sizeChanged) throw raised('RuntimeError', 'dictionary changed size during iteration');
              if (iterator instanceof SetIterator && iterator.sizeChanged) throw raised('RuntimeError', 'Set changed size during iteration');
              const next = iterator.next();
              if (next === undefined) {
                sp -= 1;
                pc = arg + 2;
              } else S[sp++] = next;
              break;
            }
            frame.sp = sp;
            frame.pc = pc;
            kernel.now += chunk - left;
            thread.budgetNs -= chunk - left;
            chunk = left;
            kernel.steps = steps;
            const next = iterateNext(thread, iterator as Value, returnModes.forIteration, arg);
            if (next === undefined) continue frames;
            S[sp++] = next;
            break;
          }

          case LOAD_ATTR: {
            const owner = S[sp - 1] as Value;
            const cache = code.caches[at] as AttributeCache | null;
            if (cache !== null && owner !== null) {
              const kind = cache.kind;
              if (kind === attributeCacheKinds.slot) {
                if ((owner as PyInstance).shape === cache.shape && (owner as PyInstance).type.versionTag === cache.tag) {
                  const value = (owner as PyInstance).slots[cache.index] as Value;
                  S[sp - 1] = value;
                  if ((arg & 1) !== 0) S[sp++] = undefined;
                  break;
                }
              } else if (kind === attributeCacheKinds.method) {
                if ((owner as PyInstance).shape === cache.shape && (owner as PyInstance).type.versionTag === cache.tag) {
                  if ((arg & 1) !== 0) {
                    S[sp - 1] = cache.value;
                    S[sp++] = owner;
                  } else S[sp - 1] = new PyMethod(cache.value as Value, owner);
                  break;
                }
              } else if (kind === attributeCacheKinds.nativeMethod) {
                if (typeOf(owner).versionTag === cache.tag && (arg & 1) !== 0) {
                  S[sp - 1] = cache.value;
                  S[sp++] = owner;
                  break;
                }
              } else if (owner instanceof PyModule && owner.dict === cache.dict) {
                const value = cache.entry?.value;
                if (value !== undefined) {
                  S[sp - 1] = value;
                  if ((arg & 1) !== 0) S[sp++] = undefined;
                  break;
                }
              }
            }
            const name = code.names[arg >> 1] as string;
            code.caches[at] = cacheAttribute(owner, name);
            frame.pc = pc;
            kernel.now += chunk - left;
            thread.budgetNs -= chunk - left;
            chunk = left;
            kernel.steps = steps;
            if ((arg & 1) === 0) {
              frame.sp = sp - 1;
              const value = loadAttribute(thread, owner, name);
              if (value === undefined) continue frames;
              S[sp - 1] = value;
            } else {
              // As a call follows: a bound method is left in two parts.
              const cached = code.caches[at] as AttributeCache | null;
              if (cached !== null && (cached.kind === attributeCacheKinds.method || cached.kind === attributeCacheKinds.nativeMethod)) {
                S[sp - 1] = cached.value;
                S[sp++] = owner;
                break;
              }
              S[sp] = undefined;
              frame.sp = sp - 1;
              const value = loadAttribute(thread, owner, name);
              if (value === undefined) {
                thread.pushesNullAfter(frame);
                continue frames;
              }
              S[sp - 1] = value;
              S[sp++] = undefined;
            }
            break;
          }
          case STORE_ATTR: {
            const owner = S[sp - 1] as PyInstance;
            const cache = code.caches[at] as AttributeCache | null;
            if (cache !== null && owner !== null && owner.shape === cache.shape && owner.type.versionTag === cache.tag) {
              if (cache.successor === null) owner.slots[cache.index] = S[sp - 2] as Value;
              else {
                owner.shape = cache.successor;
                owner.slots.push(S[sp - 2] as Value);
              }
              sp -= 2;
              break;
            }
            const name = code.names[arg] as string;
            const value = S[sp - 2] as Value;
            sp -= 2;
            frame.sp = sp;
            frame.pc = pc;
            code.caches[at] = cacheStore(owner, name);
            if (!storeAttribute(thread, owner, name, value)) continue frames;
            break;
          }
          case DELETE_ATTR: {
            sp -= 1;
            frame.sp = sp;
            frame.pc = pc;
            if (!deleteAttribute(thread, S[sp] as Value, code.names[arg] as string)) continue frames;
            break;
          }
          case LOAD_SUPER_ATTR: {
            // Stack: super, class, self. Bit 0: as a method; bit 1: two-argument form.
            frame.sp = sp - 3;
            frame.pc = pc;
            const value = superAttribute(thread, S[sp - 3] as Value, S[sp - 2] as Value, S[sp - 1] as Value, code.names[arg >> 2] as string);
            if (value === undefined) {
              if ((arg & 1) !== 0) thread.pushesNullAfter(frame);
              continue frames;
            }
            sp -= 2;
            if ((arg & 1) !== 0 && value instanceof PyMethod) {
              S[sp - 1] = value.callable;
              S[sp++] = value.self;
            } else {
              S[sp - 1] = value;
              if ((arg & 1) !== 0) S[sp++] = undefined;
            }
            break;
          }

          case BINARY_SUBSCR: {
            const container = S[sp - 2];
            const key = S[sp - 1];
            if (container instanceof PyList && typeof key === 'number') {
              const items = container.items;
              const index = key < 0 ? key + items.length : key;
              const item = items[index];
              if (item === undefined) throw raised('IndexError', 'list index out of range');
              sp -= 1;
              S[sp - 1] = item;
              break;
            }
            if (container instanceof PyDict && container.type === PyDict.builtinType && (typeof key === 'string' || typeof key === 'number')) {
              const entry = container.index.get(key);
              if (entry === undefined) throw raised('KeyError', key);
              sp -= 1;
              S[sp - 1] = entry.value;
              break;
            }
            frame.sp = sp - 2;
            frame.pc = pc;
            kernel.steps = steps;
            const result = loadItem(thread, container as Value, key as Value);
            if (result === undefined) continue frames;
            sp -= 1;
            S[sp - 1] = result;
            break;
          }
          case STORE_SUBSCR: {
            const container = S[sp - 2];
            const key = S[sp - 1];
            const value = S[sp - 3] as Value;
            sp -= 3;
            if (container instanceof PyList && typeof key === 'number' && key >= 0 && key < container.items.length) {
              container.items[key] = value;
              break;
            }
            if (typeof key === 'string' && container instanceof PyDict && container.type === PyDict.builtinType) {
              const entry = container.index.get(key);
              if (entry !== undefined) {
                entry.value = value;
                break;
              }
            }
            frame.sp = sp;
            frame.pc = pc;
            if (!storeItem(thread, container as Value, key as Value, value)) continue frames;
            break;
          }
          case DELETE_SUBSCR: {
            sp -= 2;
            frame.sp = sp;
            frame.pc = pc;
            if (!deleteItem(thread, S[sp] as Value, S[sp + 1] as Value)) continue frames;
            break;
          }
          case BINARY_SLICE: {
            sp -= 3;
            frame.sp = sp;
            frame.pc = pc;
            const result = loadItem(thread, S[sp] as Value, new PySlice(S[sp + 1] as Value, S[sp + 2] as Value, null));
            if (result === undefined) continue frames;
            S[sp++] = result;
            break;
          }
          case STORE_SLICE: {
            sp -= 4;
            frame.sp = sp;
            frame.pc = pc;
            if (!storeItem(thread, S[sp + 1] as Value, new PySlice(S[sp + 2] as Value, S[sp + 3] as Value, null), S[sp] as Value)) continue frames;
            break;
          }

          case CALL: {
            const start = sp - arg - 2;
            let callable = S[start] as Value;
            let self = S[start + 1] as Value | undefined;
            if (self === undefined && callable instanceof PyMethod) {
              self = callable.self;
              callable = callable.callable;
            }
            if (callable instanceof PyFunction) {
              frame.sp = start;
              frame.pc = pc;
              const callee = bindSimple(thread, callable, self, S, start + 2, arg);
              if (callee !== null) {
                left -= 10;
                if (thread.depth >= thread.recursionLimit) throw thread.recursionError();
                callee.back = frame;
                thread.depth += 1;
                thread.frame = callee;
                continue frames;
              }
            }
            const given: Value[] = self === undefined ? [] : [self];
            for (let i = start + 2; i < sp; i += 1) given.push(S[i] as Value);
            frame.sp = start;
            frame.pc = pc;
            kernel.now += chunk - left;
            thread.budgetNs -= chunk - left;
            chunk = left;
            kernel.steps = steps;
            const before = kernel.now;
            let result: Value | undefined;
            if (callable instanceof NativeFunction) {
              if (warmCalls && callable.isPollFreeWhenWarm) {
                const seen = code.callCounts[at] as number;
                if (seen >= 2) previousOp = NOP;
                else code.callCounts[at] = seen + 1;
              }
              kernel.now += callable.costNs;
              result = invokeNative(thread, callable, given, null);
            } else result = invoke(thread, callable, given, null);
            const spent = kernel.now - before;
            left -= spent;
            thread.budgetNs -= spent;
            chunk = left;
            if (result === undefined) continue frames;
            sp = start;
            S[sp++] = result;
            break;
          }
          case CALL_KW: {
            const names = S[sp - 1] as PyTuple;
            const start = sp - arg - 3;
            const given: Value[] = [];
            if (S[start + 1] !== undefined) given.push(S[start + 1] as Value);
            for (let i = start + 2; i < sp - 1; i += 1) given.push(S[i] as Value);
            frame.sp = start;
            frame.pc = pc;
            kernel.now += chunk - left;
            thread.budgetNs -= chunk - left;
            chunk = left;
            kernel.steps = steps;
            const before = kernel.now;
            const result = invoke(thread, S[start] as Value, given, names.items as readonly string[]);
            const spent = kernel.now - before;
            left -= spent;
            thread.budgetNs -= spent;
            chunk = left;
            if (result === undefined) continue frames;
            sp = start;
            S[sp++] = result;
            break;
          }
          case CALL_FUNCTION_EX: {
            const start = sp - ((arg & 1) !== 0 ? 4 : 3);
            frame.sp = start;
            frame.pc = pc;
            kernel.now += chunk - left;
            thread.budgetNs -= chunk - left;
            chunk = left;
            kernel.steps = steps;
            const before = kernel.now;
            const result = callFunctionEx(thread, S[start] as Value, S[start + 2] as Value, (arg & 1) !== 0 ? (S[start + 3] as Value) : null);
            const spent = kernel.now - before;
            left -= spent;
            thread.budgetNs -= spent;
            chunk = left;
            if (result === undefined) continue frames;
            sp = start;
            S[sp++] = result;
            break;
          }
          case RETURN_VALUE: {
            const value = S[--sp] as Value;
            frame.sp = sp;
            frame.pc = pc;
            const back = frame.back;
            if (frame.returnMode === returnModes.push && frame.generator === null && back instanceof PyFrame) {
              thread.depth -= 1;
              thread.frame = back;
              back.slots[back.sp] = value;
              back.sp += 1;
            } else returnFromFrame(thread, frame, value);
            continue frames;
          }
          case RETURN_CONST:
            frame.sp = sp;
            frame.pc = pc;
            returnFromFrame(thread, frame, code.constants[arg] as Value);
            continue frames;
          case RETURN_GENERATOR: {
            const flags = code.flags;
            const generator = new PyGenerator((flags & 0x20) !== 0 ? 'generator' : (flags & 0x80) !== 0 ? 'coroutine' : 'async-generator', frame);
            frame.sp = sp;
            frame.pc = pc;
            returnFromFrame(thread, frame, generator);
            if (frame.fn !== null) {
              generator.name = frame.fn.name;
              generator.qualifiedName = frame.fn.qualifiedName;
            }
            frame.generator = generator;
            frame.back = null;
            continue frames;
          }
          case YIELD_VALUE: {
            const value = S[--sp] as Value;
            frame.sp = sp;
            frame.pc = pc;
            leaveFrame(thread, frame, value);
            continue frames;
          }
          case SEND: {
            const value = S[--sp] as Value;
            frame.sp = sp;
            frame.pc = pc;
            kernel.now += chunk - left;
            thread.budgetNs -= chunk - left;
            chunk = left;
            kernel.steps = steps;
            const result = thread.send(S[sp - 1] as Value, value, arg);
            if (result === undefined) continue frames;
            S[sp++] = result;
            break;
          }

          case BUILD_TUPLE: {
            const items = S.slice(sp - arg, sp) as Value[];
            sp -= arg;
            S[sp++] = new PyTuple(items);
            break;
          }
          case BUILD_LIST: {
            const items = S.slice(sp - arg, sp) as Value[];
            sp -= arg;
            S[sp++] = new PyList(items);
            break;
          }
          case BUILD_SLICE: {
            const step = arg === 3 ? (S[--sp] as Value) : null;
            sp -= 2;
            S[sp] = new PySlice(S[sp] as Value, S[sp + 1] as Value, step);
            sp += 1;
            break;
          }
          case BUILD_STRING: {
            let text = '';
            for (let i = sp - arg; i < sp; i += 1) text += S[i] as string;
            sp -= arg;
            S[sp++] = text;
            break;
          }
          case BUILD_MAP: {
            const dict = new PyDict();
            const start = sp - 2 * arg;
            frame.sp = start;
            frame.pc = pc;
            let isPending = false;
            for (let i = start; i < sp && !isPending; i += 2) {
              if (!mapAdd(thread, dict, S[i] as Value, S[i + 1] as Value, S.slice(i + 2, sp) as Value[])) isPending = true;
            }
            if (isPending) continue frames;
            sp = start;
            S[sp++] = dict;
            break;
          }
          case BUILD_CONST_KEY_MAP: {
            const keys = (S[sp - 1] as PyTuple).items;
            const start = sp - 1 - arg;
            const dict = new PyDict();
            for (let i = 0; i < arg; i += 1) dict.set(keys[i] as Value, S[start + i] as Value);
            sp = start;
            S[sp++] = dict;
            break;
          }
          case BUILD_SET: {
            const start = sp - arg;
            frame.sp = start;
            frame.pc = pc;
            const set = new PySet(new PyDict());
            const items = S.slice(start, sp) as Value[];
            if (!updateSet(thread, set, new PyList(items), true)) continue frames;
            sp = start;
            S[sp++] = set;
            break;
          }
          case LIST_APPEND:
            sp -= 1;
            (S[sp - arg] as PyList).items.push(S[sp] as Value);
            break;
          case LIST_EXTEND: {
            sp -= 1;
            frame.sp = sp;
            frame.pc = pc;
            if (!extendList(thread, S[sp - arg] as PyList, S[sp] as Value)) continue frames;
            break;
          }
          case SET_ADD: {
            sp -= 1;
            frame.sp = sp;
            frame.pc = pc;
            if (!setAddValue(thread, S[sp - arg] as PySet, S[sp] as Value)) continue frames;
            break;
          }
          case SET_UPDATE: {
            sp -= 1;
            frame.sp = sp;
            frame.pc = pc;
            if (!updateSet(thread, S[sp - arg] as PySet, S[sp] as Value, false)) continue frames;
            break;
          }
          case MAP_ADD: {
            sp -= 2;
            frame.sp = sp;
            frame.pc = pc;
            if (!storeItem(thread, S[sp - arg] as Value, S[sp] as Value, S[sp + 1] as Value)) continue frames;
            break;
          }
          case DICT_UPDATE: {
            sp -= 1;
            frame.sp = sp;
            frame.pc = pc;
            if (!updateDict(thread, S[sp - arg] as PyDict, S[sp] as Value)) continue frames;
            break;
          }
          case DICT_MERGE: {
            sp -= 1;
            frame.sp = sp;
            frame.pc = pc;
            if (!mergeDict(thread, S[sp - arg] as PyDict, S[sp] as Value, S[sp - arg - 3] as Value)) continue frames;
            break;
          }
          case UNPACK_SEQUENCE: {
            const value = S[sp - 1];
            if (value instanceof PyTuple && value.items.length === arg) {
              sp -= 1;
              const items = value.items;
              for (let i = arg - 1; i >= 0; i -= 1) S[sp++] = items[i];
              break;
            }
            sp -= 1;
            frame.sp = sp;
            frame.pc = pc;
            if (!unpackSequence(thread, frame, value as Value, arg)) continue frames;
            sp = frame.sp;
            break;
          }
          case UNPACK_EX: {
            sp -= 1;
            frame.sp = sp;
            frame.pc = pc;
            if (!unpackExtended(thread, frame, S[sp] as Value, arg)) continue frames;
            sp = frame.sp;
            break;
          }

          case MAKE_FUNCTION:
            S[sp - 1] = new PyFunction(S[sp - 1] as LoadedCode, frame.globals);
            break;
          case SET_FUNCTION_ATTRIBUTE: {
            sp -= 1;
            thread.setFunctionAttribute(S[sp] as PyFunction, arg, S[sp - 1] as Value);
            S[sp - 1] = S[sp];
            break;
          }
          case LOAD_BUILD_CLASS:
            S[sp++] = BUILD_CLASS;
            break;
          case LOAD_ASSERTION_ERROR:
            S[sp++] = exceptionNamed('AssertionError');
            break;
          case SETUP_ANNOTATIONS: {
            const namespace = frame.namespace as PyDict;
            if (namespace.getText('__annotations__') === undefined) namespace.set('__annotations__', new PyDict());
            break;
          }

          case FORMAT_SIMPLE: {
            const value = S[sp - 1] as Value;
            if (typeof value === 'string') break;
            frame.sp = sp - 1;
            frame.pc = pc;
            const text = formatSimple(thread, value);
            if (text === undefined) continue frames;
            S[sp - 1] = text;
            break;
          }
          case FORMAT_WITH_SPEC: {
            frame.sp = sp - 2;
            frame.pc = pc;
            const text = formatWithSpec(thread, S[sp - 2] as Value, S[sp - 1] as Value);
            if (text === undefined) continue frames;
            sp -= 1;
            S[sp - 1] = text;
            break;
          }
          case CONVERT_VALUE: {
            frame.sp = sp - 1;
            frame.pc = pc;
            const text = convertValue(thread, arg, S[sp - 1] as Value);
            if (text === undefined) continue frames;
            S[sp - 1] = text;
            break;
          }

          case BEFORE_WITH:
          case BEFORE_ASYNC_WITH: {
            const manager = S[sp - 1] as Value;
            const isAsync = op === BEFORE_ASYNC_WITH;
            frame.sp = sp - 1;
            frame.pc = pc;
            const enter = loadSpecial(typeOf(manager), manager, isAsync ? '__aenter__' : '__enter__');
            const exit = loadSpecial(typeOf(manager), manager, isAsync ? '__aexit__' : '__exit__');
            if (enter === undefined || exit === undefined) {
              const protocol = isAsync ? 'the asynchronous context manager protocol' : 'the context manager protocol';
              const missed = enter === undefined ? '' : ` (missed ${isAsync ? '__aexit__' : '__exit__'} method)`;
              throw raised('TypeError', `'${typeOf(manager).name}' object does not support ${protocol}${missed}`);
            }
            S[sp - 1] = exit;
            frame.sp = sp;
            kernel.now += chunk - left;
            thread.budgetNs -= chunk - left;
            chunk = left;
            kernel.steps = steps;
            const before = kernel.now;
            const result = invoke(thread, enter, [], null);
            const spent = kernel.now - before;
            left -= spent;
            thread.budgetNs -= spent;
            chunk = left;
            if (result === undefined) continue frames;
            S[sp++] = result;
            break;
          }
          case WITH_EXCEPT_START: {
            // Stack: exit function, lasti, previous exception, exception.
            const exception = S[sp - 1] as PyException;
            frame.sp = sp;
            frame.pc = pc;
            kernel.now += chunk - left;
            thread.budgetNs -= chunk - left;
            chunk = left;
            kernel.steps = steps;
            const result = invoke(thread, S[sp - 4] as Value, [exception.type, exception, exception.traceback], null);
            if (result === undefined) continue frames;
            S[sp++] = result;
            break;
          }
          case PUSH_EXC_INFO: {
            const exception = S[sp - 1] as PyException;
            S[sp - 1] = thread.handled;
            S[sp++] = exception;
            thread.handled = exception;
            break;
          }
          case POP_EXCEPT:
            thread.handled = S[--sp] as PyException | null;
            break;
          case CHECK_EXC_MATCH: {
            const matches = checkExceptionMatch(S[sp - 2] as PyException, S[sp - 1] as Value);
            S[sp - 1] = matches;
            break;
          }
          case CHECK_EG_MATCH: {
            const [rest, match] = checkGroupMatch(S[sp - 2] as PyException, S[sp - 1] as Value);
            S[sp - 2] = rest;
            S[sp - 1] = match;
            if (match !== null) thread.handled = match;
            break;
          }
          case RAISE_VARARGS: {
            const cause = arg === 2 ? (S[--sp] as Value) : undefined;
            const what = arg >= 1 ? (S[--sp] as Value) : undefined;
            frame.sp = sp;
            frame.pc = pc;
            left -= 60;
            if (raiseVarargs(thread, what, cause)) continue frames;
            break;
          }
          case RERAISE: {
            const exception = S[--sp] as PyException;
            frame.reraisedAt = at;
            frame.sp = sp;
            frame.pc = pc;
            throw new PyRaise(exception);
          }
          case CLEANUP_THROW: {
            // Stack: sub-iterator, last sent value, exception.
            const value = cleanupThrow(S[sp - 1] as PyException);
            sp -= 2;
            S[sp - 1] = null;
            S[sp++] = value;
            break;
          }
          case END_ASYNC_FOR: {
            const exception = S[sp - 1] as PyException;
            if (!exception.type.isSubtypeOf(exceptionNamed('StopAsyncIteration'))) {
              frame.sp = sp - 2;
              frame.pc = pc;
              throw new PyRaise(exception);
            }
            sp -= 2;
            break;
          }

          case IMPORT_NAME: {
            sp -= 2;
            frame.sp = sp;
            frame.pc = pc;
            kernel.now += chunk - left;
            thread.budgetNs -= chunk - left;
            chunk = left;
            kernel.steps = steps;
            const module = importName(thread, frame, { name: code.names[arg] as string, fromList: S[sp + 1] as Value, level: S[sp] as number });
            if (module === undefined) continue frames;
            S[sp++] = module;
            break;
          }
          case IMPORT_FROM: {
            frame.sp = sp;
            frame.pc = pc;
            const value = importFrom(thread, S[sp - 1] as Value, code.names[arg] as string);
            if (value === undefined) continue frames;
            S[sp++] = value;
            break;
          }
          case CALL_INTRINSIC_1: {
            frame.sp = sp - 1;
            frame.pc = pc;
            const result = callIntrinsic1(thread, frame, arg, S[sp - 1] as Value);
            if (result === undefined) continue frames;
            S[sp - 1] = result;
            break;
          }
          case CALL_INTRINSIC_2: {
            sp -= 1;
            frame.sp = sp - 1;
            frame.pc = pc;
            S[sp - 1] = callIntrinsic2(thread, arg, S[sp - 1] as Value, S[sp] as Value);
            break;
          }

          case GET_LEN: {
            frame.sp = sp;
            frame.pc = pc;
            const length = thread.lengthOf(S[sp - 1] as Value);
            if (length === undefined) continue frames;
            S[sp++] = length;
            break;
          }
          case MATCH_MAPPING:
            S[sp] = matchesMapping(S[sp - 1] as Value);
            sp += 1;
            break;
          case MATCH_SEQUENCE:
            S[sp] = matchesSequence(S[sp - 1] as Value);
            sp += 1;
            break;
          case MATCH_KEYS: {
            frame.sp = sp;
            frame.pc = pc;
            const values = matchKeys(thread, S[sp - 2] as Value, S[sp - 1] as PyTuple);
            if (values === undefined) continue frames;
            S[sp++] = values;
            break;
          }
          case MATCH_CLASS: {
            sp -= 2;
            frame.sp = sp - 1;
            frame.pc = pc;
            const values = matchClass(thread, { subject: S[sp - 1] as Value, type: S[sp] as Value, positional: arg, names: S[sp + 1] as PyTuple });
            if (values === undefined) continue frames;
            S[sp - 1] = values;
            break;
          }

          case GET_YIELD_FROM_ITER: {
            const value = S[sp - 1];
            if (value instanceof PyGenerator) break;
            frame.sp = sp - 1;
            frame.pc = pc;
            const iterator = iteratorOf(thread, value as Value);
            if (iterator === undefined) continue frames;
            S[sp - 1] = iterator;
            break;
          }
          case GET_AWAITABLE: {
            frame.sp = sp - 1;
            frame.pc = pc;
            const iterator = awaitable(thread, S[sp - 1] as Value, arg);
            if (iterator === undefined) continue frames;
            S[sp - 1] = iterator;
            break;
          }
          case GET_AITER: {
            frame.sp = sp - 1;
            frame.pc = pc;
            const iterator = asyncIterator(thread, S[sp - 1] as Value);
            if (iterator === undefined) continue frames;
            S[sp - 1] = iterator;
            break;
          }
          case GET_ANEXT: {
            frame.sp = sp;
            frame.pc = pc;
            const next = asyncNext(thread, S[sp - 1] as Value);
            if (next === undefined) continue frames;
            S[sp++] = next;
            break;
          }
          default:
            throw new RangeError(`opcode ${op}`);
        }
      }
    } catch (error) {
      kernel.now += chunk - left;
      thread.budgetNs -= chunk - left;
      chunk = left;
      kernel.steps = steps;
      frame.pc = pc;
      left -= 40;
      handleException(thread, error);
      if (thread.frame === null) {
        thread.budgetNs -= chunk - left;
        kernel.now += chunk - left;
        return loopExits.leftPython;
      }
    }
  }
}
