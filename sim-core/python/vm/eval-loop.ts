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
  BINARY_OP,
  BINARY_SUBSCR,
  BUILD_LIST,
  BUILD_TUPLE,
  CALL,
  COMPARE_OP,
  CONTAINS_OP,
  COPY,
  END_FOR,
  FOR_ITER,
  IS_OP,
  JUMP_BACKWARD,
  JUMP_BACKWARD_NO_INTERRUPT,
  JUMP_FORWARD,
  LIST_APPEND,
  LOAD_ATTR,
  LOAD_CONST,
  LOAD_DEREF,
  LOAD_FAST,
  LOAD_FAST_CHECK,
  LOAD_FAST_LOAD_FAST,
  LOAD_GLOBAL,
  LOAD_NAME,
  NOP,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  PUSH_NULL,
  RAISE_VARARGS,
  RESUME,
  RETURN_CONST,
  RETURN_VALUE,
  STORE_ATTR,
  STORE_DEREF,
  STORE_FAST,
  STORE_FAST_LOAD_FAST,
  STORE_FAST_STORE_FAST,
  STORE_GLOBAL,
  STORE_NAME,
  STORE_SUBSCR,
  SWAP,
  TO_BOOL,
  UNARY_NOT,
  UNPACK_SEQUENCE,
  YIELD_VALUE,
} from '../compiler/opcodes.ts';
import type { LoadedCode } from '../objects/loaded-code.ts';
import type { PyCell } from '../objects/py-cell.ts';
import { PyDict } from '../objects/py-dict.ts';
import { PyException } from '../objects/py-exception.ts';
import { PyFloat } from '../objects/py-float.ts';
import { PyFunction } from '../objects/py-function.ts';
import { PyInstance } from '../objects/py-instance.ts';
import { NativeIterator, RangeIterator, DictIterator, SetIterator } from '../objects/py-iterators.ts';
import { NativeFunction } from '../objects/native-function.ts';
import { PyList } from '../objects/py-list.ts';
import { PyMethod } from '../objects/py-method.ts';
import { PyModule } from '../objects/py-module.ts';
import { PyTuple } from '../objects/py-tuple.ts';
import { PyType } from '../objects/py-type.ts';
import { typeOf } from '../objects/builtin-types.ts';
import type { Value } from '../objects/value.ts';
import type { AttributeCache } from './attribute-cache.ts';
import { attributeCacheKinds, cacheStore } from './attribute-cache.ts';
import { storeAttribute } from './attributes.ts';
import { quickInitialize } from './call-type.ts';
import { bindSimple } from './bind-arguments.ts';
import { PyFrame, returnModes } from './frame.ts';
import type { GlobalCache } from './names.ts';
import { pushSteps } from './native-steps.ts';
import { loadGlobalSlow, loadName, nameInMapping, storeName, unboundLocal, unboundFree } from './names.ts';
import { invoke, invokeNative } from './invoke.ts';
import { binaryOperation, compareValues, containsValue, loadItem, storeItem } from './operators.ts';
import { truthSlow } from './truth.ts';
import { unpackSequence, iterateNext } from './collections.ts';
import type { PyThread } from './py-thread.ts';
import { leaveFrame, returnFromFrame } from './return-value.ts';
import { PyRaise, raised } from './raise.ts';
import { mayDrop } from './may-drop.ts';
import { raiseNs } from './exception-instructions.ts';
import { handleException } from './unwind.ts';
import { loadAttributeSlow } from './load-attribute.ts';
import { FAST_CONST_ADD, FAST_CONST_COMPARE, FAST_FAST_ADD, FAST_FAST_COMPARE } from './fused-instructions.ts';
import { operateOnFloats, operateOnInts } from './quick-arithmetic.ts';
import { instructionTable } from './instruction-table.ts';
import type { Instruction } from './instruction.ts';

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
  const builtins = thread.interpreter.builtins.dict;
  const mortals = thread.interpreter.mortals;
  const warmCalls = thread.interpreter.profile.hasPollFreeCalls;
  let steps = kernel.steps;
  let chunk = 0;
  let left = 0;
  /** The instruction executed last. */
  let word: number = thread.previousOp;
  let at = thread.previousAt;

  frames: for (;;) {
    const frame = thread.frame as PyFrame;
    if (!(frame instanceof PyFrame) || thread.blocking !== null) {
      kernel.now += chunk - left;
      thread.budgetNs -= chunk - left;
      kernel.steps = steps;
      thread.previousOp = word & 255;
      thread.previousAt = at;
      return loopExits.leftPython;
    }
    const code: LoadedCode = frame.code;
    const words = code.words;
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
          if (mortals.isWatching && mayDrop[word & 255] === 1) {
            frame.sp = sp;
            frame.pc = pc;
            if (mortals.check(thread)) {
              word = NOP;
              continue frames;
            }
          }
          if (thread.wantsPoll && thread.isAtSwitchPoint(word & 255, code, at, pc)) {
            frame.sp = sp;
            frame.pc = pc;
            thread.previousOp = NOP;
            return loopExits.poll;
          }
          if (thread.budgetNs <= 0 || steps >= thread.stopAtStep) {
            frame.sp = sp;
            frame.pc = pc;
            // What was looked at once is not looked at again (2.7 counts).
            thread.previousOp = thread.wantsPoll ? NOP : word & 255;
            thread.previousAt = at;
            return steps >= thread.stopAtStep ? loopExits.steps : loopExits.budget;
          }
          if (!thread.wantsPoll && !mortals.isWatching) {
            chunk = Math.min(thread.budgetNs, thread.stopAtStep - steps, 0x3fffffff) | 0;
            left = chunk;
          }
        }
        at = pc;
        word = words[pc] as number;
        const op = word & 255;
        const arg = word >>> 15;
        pc = (pc + 1) | 0;
        steps += 1;
        left = (left - ((word >> 8) & 127)) | 0;

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

          // Runs of instructions that are often together, on ints: see fused-instructions.ts. Any other case is left to the single ones.
          case FAST_CONST_COMPARE: {
            const second = words[pc] as number;
            const compare = words[pc + 1] as number;
            const a = S[arg];
            const b = code.constants[second >>> 15];
            const rest = (left - ((second >> 8) & 127) - ((compare >> 8) & 127)) | 0;
            if (rest > 0 && typeof a === 'number' && typeof b === 'number') {
              let isTrue: boolean;
              switch ((compare >>> 15) >> 5) {
                case 0:
                  isTrue = a < b;
                  break;
                case 1:
                  isTrue = a <= b;
                  break;
                case 2:
                  isTrue = a === b;
                  break;
                case 3:
                  isTrue = a !== b;
                  break;
                case 4:
                  isTrue = a > b;
                  break;
                default:
                  isTrue = a >= b;
              }
              at = pc + 2;
              word = words[at] as number;
              left = (rest - ((word >> 8) & 127)) | 0;
              steps += 3;
              pc = isTrue ? at + 1 : word >>> 15;
              break;
            }
            word = LOAD_FAST;
            S[sp++] = a;
            break;
          }
          case FAST_FAST_COMPARE: {
            const compare = words[pc + 0] as number;
            const a = S[arg >> 4];
            const b = S[arg & 15];
            const rest = (left - ((compare >> 8) & 127)) | 0;
            if (rest > 0 && typeof a === 'number' && typeof b === 'number') {
              let isTrue: boolean;
              switch ((compare >>> 15) >> 5) {
                case 0:
                  isTrue = a < b;
                  break;
                case 1:
                  isTrue = a <= b;
                  break;
                case 2:
                  isTrue = a === b;
                  break;
                case 3:
                  isTrue = a !== b;
                  break;
                case 4:
                  isTrue = a > b;
                  break;
                default:
                  isTrue = a >= b;
              }
              at = pc + 1;
              word = words[at] as number;
              left = (rest - ((word >> 8) & 127)) | 0;
              steps += 2;
              pc = isTrue ? at + 1 : word >>> 15;
              break;
            }
            word = LOAD_FAST_LOAD_FAST;
            S[sp] = a;
            S[sp + 1] = b;
            sp += 2;
            break;
          }
          case FAST_CONST_ADD: {
            const second = words[pc] as number;
            const operation = words[pc + 1] as number;
            const a = S[arg];
            const b = code.constants[second >>> 15];
            const rest = (left - ((second >> 8) & 127)) | 0;
            if (rest > 0 && typeof a === 'number' && typeof b === 'number') {
              const kind = operation >>> 15;
              const result = kind === 0 || kind === 13 ? a + b : a - b;
              if (result <= maxInt && result >= -maxInt) {
                at = pc + 1;
                pc = at + 1;
                word = operation;
                left = (rest - ((operation >> 8) & 127)) | 0;
                steps += 2;
                const next = words[pc] as number;
                if ((next & 255) === STORE_FAST && left > 0) {
                  at = pc;
                  pc = (pc + 1) | 0;
                  word = next;
                  left = (left - ((next >> 8) & 127)) | 0;
                  steps += 1;
                  S[next >>> 15] = result;
                } else S[sp++] = result;
                break;
              }
            }
            word = LOAD_FAST;
            S[sp++] = a;
            break;
          }
          case FAST_FAST_ADD: {
            const operation = words[pc + 0] as number;
            const a = S[arg >> 4];
            const b = S[arg & 15];
            const rest = left;
            if (rest > 0 && typeof a === 'number' && typeof b === 'number') {
              const kind = operation >>> 15;
              const result = kind === 0 || kind === 13 ? a + b : a - b;
              if (result <= maxInt && result >= -maxInt) {
                at = pc + 0;
                pc = at + 1;
                word = operation;
                left = (rest - ((operation >> 8) & 127)) | 0;
                steps += 1;
                const next = words[pc] as number;
                if ((next & 255) === STORE_FAST && left > 0) {
                  at = pc;
                  pc = (pc + 1) | 0;
                  word = next;
                  left = (left - ((next >> 8) & 127)) | 0;
                  steps += 1;
                  S[next >>> 15] = result;
                } else S[sp++] = result;
                break;
              }
            }
            word = LOAD_FAST_LOAD_FAST;
            S[sp] = a;
            S[sp + 1] = b;
            sp += 2;
            break;
          }

          case LOAD_GLOBAL: {
            const cache = code.caches[at] as GlobalCache | null;
            let value: Value | undefined;
            if (
              cache !== null &&
              cache.globals === frame.globals &&
              (cache.version === -1 || cache.version === frame.globals.keysVersion)
            ) {
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
            if (
              cache !== null &&
              cache.globals === frame.namespace &&
              (cache.version === -1 || cache.version === frame.globals.keysVersion)
            ) {
              value = cache.entry.value;
            }
            if (value === undefined) {
              if ((frame.namespace as PyDict).type !== PyDict.builtinType) {
                frame.sp = sp;
                frame.pc = pc;
                pushSteps(thread, 'name', nameInMapping(thread, frame, code.names[arg] as string));
                continue frames;
              }
              value = loadName(code, at, frame, code.names[arg] as string);
            }
            S[sp++] = value;
            break;
          }
          case STORE_GLOBAL: {
            const cache = code.caches[at] as GlobalCache | null;
            sp -= 1;
            if (cache !== null && cache.globals === frame.globals && cache.entry.value !== undefined)
              cache.entry.value = S[sp];
            else storeName(code, at, frame.globals, code.names[arg] as string, S[sp] as Value);
            break;
          }
          case STORE_NAME: {
            const cache = code.caches[at] as GlobalCache | null;
            sp -= 1;
            if (cache !== null && cache.globals === frame.namespace && cache.entry.value !== undefined) {
              cache.entry.value = S[sp];
              break;
            }
            const namespace = frame.namespace as PyDict;
            if (namespace.type === PyDict.builtinType) {
              storeName(code, at, namespace, code.names[arg] as string, S[sp] as Value);
              break;
            }
            frame.sp = sp;
            frame.pc = pc;
            if (!storeItem(thread, namespace, code.names[arg] as string, S[sp] as Value)) continue frames;
            break;
          }
          case LOAD_DEREF: {
            const value = (S[arg] as unknown as PyCell).content;
            if (value === undefined) throw unboundFree(code, arg);
            S[sp++] = value;
            break;
          }
          case STORE_DEREF:
            (S[arg] as unknown as PyCell).content = S[--sp];
            break;
          case BINARY_OP: {
            const a = S[sp - 2];
            const b = S[sp - 1];
            let result: Value | undefined;
            if (typeof a === 'number' && typeof b === 'number') {
              if (arg === 0 || arg === 13) {
                const low = a | 0;
                const other = b | 0;
                const sum = (low + other) | 0;
                // No 32-bit overflow: the operands' signs differ, or the sum has theirs.
                if (low === a && other === b && ((low ^ sum) & (other ^ sum)) >= 0) result = sum;
                else {
                  result = a + b;
                  if (result > maxInt || result < -maxInt) result = undefined;
                }
              } else if (arg === 10 || arg === 23) {
                result = a - b;
                if (result > maxInt || result < -maxInt) result = undefined;
              } else result = operateOnInts(arg, a, b);
            } else if (a instanceof PyFloat && b instanceof PyFloat) {
              result = operateOnFloats(arg, a.value, b.value);
            } else if (typeof a === 'string' && typeof b === 'string' && (arg === 0 || arg === 13)) {
              result = a + b;
              left = (left - 10) | 0;
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
              }
              const next = words[pc] as number;
              if ((next & 255) === POP_JUMP_IF_FALSE && left > 0) {
                at = pc;
                pc = result ? pc + 1 : next >>> 15;
                sp -= 2;
                steps += 1;
                left = (left - ((next >> 8) & 127)) | 0;
                word = next;
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

          case FOR_ITER: {
            const iterator = S[sp - 1];
            if (iterator instanceof RangeIterator) {
              if (iterator.remaining > 0) {
                iterator.remaining -= 1;
                const next = words[pc] as number;
                if ((next & 255) === STORE_FAST && left > 0) {
                  at = pc;
                  pc = (pc + 1) | 0;
                  word = next;
                  left = (left - ((next >> 8) & 127)) | 0;
                  steps += 1;
                  S[next >>> 15] = iterator.value;
                } else S[sp++] = iterator.value;
                iterator.value += iterator.step;
              } else {
                sp -= 1;
                pc = arg + 2;
              }
              break;
            }
            if (iterator instanceof NativeIterator) {
              if (iterator instanceof DictIterator && iterator.sizeChanged)
                throw raised('RuntimeError', 'dictionary changed size during iteration');
              if (iterator instanceof SetIterator && iterator.sizeChanged)
                throw raised('RuntimeError', 'Set changed size during iteration');
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
                if (
                  (owner as PyInstance).shape === cache.shape &&
                  (owner as PyInstance).type.versionTag === cache.tag
                ) {
                  const value = (owner as PyInstance).slots[cache.index] as Value;
                  S[sp - 1] = value;
                  if ((arg & 1) !== 0) S[sp++] = undefined;
                  break;
                }
              } else if (kind === attributeCacheKinds.method) {
                if (
                  (owner as PyInstance).shape === cache.shape &&
                  (owner as PyInstance).type.versionTag === cache.tag
                ) {
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
            frame.sp = sp;
            frame.pc = pc;
            kernel.now += chunk - left;
            thread.budgetNs -= chunk - left;
            chunk = left;
            kernel.steps = steps;
            if (!loadAttributeSlow(thread, frame, at, arg)) continue frames;
            sp = frame.sp;
            break;
          }
          case STORE_ATTR: {
            const owner = S[sp - 1] as PyInstance;
            const cache = code.caches[at] as AttributeCache | null;
            if (
              cache !== null &&
              owner !== null &&
              owner.shape === cache.shape &&
              owner.type.versionTag === cache.tag
            ) {
              if (cache.successor === null) owner.slots[cache.index] = S[sp - 2] as Value;
              else {
                owner.shape = cache.successor;
                owner.slots[cache.index] = S[sp - 2] as Value;
              }
              sp -= 2;
              break;
            }
            const value = S[sp - 2] as Value;
            sp -= 2;
            if (
              cache !== null &&
              cache.kind === attributeCacheKinds.member &&
              owner instanceof PyInstance &&
              owner.type.versionTag === cache.tag
            ) {
              (owner.members ??= [])[cache.index] = value;
              break;
            }
            const name = code.names[arg] as string;
            frame.sp = sp;
            frame.pc = pc;
            code.caches[at] = cacheStore(owner, name);
            if (!storeAttribute(thread, owner, name, value)) continue frames;
            break;
          }
          case BINARY_SUBSCR: {
            const container = S[sp - 2];
            const key = S[sp - 1];
            if (container instanceof PyList && container.type === PyList.builtinType && typeof key === 'number') {
              const items = container.items;
              const index = key < 0 ? key + items.length : key;
              const item = items[index];
              if (item === undefined) throw raised('IndexError', 'list index out of range');
              sp -= 1;
              S[sp - 1] = item;
              break;
            }
            if (
              container instanceof PyDict &&
              container.type === PyDict.builtinType &&
              (typeof key === 'string' || typeof key === 'number')
            ) {
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
            if (
              container instanceof PyList &&
              container.type === PyList.builtinType &&
              typeof key === 'number' &&
              key >= 0 &&
              key < container.items.length
            ) {
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
          case CALL: {
            const start = sp - arg - 2;
            let callable = S[start] as Value;
            let self = S[start + 1] as Value | undefined;
            if (self === undefined && !(callable instanceof PyFunction) && callable instanceof PyMethod) {
              self = callable.self;
              callable = callable.callable;
            }
            if (callable instanceof PyFunction) {
              const target = callable.code;
              if (target.plainArgumentCount === (self === undefined ? arg : arg + 1)) {
                const callee = new PyFrame(target, callable.globals, builtins, callable);
                const slots = callee.slots;
                let to = 0;
                if (self !== undefined) slots[to++] = self;
                for (let i = start + 2; i < sp; i += 1) slots[to++] = S[i];
                frame.sp = start;
                frame.pc = pc;
                left = (left - 10) | 0;
                if (thread.depth >= thread.recursionLimit) throw thread.recursionError();
                callee.back = frame;
                thread.depth += 1;
                thread.frame = callee;
                const first = target.words[0] as number;
                if ((first & 255) === RESUME && left > 0) {
                  at = 0;
                  callee.pc = 1;
                  word = first;
                  left = (left - ((first >> 8) & 127)) | 0;
                  steps += 1;
                }
                continue frames;
              }
              frame.sp = start;
              frame.pc = pc;
              const callee = bindSimple(thread, callable, self, S, start + 2, arg);
              if (callee !== null) {
                left = (left - 10) | 0;
                if (thread.depth >= thread.recursionLimit) throw thread.recursionError();
                callee.back = frame;
                thread.depth += 1;
                thread.frame = callee;
                continue frames;
              }
            }
            if (callable instanceof PyType && self === undefined) {
              const callee = quickInitialize(thread, callable, S, start + 2, arg);
              if (callee !== null) {
                frame.sp = start;
                frame.pc = pc;
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
                if (seen >= 2) word = NOP;
                else code.callCounts[at] = seen + 1;
              }
              kernel.now += callable.costNs;
              result = invokeNative(thread, callable, given, null);
            } else result = invoke(thread, callable, given, null);
            const spent = kernel.now - before;
            thread.budgetNs = kernel.limitNs - kernel.now;
            left = mortals.isWatching ? 0 : Math.max(0, Math.min(left - spent, thread.budgetNs)) | 0;
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
            if (
              frame.returnMode === returnModes.push &&
              frame.generator === null &&
              back instanceof PyFrame &&
              !back.pushesNull
            ) {
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
          case YIELD_VALUE: {
            const value = S[--sp] as Value;
            frame.sp = sp;
            frame.pc = pc;
            leaveFrame(thread, frame, value);
            continue frames;
          }
          case RAISE_VARARGS: {
            // An exception that is there already is not thrown through JavaScript, which is slow; the rest is raiseVarargsInstruction's.
            frame.sp = sp;
            frame.pc = pc;
            kernel.now += chunk - left;
            thread.budgetNs -= chunk - left;
            chunk = left;
            kernel.steps = steps;
            const exception = S[sp - 1];
            if (arg !== 1 || !(exception instanceof PyException)) {
              if (!(instructionTable[op] as Instruction)(thread, frame, arg)) continue frames;
              sp = frame.sp;
              break;
            }
            frame.sp = sp - 1;
            kernel.spend(raiseNs);
            left = (left - 40) | 0;
            handleException(thread, new PyRaise(exception));
            if (thread.frame !== null) continue frames;
            thread.budgetNs -= chunk - left;
            kernel.now += chunk - left;
            return loopExits.leftPython;
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
          case LIST_APPEND:
            sp -= 1;
            (S[sp - arg] as PyList).items.push(S[sp] as Value);
            break;
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
          default: {
            frame.sp = sp;
            frame.pc = pc;
            kernel.now += chunk - left;
            thread.budgetNs -= chunk - left;
            chunk = left;
            kernel.steps = steps;
            const before = kernel.now;
            const goesOn = (instructionTable[op] as Instruction)(thread, frame, arg);
            const spent = kernel.now - before;
            thread.budgetNs = kernel.limitNs - kernel.now;
            left = mortals.isWatching ? 0 : Math.max(0, Math.min(left - spent, thread.budgetNs)) | 0;
            chunk = left;
            if (!goesOn) continue frames;
            sp = frame.sp;
            break;
          }
        }
      }
    } catch (error) {
      kernel.now += chunk - left;
      thread.budgetNs -= chunk - left;
      chunk = left;
      kernel.steps = steps;
      frame.pc = pc;
      left = (left - 40) | 0;
      handleException(thread, error);
      if (thread.frame === null) {
        thread.budgetNs -= chunk - left;
        kernel.now += chunk - left;
        return loopExits.leftPython;
      }
    }
  }
}
