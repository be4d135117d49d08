/** What the trace is told of greenlets: each is a task that runs, is suspended with the call it stands in, and ends. */
import { eventKinds, taskStates } from '../../../trace/event-kind.ts';
import type { TaskStateCode } from '../../../trace/event-kind.ts';
import { STORE_FAST, STORE_GLOBAL, STORE_NAME } from '../../compiler/opcodes.ts';
import { NativeFunction } from '../../objects/native-function.ts';
import { PyFunction } from '../../objects/py-function.ts';
import { PyInstance } from '../../objects/py-instance.ts';
import { PyMethod } from '../../objects/py-method.ts';
import { typeOf } from '../../objects/builtin-types.ts';
import type { Value } from '../../objects/value.ts';
import { PyFrame } from '../../vm/frame.ts';
import type { Frame } from '../../vm/frame.ts';
import type { PyThread } from '../../vm/py-thread.ts';
import { recordSwitchPlace } from '../../vm/switch-place.ts';
import { columnOfByte } from '../../vm/traceback/source-columns.ts';
import type { Interpreter } from '../../vm/interpreter.ts';
import { PyObject } from '../../objects/value.ts';
import type { Greenlet } from './greenlet.ts';

const mostCharacters = 60;
/** So many are shown after they have ended. */
const mostListed = 200;

/** Lists a greenlet in the trace. `run`: what it is to call, where that is known. */
export function listGreenlet(thread: PyThread, greenlet: Greenlet, name: string, run: Value): void {
  const { kernel } = thread;
  const owner = thread.stackOwner as Greenlet | null;
  const parent = owner === null || owner === greenlet ? -1 : owner.task;
  greenlet.task = kernel.recorder.task({
    kind: 'greenlet',
    name,
    functionName: functionName(run),
    thread: thread.kernelThread.id,
    parent,
  });
  kernel.record(eventKinds.taskCreated, thread.kernelThread.id, greenlet.task, parent);
  remember(thread.interpreter, greenlet);
}

const listName = 'greenlets';

/** The greenlets of the trace; of those that have ended, some. */
export function listedGreenlets(interpreter: Interpreter): readonly Greenlet[] {
  return [...((interpreter.moduleState.get(listName) as Set<Greenlet> | undefined) ?? [])];
}

function remember(interpreter: Interpreter, greenlet: Greenlet): void {
  const listed = (interpreter.moduleState.get(listName) ?? new Set<Greenlet>()) as Set<Greenlet>;
  interpreter.moduleState.set(listName, listed);
  listed.add(greenlet);
}

function forget(interpreter: Interpreter, greenlet: Greenlet): void {
  const listed = interpreter.moduleState.get(listName) as Set<Greenlet> | undefined;
  if (listed !== undefined && listed.size > mostListed) listed.delete(greenlet);
}

/** A plain greenlet goes by the variable it is about to be stored in, or by its number. */
export function nameOfNew(thread: PyThread): string {
  return targetOf(innermostOwn(thread.frame)) ?? `greenlet-${thread.kernel.recorder.tasks.length}`;
}

function targetOf(frame: PyFrame | null): string | null {
  if (frame === null) return null;
  const op = frame.code.ops[frame.pc];
  const arg = frame.code.args[frame.pc] as number;
  if (op === STORE_NAME || op === STORE_GLOBAL) return frame.code.names[arg] ?? null;
  return op === STORE_FAST ? (frame.code.source.localsPlusNames[arg] ?? null) : null;
}

export function functionName(run: Value): string {
  if (run instanceof PyFunction) return run.qualifiedName;
  if (run instanceof NativeFunction) return run.name;
  if (run instanceof PyMethod) return functionName(run.callable);
  return run === null ? '' : typeOf(run).name;
}

export function shownNameOf(thread: PyThread, greenlet: Greenlet): string {
  return greenlet.shownName === '' ? (thread.kernel.recorder.tasks[greenlet.task]?.name ?? '') : greenlet.shownName;
}

export function recordName(thread: PyThread, greenlet: Greenlet, name: string): void {
  const { kernel } = thread;
  kernel.record(eventKinds.taskRenamed, thread.kernelThread.id, greenlet.task, kernel.recorder.string(name));
}

/** gevent's greenlets can be given a name at any time. */
export function noticeName(thread: PyThread, greenlet: Greenlet): void {
  const name = greenlet.get('name');
  if (typeof name !== 'string' || name === greenlet.shownName || greenlet.task < 0) return;
  greenlet.shownName = name;
  recordName(thread, greenlet, name);
}

export function recordState(thread: PyThread, greenlet: Greenlet, state: TaskStateCode): void {
  greenlet.shownState = state;
  if (state >= taskStates.finished) forget(thread.interpreter, greenlet);
  if (greenlet.task < 0) return;
  thread.kernel.record(eventKinds.taskState, thread.kernelThread.id, greenlet.task, state);
}

/** The greenlet leaves the core to another one: ready where it only lets others go first, else suspended in the call it makes. */
export function recordLeaving(thread: PyThread, greenlet: Greenlet): void {
  if (greenlet.task < 0) return;
  for (let { frame } = thread; frame !== null; frame = frame.back)
    if (frame instanceof PyFrame) recordSwitchPlace(thread, frame);
  if (greenlet.yieldsOnly) {
    greenlet.yieldsOnly = false;
    recordState(thread, greenlet, taskStates.ready);
    return;
  }
  greenlet.awaits = callText(thread) ?? `${thread.kernel.recorder.tasks[greenlet.task]?.functionName ?? ''}()`;
  const text = thread.kernel.recorder.string(greenlet.awaits);
  thread.kernel.record(eventKinds.taskAwaits, thread.kernelThread.id, greenlet.task, text);
  recordState(thread, greenlet, taskStates.suspended);
}

function innermostOwn(top: Frame | null): PyFrame | null {
  let frame = top;
  while (frame !== null && !(frame instanceof PyFrame && !frame.code.isLibrary)) frame = frame.back;
  return frame as PyFrame | null;
}

/** The call in the person's own code that the thread stands in, as it is written there; null where there is only library code. */
function callText(thread: PyThread): string | null {
  const frame = innermostOwn(thread.frame);
  if (frame === null) return null;
  const { positions, fileName, name } = frame.code.source;
  const [line, endLine, column, endColumn] = [0, 1, 2, 3].map((i) => positions[4 * (frame.pc - 1) + i] ?? -1) as [
    number,
    number,
    number,
    number,
  ];
  const text = thread.interpreter.sourceLine(fileName, line);
  if (text === undefined || column < 0) return name;
  const end = endLine === line ? columnOfByte(text, endColumn) : text.length;
  const call = text.slice(columnOfByte(text, column), end).replace(/^(?:gevent|time)\.(?=sleep\()/, '');
  return call.length > mostCharacters ? `${call.slice(0, mostCharacters - 1)}…` : call;
}

/** The greenlet that a callback switches to, if that is what it is: `g.switch`, or `switch` of an object that keeps it as `greenlet`. */
export function greenletOf(callback: Value): Greenlet | null {
  if (!(callback instanceof PyMethod)) return null;
  const { self } = callback;
  if (isGreenlet(self)) return self;
  const waiting = self instanceof PyInstance ? self.get('greenlet') : undefined;
  return waiting !== undefined && isGreenlet(waiting) ? waiting : null;
}

/** By its field: the class itself imports this file. */
function isGreenlet(value: Value): value is Greenlet {
  return value instanceof PyObject && 'endState' in value;
}
