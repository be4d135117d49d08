/**
 * A Python thread: a kernel Program that executes frames, and holds, wants or has dropped the GIL meanwhile.
 * Models: PyThreadState, and the eval loop's dealings with the GIL (Python/ceval_gil.c: take_gil, drop_gil, eval_frame_handle_pending).
 */
import type { Kernel } from '../../kernel/kernel.ts';
import { stopBudget, stopExit, stopHalt } from '../../kernel/program.ts';
import type { Program, Stop } from '../../kernel/program.ts';
import type { Thread } from '../../kernel/thread.ts';
import { eventKinds, gilReleaseReasons, threadStates } from '../../trace/event-kind.ts';
import { NOP } from '../compiler/opcodes.ts';
import { typeOf } from '../objects/builtin-types.ts';
import { PyDict } from '../objects/py-dict.ts';
import type { PyException } from '../objects/py-exception.ts';
import type { PyFunction } from '../objects/py-function.ts';
import { PyGenerator } from '../objects/py-generator.ts';
import { NativeIterator } from '../objects/py-iterators.ts';
import type { PyTuple } from '../objects/py-tuple.ts';
import type { PyObject, Value } from '../objects/value.ts';
import type { BlockingCall } from './blocking-call.ts';
import { loadSpecial } from './attributes.ts';
import { evaluate, loopExits } from './eval-loop.ts';
import { PyFrame, returnModes } from './frame.ts';
import type { Frame, NativeFrame } from './frame.ts';
import { resumeGenerator } from './generators.ts';
import type { Gil } from './gil.ts';
import type { Interpreter } from './interpreter.ts';
import { callSteps, invoke, markReturn, resumeNative } from './invoke.ts';
import { pushSteps } from './native-steps.ts';
import { pushOn } from './return-value.ts';
import { makeException, PyRaise, raised, Unsupported } from './raise.ts';
import { gilCosts } from './gil-costs.ts';
import type { StackOwner } from './stack-owner.ts';
import type { ThreadEntry } from './thread-entry.ts';
import { sizeOf } from './truth.ts';
import { handleException } from './unwind.ts';

/** Where the thread stands with the GIL. */
type Phase =
  /** Wants the GIL (or can go on at once where there is none). */
  | 'wants-gil'
  /** Executes Python code. */
  | 'python'
  /** In a blocking call, without the GIL. */
  | 'blocked'
  /** Has dropped the GIL on request and waits until another thread has had it. */
  | 'hand-over';

export class PyThread implements Program {
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
  /** The greenlet whose frames these are; null while nobody has asked for greenlets. */
  stackOwner: StackOwner | null = null;

  /** The opcode executed last and where: whether the thread may be switched now. */
  previousOp = NOP;
  previousAt = 0;
  /** Someone has asked for the GIL (or there is another reason to look up at the next switch point). */
  wantsPoll = false;
  budgetNs = 0;

  phase: Phase = 'wants-gil';
  /** What comes after the hand-over. */
  phaseAfterHandOver: Phase = 'wants-gil';
  isWaitingForGil = false;
  seenSwitchNumber = 0;
  /** Python's own number of the thread: get_ident(). */
  readonly ident: number;
  hasEnded = false;

  constructor(interpreter: Interpreter, entry: ThreadEntry) {
    this.interpreter = interpreter;
    this.kernel = interpreter.kernel;
    this.entry = entry;
    this.ident = interpreter.nextIdent();
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
    if (this.blocking !== null) {
      this.beginBlocking();
      return null;
    }
    try {
      if (frame === null) return this.stackIsEmpty();
      if (frame instanceof PyFrame)
        return this.kernel.steps >= this.stopAtStep ? stopHalt : this.afterLoop(evaluate(this));
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
        return stopHalt;
      case loopExits.poll:
        this.poll();
        return null;
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
    const gil = this.interpreter.gil;
    if (gil !== null && gil.holder === this) this.releaseGil(gil, gilReleaseReasons.threadExit);
    return stopExit;
  }

  // The GIL

  private leavePhase(kernelThread: Thread): Stop | null {
    switch (this.phase) {
      case 'wants-gil':
        return this.takeGil(kernelThread);
      case 'hand-over':
        return this.waitForHandOver();
      default:
        return this.proceedBlocking();
    }
  }

  private takeGil(kernelThread: Thread): Stop | null {
    const gil = this.interpreter.gil;
    if (this.interpreter.isFinalizing && this.interpreter.finalizer !== this) return stopExit;
    if (gil === null) {
      this.kernel.recordState(kernelThread, threadStates.running, -1);
      this.enterPython();
      return null;
    }
    if (gil.holder === null) {
      this.takeFree(gil, kernelThread);
      return null;
    }
    if (this.isWaitingForGil) {
      if (kernelThread.wakeReason === 'timeout' && gil.switchNumber === this.seenSwitchNumber) this.requestDrop(gil);
    } else this.kernel.record(eventKinds.gilAwaited, kernelThread.id, gil.resource, 0);
    this.isWaitingForGil = true;
    this.seenSwitchNumber = gil.switchNumber;
    return {
      kind: 'wait',
      queue: gil.waiters,
      timeoutNs: this.gilTimeoutNs(gil),
      state: threadStates.waitingForGil,
      resource: gil.resource,
    };
  }

  private takeFree(gil: Gil, kernelThread: Thread): void {
    gil.holder = this;
    this.isWaitingForGil = false;
    if (gil.lastHolder !== this) {
      gil.lastHolder = this;
      gil.switchNumber += 1;
    }
    this.wantsPoll = false;
    this.kernel.spend(gilCosts.takeNs);
    this.kernel.record(eventKinds.gilTaken, kernelThread.id, gil.resource, 0);
    this.kernel.recordState(kernelThread, threadStates.running, -1);
    this.endHandOver(gil);
    this.enterPython();
  }

  /**
   * Those who dropped the GIL on request go on. Where no core is free for them they would only run to ask for it again:
   * they are put among the waiters at once, as a wake-up that pre-empts for a moment would.
   */
  private endHandOver(gil: Gil): void {
    for (const thread of gil.handOver.waiters.slice()) {
      const other = thread.program as PyThread;
      if (this.kernel.hasIdleCore || other.phaseAfterHandOver !== 'wants-gil')
        this.kernel.wakeThread(thread, gil.resource);
      else {
        other.phase = 'wants-gil';
        other.isWaitingForGil = true;
        other.seenSwitchNumber = gil.switchNumber;
        this.kernel.requeue(thread, gil.waiters, this.gilTimeoutNs(gil));
      }
    }
  }

  private gilTimeoutNs(gil: Gil): number {
    return (
      gil.intervalNs + gilCosts.timerSlackLeastNs + this.kernel.chooser.choose('jitter', gilCosts.timerSlackSpreadNs)
    );
  }

  private requestDrop(gil: Gil): void {
    const holder = gil.holder as PyThread;
    if (holder.wantsPoll) return;
    holder.wantsPoll = true;
    this.kernel.record(eventKinds.gilDropRequested, this.kernelThread.id, gil.resource, holder.kernelThread.id);
  }

  /** The request of a waiter, at a switch point. */
  private poll(): void {
    const gil = this.interpreter.gil;
    if (gil === null || gil.holder !== this) {
      this.wantsPoll = false;
      return;
    }
    gil.forcedSwitches += 1;
    this.dropGil(gil, gilReleaseReasons.dropRequested, 'wants-gil');
  }

  private dropGil(gil: Gil, reason: number, next: Phase): void {
    const wasRequested = this.wantsPoll;
    this.wantsPoll = false;
    this.releaseGil(gil, reason);
    if (wasRequested && gil.lastHolder === this) {
      this.phase = 'hand-over';
      this.phaseAfterHandOver = next;
    } else this.phase = next;
  }

  private releaseGil(gil: Gil, reason: number): void {
    gil.holder = null;
    gil.lastHolder = this;
    this.kernel.spend(gilCosts.releaseNs);
    this.kernel.record(eventKinds.gilReleased, this.kernelThread.id, gil.resource, reason);
    const waiters = gil.waiters.waiters;
    if (waiters.length === 0) return;
    const chosen = waiters[this.kernel.chooser.choose('gil-waiter', waiters.length)] as Thread;
    this.kernel.wakeThread(chosen, gil.resource);
  }

  private waitForHandOver(): Stop | null {
    const gil = this.interpreter.gil as Gil;
    if (gil.lastHolder !== this) {
      this.phase = this.phaseAfterHandOver;
      return null;
    }
    return {
      kind: 'wait',
      queue: gil.handOver,
      timeoutNs: null,
      state: threadStates.waitingForGil,
      resource: gil.resource,
    };
  }

  // Blocking calls

  private beginBlocking(): void {
    const gil = this.interpreter.gil;
    if (gil === null) this.phase = 'blocked';
    else this.dropGil(gil, gilReleaseReasons.blockingCall, 'blocked');
  }

  private proceedBlocking(): Stop | null {
    const call = this.blocking as BlockingCall;
    const stop = call.proceed(this);
    if (stop === null) this.phase = 'wants-gil';
    return stop;
  }

  /** With the GIL in hand: the blocking call's value goes where it was called. */
  private enterPython(): void {
    this.phase = 'python';
    const call = this.blocking;
    if (call === null) return;
    this.blocking = null;
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
      throw raised('AttributeError', `'${typeOf(receiver).name}' object has no attribute '${name}'`);
    pushSteps(this, name, callSteps(this, method, value === null ? [] : [value]), returnModes.send);
    const pushed = this.frame as Frame;
    pushed.extra = target;
    return undefined;
  }

  lengthOf(value: Value): Value | undefined {
    const size = sizeOf(value);
    if (size !== null && !typeOf(value).isHeap) return size;
    const own = loadSpecial(typeOf(value), value, '__len__');
    if (own === undefined) throw raised('TypeError', `object of type '${typeOf(value).name}' has no len()`);
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

/** The compiler builds annotations as a tuple of names and values. */
function annotationsOf(value: PyTuple | PyDict): PyDict {
  if (value instanceof PyDict) return value;
  const annotations = new PyDict();
  for (let i = 0; i + 1 < value.items.length; i += 2)
    annotations.set(value.items[i] as Value, value.items[i + 1] as Value);
  return annotations;
}
