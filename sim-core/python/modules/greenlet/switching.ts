/**
 * Switching between greenlets. The call of `switch` is a native frame on the caller's stack; the stack is put aside with that frame on top
 * and another one is put in its place. So a switch may happen below any native code (a key function of `sorted`, `map`, `__init__`).
 * Models: g_switch, g_initialstub, inner_bootstrap, g_switch_finish in greenlet.cpp.
 */
import { NOP } from '../../compiler/opcodes.ts';
import { stepsEnd, stepsGoOn } from '../../objects/native-function.ts';
import type { PlainSteps } from '../../objects/native-function.ts';
import { PyDict } from '../../objects/py-dict.ts';
import type { PyException } from '../../objects/py-exception.ts';
import { PyTuple } from '../../objects/py-tuple.ts';
import type { Value } from '../../objects/value.ts';
import { loadAttribute } from '../../vm/attributes.ts';
import { invoke } from '../../vm/invoke.ts';
import { pushSteps } from '../../vm/native-steps.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { PyRaise, raised, Unsupported } from '../../vm/raise.ts';
import { exceptionOf } from '../../vm/unwind.ts';
import type { TaskStateCode } from '../../../trace/event-kind.ts';
import { taskStates } from '../../../trace/event-kind.ts';
import { listGreenlet, nameOfNew, noticeName, recordLeaving, recordState } from './greenlet-tasks.ts';
import { currentGreenlet, Greenlet, greenletErrorType, greenletExitType } from './greenlet.ts';
import type { Message } from './greenlet.ts';

/** Measured: 270 ns a switch; creating and running one to its end 7.6 µs. */
const switchNs = 240;
const startNs = 6_700;

/** Switches to `target`, which is given the message. The value of the call comes with the switch back. */
export function beginSwitch(thread: PyThread, target: Greenlet, message: Message): undefined {
  checkThread(thread, target);
  return pushSteps(thread, 'switch', new Switch(thread, target, message));
}

/** Makes the exception of a class first, which may run Python code. */
export function beginThrow(thread: PyThread, target: Greenlet, type: Value, args: readonly Value[]): undefined {
  const nothing: Message = { kind: 'values', args: [], keywords: null };
  const steps = new Switch(thread, target, nothing);
  steps.makes = { type, args };
  return pushSteps(thread, 'throw', steps);
}

function checkThread(thread: PyThread, target: Greenlet): void {
  const current = currentGreenlet(thread);
  const { main } = target;
  if (main === current.main) return;
  if (main.thread?.hasEnded === true)
    throw raised(greenletErrorType, 'cannot switch to a different thread (which happens to have exited)');
  throw raised(greenletErrorType, 'cannot switch to a different thread');
}

/** A call of switch() or throw(): leaves this stack, and goes on when it is switched to again. */
class Switch implements PlainSteps {
  private readonly thread: PyThread;
  private readonly target: Greenlet;
  private message: Message;
  private stage: 'make' | 'made' | 'leave' | 'run' | 'away' | 'traced' | 'over' = 'leave';
  private makeCall: { readonly type: Value; readonly args: readonly Value[] } | null = null;

  constructor(thread: PyThread, target: Greenlet, message: Message) {
    this.thread = thread;
    this.target = target;
    this.message = message;
  }

  set makes(call: { readonly type: Value; readonly args: readonly Value[] }) {
    this.makeCall = call;
    this.stage = 'make';
  }

  next(sent: Value): IteratorResult<undefined, Value> {
    switch (this.stage) {
      case 'make':
        return this.make();
      case 'made':
        return this.made(sent);
      case 'leave':
        return this.leave();
      case 'run':
        return this.depart(sent);
      case 'away':
        return this.arrive();
      case 'traced':
      case 'over':
        return this.settle();
    }
  }

  throw(error: unknown): IteratorResult<undefined, Value> {
    if (this.stage === 'traced') currentGreenlet(this.thread).main.tracer = null;
    throw error;
  }

  private make(): IteratorResult<undefined, Value> {
    const { type, args } = this.makeCall as { type: Value; args: readonly Value[] };
    this.stage = 'made';
    const exception = invoke(this.thread, type, args, null);
    return exception === undefined ? stepsGoOn : this.made(exception);
  }

  private made(exception: Value): IteratorResult<undefined, Value> {
    this.message = thrown(this.target, exception as PyException);
    checkThread(this.thread, this.target);
    return this.leave();
  }

  private leave(): IteratorResult<undefined, Value> {
    const real = firstAlive(this.target);
    if (real.state === 'active') return this.depart(null);
    this.stage = 'run';
    const run = runOf(this.thread, real);
    return run === undefined ? stepsGoOn : this.depart(run);
  }

  /** `run`: what a new greenlet is to call. */
  private depart(run: Value): IteratorResult<undefined, Value> {
    this.stage = 'away';
    depart(this.thread, firstAlive(this.target), this.message, run);
    return stepsGoOn;
  }

  private arrive(): IteratorResult<undefined, Value> {
    const current = currentGreenlet(this.thread);
    this.message = takeMessage(current);
    this.stage = 'traced';
    return trace(this.thread, current, this.message) ? stepsGoOn : this.settle();
  }

  private settle(): IteratorResult<undefined, Value> {
    this.stage = 'over';
    if (this.message.kind === 'exception') throw new PyRaise(this.message.exception, true);
    return stepsEnd(valueOf(this.message));
  }
}

/** The bottom of a greenlet's stack: calls what it is to run. */
class Start implements PlainSteps {
  private readonly thread: PyThread;
  private readonly greenlet: Greenlet;
  private readonly run: Value;
  private readonly message: Message;
  private stage: 'start' | 'traced' | 'running' = 'start';

  constructor(thread: PyThread, greenlet: Greenlet, run: Value, message: Message) {
    this.thread = thread;
    this.greenlet = greenlet;
    this.run = run;
    this.message = message;
  }

  next(sent: Value): IteratorResult<undefined, Value> {
    if (this.stage === 'running') return stepsEnd(sent);
    if (this.stage === 'start') {
      this.stage = 'traced';
      if (trace(this.thread, this.greenlet, this.message)) return stepsGoOn;
    }
    this.stage = 'running';
    const { message } = this;
    if (message.kind === 'exception') throw new PyRaise(message.exception, true);
    const names = [...(message.keywords?.keys() ?? [])];
    const args = [...message.args, ...(message.keywords?.values() ?? [])];
    const value = invoke(this.thread, this.run, args, names.length === 0 ? null : names);
    return value === undefined ? stepsGoOn : stepsEnd(value);
  }

  throw(error: unknown): IteratorResult<undefined, Value> {
    if (this.stage === 'traced') this.greenlet.main.tracer = null;
    throw error;
  }
}

/** The greenlet itself, or the next of its parents that has not ended. */
function firstAlive(greenlet: Greenlet): Greenlet {
  let at = greenlet;
  while (at.state === 'dead' && at.parent !== null) at = at.parent;
  return at;
}

/** What a new greenlet is to call: set at its making, or the method `run` of a class. Undefined: Python code finds out. */
function runOf(thread: PyThread, greenlet: Greenlet): Value | undefined {
  return greenlet.run ?? loadAttribute(thread, greenlet, 'run');
}

/** Puts the running stack aside and the target's in its place. */
function depart(thread: PyThread, target: Greenlet, message: Message, run: Value): void {
  const origin = currentGreenlet(thread);
  if (origin !== target) recordLeaving(thread, origin);
  origin.context = thread.context;
  origin.saved = {
    frame: thread.frame,
    depth: thread.depth,
    handled: thread.handled,
    previousOp: thread.previousOp,
    previousAt: thread.previousAt,
  };
  install(thread, target, origin, message, run);
}

// oxlint-disable-next-line max-params -- a switch is these
function install(thread: PyThread, target: Greenlet, origin: Greenlet, message: Message, run: Value): void {
  thread.kernel.spend(switchNs);
  noticeName(thread, target);
  if (target.task < 0 && !target.isHub) listGreenlet(thread, target, nameOfNew(thread), run);
  thread.stackOwner = target;
  target.origin = origin;
  thread.context = target.context;
  target.context = null;
  if (origin !== target) recordState(thread, target, taskStates.running);
  if (target.state === 'pending') {
    thread.kernel.spend(startNs);
    target.state = 'active';
    target.thread = thread;
    target.run = undefined;
    thread.frame = null;
    thread.handled = null;
    thread.previousOp = NOP;
    pushSteps(thread, 'greenlet', new Start(thread, target, run, message));
    return;
  }
  const saved = target.saved as NonNullable<Greenlet['saved']>;
  target.saved = null;
  target.message = message;
  thread.frame = saved.frame;
  thread.depth = saved.depth;
  thread.handled = saved.handled;
  thread.previousOp = saved.previousOp;
  thread.previousAt = saved.previousAt;
  thread.sent = null;
}

function takeMessage(greenlet: Greenlet): Message {
  const message = greenlet.message as Message;
  greenlet.message = null;
  return message;
}

/** Calls the tracer of settrace(); true: it is running. */
function trace(thread: PyThread, target: Greenlet, message: Message): boolean {
  const { origin } = target;
  target.origin = null;
  const { tracer } = target.main;
  if (tracer === null || origin === null) return false;
  const event = message.kind === 'exception' ? 'throw' : 'switch';
  return invoke(thread, tracer, [event, new PyTuple([origin, target])], null) === undefined;
}

/** What switch() returns: one argument as it is, several as a tuple, keywords as a dict, or both. */
function valueOf(message: Extract<Message, { kind: 'values' }>): Value {
  const values = message.args.length === 1 ? (message.args[0] as Value) : new PyTuple([...message.args]);
  if (message.keywords === null || message.keywords.size === 0) return values;
  const keywords = new PyDict();
  for (const [name, value] of message.keywords) keywords.set(name, value);
  return message.args.length === 0 ? keywords : new PyTuple([new PyTuple([...message.args]), keywords]);
}

/** The message of throw(): a dead greenlet makes a value of GreenletExit. */
export function thrown(target: Greenlet, exception: PyException): Message {
  if (target.state === 'dead' && exception.type.isSubtypeOf(greenletExitType))
    return { kind: 'values', args: [exception], keywords: null };
  return { kind: 'exception', exception };
}

/** A greenlet's run has returned or failed: its parent goes on with that, or the first of its parents that can. */
function stackEnded(thread: PyThread, greenlet: Greenlet, uncaught: PyException | null): boolean {
  if (greenlet.isMain) return false;
  let message = endMessage(thread.sent, uncaught);
  greenlet.state = 'dead';
  greenlet.saved = null;
  recordState(thread, greenlet, endStateOf(greenlet, uncaught));
  for (let parent = greenlet.parent; parent !== null; parent = parent.parent) {
    try {
      checkThread(thread, parent);
      const real = firstAlive(parent);
      const run = real.state === 'active' ? null : runOf(thread, real);
      if (run === undefined) throw new Unsupported('a parent greenlet whose run is found by Python code');
      install(thread, real, greenlet, message, run);
      return true;
    } catch (error) {
      if (error instanceof Unsupported) throw error;
      message = { kind: 'exception', exception: exceptionOf(thread, error) };
    }
  }
  throw new Unsupported('a greenlet that ends without any parent to go on');
}

function endStateOf(greenlet: Greenlet, uncaught: PyException | null): TaskStateCode {
  if (uncaught === null) return greenlet.endState;
  return uncaught.type.isSubtypeOf(greenletExitType) ? taskStates.cancelled : taskStates.failed;
}

function endMessage(value: Value, uncaught: PyException | null): Message {
  if (uncaught === null) return { kind: 'values', args: [value], keywords: null };
  if (uncaught.type.isSubtypeOf(greenletExitType)) return { kind: 'values', args: [uncaught], keywords: null };
  return { kind: 'exception', exception: uncaught };
}

Greenlet.ending = stackEnded;
