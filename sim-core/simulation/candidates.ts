/** Who can be chosen at an open choice of a stepped run, what each would do next, and why the others cannot go on. */
import type { Thread } from '../kernel/thread.ts';
import { PyInstance } from '../python/objects/py-instance.ts';
import { PyFrame } from '../python/vm/frame.ts';
import { SpawnedEntry } from '../python/vm/spawned-entry.ts';
import type { PyThread } from '../python/vm/py-thread.ts';
import type { SyncObject } from '../python/vm/sync-object.ts';
import { opcodeNames } from '../python/compiler/opcodes.ts';
import type { AwaitedThing, Candidate, Hindrance, ScheduleConflict } from '../trace/candidate.ts';
import type { ResourceKind } from '../trace/trace.ts';
import { argumentText } from './argument-text.ts';
import { SyncTable } from './sync-table.ts';
import { pendingOperation } from './next-operation.ts';
import { nameResources } from './resource-names.ts';
import type { Simulation } from './simulation.ts';

/** All threads by their numbers. */
export function candidatesOf(simulation: Simulation): readonly Candidate[] {
  nameResources(simulation.machine);
  return simulation.kernel.threads.map((thread) => candidateOf(simulation, thread));
}

/** What the schedule wanted and cannot have; null where it merely ends here. */
export function conflictOf(simulation: Simulation): ScheduleConflict | null {
  const { scheduleChooser: chooser, kernel } = simulation;
  if (chooser === null || chooser.conflict === null) return null;
  nameResources(simulation.machine);
  const thread = kernel.threads[chooser.conflict];
  return {
    choice: chooser.position + 1,
    step: kernel.steps,
    thread: chooser.conflict,
    threadName: thread === undefined ? '' : threadNameOf(thread),
    hindrance: (thread === undefined ? null : hindranceOf(simulation, thread)) ?? { kind: 'no-such-thread' },
  };
}

function nextOf(thread: PyThread): Pick<Candidate, 'next' | 'wouldBlock'> {
  const pending = pendingOperation(thread);
  return { next: pending?.operation ?? null, wouldBlock: pending?.wouldBlock ?? false };
}

function candidateOf(simulation: Simulation, kernelThread: Thread): Candidate {
  const thread = kernelThread.program as PyThread;
  return {
    thread: kernelThread.id,
    name: threadNameOf(kernelThread),
    hindrance: hindranceOf(simulation, kernelThread),
    ranLast: simulation.stepped?.last === kernelThread,
    ...ownPlace(thread),
    ...nextOf(thread),
  };
}

/** A thread of the library has its name before it has told it to the operating system. */
export function threadNameOf(kernelThread: Thread): string {
  const { entry } = kernelThread.program as PyThread;
  const owner = entry instanceof SpawnedEntry ? entry.owner : null;
  const name = owner instanceof PyInstance ? owner.get('_name') : undefined;
  return typeof name === 'string' ? name : kernelThread.name;
}

/** Where a thread stands in the person's own code, and the bytecode it is about to execute there. */
export function ownPlace(thread: PyThread): Pick<Candidate, 'fileName' | 'line' | 'functionName' | 'bytecode'> {
  const own = ownFrame(thread);
  if (own === null) return { fileName: '', line: 0, functionName: '', bytecode: '' };
  const isAtBytecode = thread.frame === own && thread.blocking === null;
  const at = isAtBytecode ? own.pc : Math.max(0, own.pc - 1);
  const { source } = own.code;
  return {
    fileName: source.fileName,
    line: own.code.lineOf(at),
    functionName: source.qualifiedName,
    bytecode: isAtBytecode ? bytecodeText(own, at) : '',
  };
}

function bytecodeText(frame: PyFrame, at: number): string {
  const argument = argumentText(frame.code.source, at);
  const name = opcodeNames[frame.code.ops[at] as number] ?? '';
  return argument === '' ? name : `${name} ${argument}`;
}

/** The innermost frame of the person's own code. */
function ownFrame(thread: PyThread): PyFrame | null {
  for (let frame = thread.frame; frame !== null; frame = frame.back)
    if (frame instanceof PyFrame && !frame.code.isLibrary) return frame;
  return null;
}

/** Why a thread cannot go on; null if it can. */
export function hindranceOf(simulation: Simulation, kernelThread: Thread): Hindrance | null {
  const thread = kernelThread.program as PyThread;
  if (kernelThread.runState === 'X' || kernelThread.runState === 'Z') return { kind: 'finished' };
  if (kernelThread.runState === 'R' && !thread.wouldWait()) return null;
  const untilNs = kernelThread.timer?.dueNs ?? null;
  const isInQueue = kernelThread.queue !== null;
  if (!isInQueue && untilNs !== null && kernelThread.runState === 'S') return { kind: 'sleeping', untilNs };
  const resource = isInQueue ? kernelThread.awaitedResource : (contested(thread)?.resource ?? -1);
  return { kind: 'waiting', untilNs, ...wordsFor(simulation, thread, resource) };
}

/** What another thread has taken in between. */
function contested(thread: PyThread): SyncObject | null {
  const call = thread.blocking as { readonly lock?: SyncObject; readonly handle?: SyncObject } | null;
  return call?.lock ?? call?.handle ?? null;
}

const things: Readonly<Partial<Record<ResourceKind, AwaitedThing>>> = {
  lock: 'lock',
  rlock: 'lock',
  condition: 'condition',
  semaphore: 'semaphore',
  event: 'event',
  barrier: 'barrier',
  'thread-end': 'join',
  stdin: 'input',
};

function wordsFor(
  simulation: Simulation,
  thread: PyThread,
  index: number,
): Pick<Hindrance & { kind: 'waiting' }, 'thing' | 'name' | 'heldBy'> {
  const resource = simulation.recorder.resources[index];
  if (resource === undefined) return { thing: 'other', name: '', heldBy: [] };
  const { kind, name } = resource;
  if (kind === 'queue') return { thing: isPutting(thread) ? 'queue-full' : 'queue-empty', name, heldBy: [] };
  const started = /^start of (.*)$/.exec(name)?.[1];
  if (started !== undefined) return { thing: 'start', name: started, heldBy: [] };
  const thing = things[kind] ?? 'other';
  if (thing !== 'lock') return { thing, name, heldBy: [] };
  const givers = new SyncTable(simulation.machine).givers(index);
  return { thing, name, heldBy: givers.map(({ kernelThread }) => threadNameOf(kernelThread)) };
}

function isPutting(thread: PyThread): boolean {
  for (let frame = thread.frame; frame instanceof PyFrame && frame.code.isLibrary; frame = frame.back)
    if (frame.code.source.name === 'put') return true;
  return false;
}
