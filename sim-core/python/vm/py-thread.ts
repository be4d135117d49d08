/**
 * A Python thread: a kernel Program that executes frames, and holds, wants or has dropped the GIL meanwhile.
 * Models: PyThreadState, and the eval loop's dealings with the GIL (Python/ceval_gil.c: take_gil, drop_gil, eval_frame_handle_pending).
 */
import { Copyable } from '../../base/copyable.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { stopBudget, stopExit, stopHalt, stopYield } from '../../kernel/program.ts';
import type { Program, Stop } from '../../kernel/program.ts';
import type { Thread } from '../../kernel/thread.ts';
import { eventKinds, gilReleaseReasons, threadStates, waitEndings } from '../../trace/event-kind.ts';
import {
  JUMP_BACKWARD,
  NOP,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
} from '../compiler/opcodes.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/py-dict.ts';
import type { PyException } from '../objects/py-exception.ts';
import type { PyFunction } from '../objects/py-function.ts';
import { PyGenerator } from '../objects/py-generator.ts';
import { NativeIterator } from '../objects/py-iterators.ts';
import type { LoadedCode } from '../objects/loaded-code.ts';
import type { PyTuple } from '../objects/py-tuple.ts';
import type { PyObject, Value } from '../objects/value.ts';
import type { Context } from '../modules/contextvars/context.ts';
import type { BlockingCall } from './blocking-call.ts';
import { loadSpecial } from './attributes.ts';
import { evaluate, loopExits } from './eval-loop.ts';
import { PyFrame, returnModes } from './frame.ts';
import type { Frame, NativeFrame } from './frame.ts';
import { resumeGenerator } from './generators.ts';
import type { Interpreter } from './interpreter.ts';
import type { Stepping } from './stepping.ts';
import { CallOnce } from './call-once.ts';
import { invoke, markReturn, resumeNative } from './invoke.ts';
import { pushSteps } from './native-steps.ts';
import { pushOn } from './return-value.ts';
import { makeException, PyRaise, raised, Unsupported } from './raise.ts';
import type { StackOwner } from './stack-owner.ts';
import type { ThreadEntry } from './thread-entry.ts';
import type { ThreadPhase } from './thread-phase.ts';
import { sizeOf } from './truth.ts';
import { handleException } from './unwind.ts';

/** Where a signal's handler that raises is to be seen: at the jump, not where it leads. */
const jumps = new Set<number>([
  JUMP_BACKWARD,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_TRUE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
]);

export class PyThread extends Copyable implements Program {
  readonly interpreter: Interpreter;
  readonly kernel: Kernel;
  kernelThread!: Thread;
  readonly entry: ThreadEntry;

  frame: Frame | null = null;
  /** Python frames on the stack. */
  depth = 0;
  recursionLimit = 1000;
  /** What a native frame is sent next. */
  sent: Value = null;
  /** sys.exception() */
  handled: PyException | null = null;
  /** An exception that left the last frame. */
  uncaught: PyException | null = null;
  /** The blocking call in progress. */
  blocking: BlockingCall | null = null;
  reprsInProgress: PyObject[] = [];
  /** Objects of threading.local that have a namespace for this thread. */
  localNamespaces = new Set<PyObject>();
  /** The greenlet whose frames these are; null while nobody has asked for greenlets. */
  stackOwner: StackOwner | null = null;
  /** The context whose variables it sees (contextvars); made when first asked for. */
  context: Context | null = null;
  /** sys.set_asyncgen_hooks: called when an asynchronous generator is first used, and when one is forgotten. */
  asyncGeneratorHooks: { readonly firstIteration: Value; readonly finalizer: Value } = {
    firstIteration: null,
    finalizer: null,
  };
  /** sys.set_coroutine_origin_tracking_depth */
  originTrackingDepth = 0;

  /** The opcode executed last and where: whether the thread may be switched now. */
  previousOp = NOP;
  previousAt = 0;
  /** Where an exception has last found its handler, and where in that frame it had been raised. */
  enteredHandler: { readonly frame: PyFrame; readonly pc: number; readonly raisedAt: number } | null = null;
  /** There is a reason to look up at the next switch point: someone has asked for the GIL, a signal waits (CPython's eval breaker). */
  wantsPoll = false;
  isDropRequested = false;
  /** signal.pthread_sigmask */
  blockedSignals = new Set<number>();
  /** A signal ended the wait of the blocking call in progress. */
  isInterrupted = false;
  budgetNs = 0;
  /** The bytecode after which the thread looked up last. */
  polledOp = NOP;
  polledAt = 0;

  phase: ThreadPhase = 'wants-gil';
  /** What comes after the hand-over. */
  phaseAfterHandOver: ThreadPhase = 'wants-gil';
  isWaitingForGil = false;
  seenSwitchNumber = 0;
  /** Python's own number of the thread: get_ident(). */
  readonly ident: number;
  hasEnded = false;
  /** Where this thread may be switched in a stepped run; null in a timed one. */
  readonly stepping: Stepping | null;

  constructor(interpreter: Interpreter, entry: ThreadEntry) {
    super();
    this.interpreter = interpreter;
    this.kernel = interpreter.kernel;
    this.entry = entry;
    this.ident = interpreter.nextIdent();
    this.stepping = interpreter.machine.newStepping();
    interpreter.threads.push(this);
  }

  /** Bytecodes after which to stop: shared by all threads of the machine. */
  get stopAtStep(): number {
    return this.interpreter.machine.stopAtStep;
  }

  run(kernelThread: Thread): Stop {
    for (;;) {
      if (this.phase !== 'python') {
        const stop = this.leavePhase(kernelThread);
        if (stop !== null) return stop;
      } else {
        this.budgetNs = this.kernel.limitNs - this.kernel.now;
        if (this.budgetNs <= 0) return stopBudget;
        const stop = this.execute();
        if (stop !== null) return stop;
      }
    }
  }

  /** One stretch of Python code. Null: go on. */
  private execute(): Stop | null {
    const frame = this.frame;
    if (this.blocking !== null) return this.beginBlocking();
    try {
      if (frame === null) return this.stackIsEmpty();
      // The loop first sees whether the GIL is asked for (or asks who goes on), then stops.
      if (frame instanceof PyFrame) return this.afterLoop(evaluate(this));
      resumeNative(this, frame as NativeFrame);
    } catch (error) {
      if (error instanceof Unsupported) return this.interpreter.machine.unsupported(this, error.feature);
      handleException(this, error);
    }
    return null;
  }

  private afterLoop(exit: number): Stop | null {
    switch (exit) {
      case loopExits.budget:
        return stopBudget;
      case loopExits.steps:
        // Where its time is used up as well, another core may come next: that one stops the machine.
        return this.kernel.now >= this.kernel.limitNs ? stopBudget : stopHalt;
      case loopExits.poll:
        return this.poll();
      default:
        return null;
    }
  }

  private stackIsEmpty(): Stop | null {
    const uncaught = this.uncaught;
    this.uncaught = null;
    if (this.stackOwner?.stackEnded(this, uncaught) === true) return null;
    if (this.entry.proceed(this, uncaught)) return null;
    this.hasEnded = true;
    this.interpreter.threadEnded(this);
    this.interpreter.gil?.leave(this);
    return stopExit;
  }

  // The GIL

  private leavePhase(kernelThread: Thread): Stop | null {
    switch (this.phase) {
      case 'wants-gil':
        return this.takeGil(kernelThread);
      case 'hand-over':
        return this.interpreter.gil?.waitForHandOver(this) ?? null;
      default:
        return this.proceedBlocking();
    }
  }

  private takeGil(kernelThread: Thread): Stop | null {
    const { gil } = this.interpreter;
    if (this.interpreter.isFinalizing && this.interpreter.finalizer !== this) return stopExit;
    if (gil === null) this.kernel.recordState(kernelThread, threadStates.running, -1);
    else {
      // Whoever wanted it a moment earlier on another core has it first.
      if (this.kernel.isAheadOfAnother) return stopBudget;
      const stop = gil.take(this);
      if (stop !== null) return stop;
    }
    this.updateBreaker();
    this.enterPython();
    return null;
  }

  /** Whether there is a reason to look up at the next switch point. */
  updateBreaker(): void {
    const { gil, signals } = this.interpreter;
    const wants = this.stepping !== null || (gil?.wantsPoll(this) ?? false) || (signals.isPending && this.isMain);
    // The interpreter loop looks up from its work at once, however far it was allowed to go.
    if (wants && !this.wantsPoll && this.kernel.running === this.kernelThread) this.kernel.limitNs = this.kernel.now;
    this.wantsPoll = wants;
  }

  get isMain(): boolean {
    return this.interpreter.mainThread === this;
  }

  /** For the interpreter loop, where there is a reason to look up: the bytecode `at` was executed, `next` comes now. */
  // oxlint-disable-next-line max-params -- called after every bytecode while there is a reason
  isAtSwitchPoint(op: number, code: LoadedCode, at: number, next: number): boolean {
    const { gil, profile } = this.interpreter;
    const { stepping } = this;
    if (stepping !== null) return stepping.isChoicePoint(op, this.frame as PyFrame, { at, next }, this.kernel.steps);
    const is =
      gil === null ? profile.polls.isSwitchPoint(op, code, at, next) : gil.isAtSwitchPoint(this, op, code, at, next);
    if (is) {
      this.polledOp = op;
      this.polledAt = at;
    }
    return is;
  }

  /** At a switch point, with a reason to look up: first signals, then whoever wants the GIL. */
  private poll(): Stop | null {
    const { gil, signals } = this.interpreter;
    if (signals.isPending && this.isMain) {
      const frame = this.frame as PyFrame;
      const resumeAt = frame.pc;
      if (jumps.has(this.polledOp)) frame.pc = this.polledAt + 1;
      pushSteps(this, 'signals', handleSignals(this, frame, resumeAt), returnModes.discard);
      return null;
    }
    if (this.stepping !== null) return stopYield;
    if (gil !== null) return gil.poll(this);
    this.updateBreaker();
    return null;
  }

  // Blocking calls

  private beginBlocking(): Stop | null {
    const { gil } = this.interpreter;
    if (gil === null) this.phase = 'blocked';
    else gil.drop(this, gilReleaseReasons.blockingCall, 'blocked');
    this.updateBreaker();
    return this.stepping === null || this.wouldWait() ? null : stopYield;
  }

  /** Stepped: ready, but if it ran it would only begin to wait, or wait again. */
  wouldWait(): boolean {
    return (
      this.phase === 'blocked' &&
      this.kernelThread.wakeReason !== 'interrupted' &&
      this.blocking !== null &&
      this.blocking.wouldWait(this)
    );
  }

  private proceedBlocking(): Stop | null {
    const call = this.blocking as BlockingCall;
    const wasInterrupted = this.kernelThread.wakeReason === 'interrupted' && this.mayInterrupt(call);
    const stop = wasInterrupted ? null : call.proceed(this);
    if (wasInterrupted || (stop !== null && this.mayInterrupt(call))) {
      // EINTR: the handlers run with the GIL, then the call is made again (PEP 475).
      if (call.isWaiting && this.kernelThread.awaitedResource >= 0)
        this.kernel.record(
          eventKinds.waitAbandoned,
          this.kernelThread.id,
          this.kernelThread.awaitedResource,
          waitEndings.interrupted,
        );
      call.isWaiting = false;
      this.isInterrupted = true;
      this.phase = 'wants-gil';
      return null;
    }
    if (stop === null) this.phase = 'wants-gil';
    return stop;
  }

  private mayInterrupt(call: BlockingCall): boolean {
    return this.isMain && this.interpreter.signals.isPending && call.isInterruptible(this);
  }

  /** A signal has been noted: a wait that signals end is over. */
  interrupt(): void {
    if (this.phase === 'blocked' && this.blocking !== null && this.mayInterrupt(this.blocking))
      this.kernel.interrupt(this.kernelThread);
  }

  /** With the GIL in hand: the blocking call's value goes where it was called. */
  private enterPython(): void {
    this.phase = 'python';
    const call = this.blocking;
    if (call === null) return;
    this.blocking = null;
    if (this.isInterrupted) {
      this.isInterrupted = false;
      pushSteps(this, 'signals', retryAfterSignals(this, call));
      return;
    }
    try {
      pushOn(this, call.finish(this));
    } catch (error) {
      handleException(this, error);
    }
  }

  /** For native functions: the call is to be made without the GIL; the native function then returns what this returns. */
  block(call: BlockingCall): undefined {
    this.blocking = call;
    return undefined;
  }

  // Helpers of the interpreter loop

  pushFrame(frame: PyFrame): void {
    if (this.depth >= this.recursionLimit) throw this.recursionError();
    this.depth += 1;
    frame.back = this.frame;
    this.frame = frame;
  }

  recursionError(): PyRaise {
    return new PyRaise(makeException('RecursionError', 'maximum recursion depth exceeded'));
  }

  /** LOAD_ATTR for a call had to run Python code: NULL is pushed after its result. */
  pushesNullAfter(frame: PyFrame): void {
    frame.pushesNull = true;
  }

  /** SEND: undefined where a frame was pushed, or the receiver has ended and the frame goes on at `target`. */
  send(receiver: Value, value: Value, target: number): Value | undefined {
    if (receiver instanceof PyGenerator) {
      resumeGenerator(this, receiver, value, returnModes.send, target);
      return undefined;
    }
    if (receiver instanceof NativeIterator) {
      const next = receiver.next();
      if (next !== undefined) return next;
      const frame = this.frame as PyFrame;
      pushOn(this, (receiver as { result?: Value }).result ?? null);
      frame.pc = target;
      return undefined;
    }
    const name = value === null ? '__next__' : 'send';
    const method = loadSpecial(typeOf(receiver), receiver, name);
    if (method === undefined)
      throw raised('AttributeError', `'${typeOf(receiver).title}' object has no attribute '${name}'`);
    pushSteps(this, name, new CallOnce(this, method, value === null ? [] : [value]), returnModes.send);
    const pushed = this.frame as Frame;
    pushed.extra = target;
    return undefined;
  }

  lengthOf(value: Value): Value | undefined {
    const size = sizeOf(value);
    if (size !== null && !typeOf(value).isHeap) return size;
    const own = loadSpecial(typeOf(value), value, '__len__');
    if (own === undefined) throw raised('TypeError', `object of type '${typeOf(value).title}' has no len()`);
    return invoke(this, own, [], null);
  }

  setFunctionAttribute(fn: PyFunction, flag: number, value: Value): void {
    if (flag === 1) fn.defaults = value as PyTuple;
    else if (flag === 2) fn.keywordDefaults = value as PyDict;
    else if (flag === 4) fn.annotations = annotationsOf(value as PyTuple | PyDict);
    else fn.closure = (value as PyTuple).items as unknown as PyFunction['closure'];
  }

  addressText(object: PyObject): string {
    return `0x${this.interpreter.addresses.of(object).toString(16).padStart(12, '0')}`;
  }

  /** Calls something as the first thing on an empty stack; its result is lost. */
  callAsEntry(callable: Value, args: readonly Value[], keywordNames: readonly string[] | null): void {
    const caller = this.frame;
    if (invoke(this, callable, args, keywordNames) === undefined && this.frame !== caller)
      markReturn(this, caller, returnModes.push, null);
  }
}

/** The handlers of noted signals, between two bytecodes of `frame`. */
function* handleSignals(thread: PyThread, frame: PyFrame, resumeAt: number): Generator<undefined, Value, Value> {
  yield* thread.interpreter.signals.run(thread);
  frame.pc = resumeAt;
  return null;
}

/** The handlers, then the blocking call once more. */
function* retryAfterSignals(thread: PyThread, call: BlockingCall): Generator<undefined, Value, Value> {
  yield* thread.interpreter.signals.run(thread);
  thread.block(call);
  return yield;
}

/** The compiler builds annotations as a tuple of names and values. */
function annotationsOf(value: PyTuple | PyDict): PyDict {
  if (value instanceof PyDict) return value;
  const annotations = new PyDict();
  for (let i = 0; i + 1 < value.items.length; i += 2)
    annotations.set(value.items[i] as Value, value.items[i + 1] as Value);
  return annotations;
}
