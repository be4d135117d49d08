/** What can be seen of a machine that stands still: every thread with its frames, variables, what it holds and waits for. */
import { PyCell } from '../python/objects/py-cell.ts';
import type { PyDict } from '../python/objects/py-dict.ts';
import { PyModule } from '../python/objects/py-module.ts';
import type { Value } from '../python/objects/value.ts';
import { PyFrame } from '../python/vm/frame.ts';
import type { Frame } from '../python/vm/frame.ts';
import type { Interpreter } from '../python/vm/interpreter.ts';
import type { PyThread } from '../python/vm/py-thread.ts';
import type {
  FrameMoment,
  Moment,
  ProcessMoment,
  ResourceMoment,
  StepFact,
  ThreadMoment,
  Variable,
} from '../trace/moment.ts';
import type { TaskMoment } from '../trace/task.ts';
import type { TraceResource } from '../trace/trace.ts';
import { loopMoments, taskMoments } from './task-moments.ts';
import { momentResources } from './moment-resources.ts';
import { greenletMoments, hubMoments } from './greenlet-moments.ts';
import type { Simulation } from './simulation.ts';
import { SyncTable } from './sync-table.ts';
import { stateOf, waitOf } from './thread-moment-state.ts';
import { isMutable, variableRole, variableText } from './variable-text.ts';

const mostVariables = 200;
const mostFrames = 100;

/** The texts of all variables in view, by where they are: to tell which a step has changed. */
export type VariableTexts = ReadonlyMap<string, string>;

export interface MomentParts {
  readonly justDone: StepFact | null;
  /** The texts one step earlier. */
  readonly before: VariableTexts | null;
  /** The finished run's resources: their names are better than those known half-way. */
  readonly resources: readonly TraceResource[];
}

export function buildMoment(simulation: Simulation, parts: MomentParts): Moment {
  return new MomentBuilder(simulation, parts).build();
}

/** The texts as `buildMoment` of the next step wants them. */
export function variableTexts(simulation: Simulation): VariableTexts {
  const builder = new MomentBuilder(simulation, { justDone: null, before: null, resources: [] });
  builder.build();
  return builder.texts;
}

/** The thread whose bytecode comes next, or null. */
export function nextThread(simulation: Simulation): PyThread | null {
  const { halted } = simulation.kernel;
  const threads = simulation.machine.interpreters.flatMap((interpreter) => interpreter.threads);
  if (simulation.outcome !== null) return null;
  const stopped = threads.find((thread) => thread.kernelThread === halted) ?? null;
  return stopped ?? threads.find((thread) => thread.phase === 'python' && thread.kernelThread.core !== null) ?? null;
}

class MomentBuilder {
  readonly texts = new Map<string, string>();
  private readonly identities = new Map<object, number>();
  private readonly simulation: Simulation;
  private readonly parts: MomentParts;
  private readonly table: SyncTable;
  private readonly daemons = new Set<PyThread>();

  constructor(simulation: Simulation, parts: MomentParts) {
    this.simulation = simulation;
    this.parts = parts;
    this.table = new SyncTable(simulation.machine);
    for (const { daemonHandles } of simulation.machine.interpreters)
      for (const { thread } of daemonHandles) if (thread !== null) this.daemons.add(thread);
  }

  build(): Moment {
    const { kernel, machine } = this.simulation;
    const next = nextThread(this.simulation);
    return {
      step: kernel.steps,
      timeNs: kernel.now,
      eventCount: kernel.recorder.length,
      nextThread: next === null ? null : next.kernelThread.id,
      justDone: this.parts.justDone,
      processes: machine.interpreters.map((interpreter) => this.process(interpreter)),
      threads: kernel.threads.map((_, id) => this.thread(id)),
      resources: machine.interpreters.flatMap((interpreter) => this.resources(interpreter)),
      tasks: machine.interpreters.flatMap((interpreter) => [
        ...this.tasks(interpreter),
        ...greenletMoments(interpreter, (thread, top, place) => this.frames(thread, top, place)),
      ]),
      loops: machine.interpreters.flatMap((interpreter) => [...loopMoments(interpreter), ...hubMoments(interpreter)]),
    };
  }

  private tasks(interpreter: Interpreter): TaskMoment[] {
    const viewer = this.anyThread(interpreter);
    return viewer === null ? [] : taskMoments(interpreter, (frame, task) => this.frame(viewer, frame, `k${task}`));
  }

  private process(interpreter: Interpreter): ProcessMoment {
    const main = interpreter.modules.getText('__main__');
    const thread = this.anyThread(interpreter);
    const globals =
      main instanceof PyModule && thread !== null
        ? this.namespace(thread, main.dict, `g${interpreter.process.id}`)
        : [];
    return {
      id: interpreter.process.id,
      name: interpreter.process.name,
      exitStatus: interpreter.process.exitStatus,
      globals,
    };
  }

  private resources(interpreter: Interpreter): ResourceMoment[] {
    const known = this.parts.resources.length > 0 ? this.parts.resources : interpreter.kernel.recorder.resources;
    return momentResources({ interpreter, table: this.table, known, viewer: this.anyThread(interpreter) });
  }

  /** A thread is only needed to show values with; one that has ended does too. */
  private anyThread(interpreter: Interpreter): PyThread | null {
    return interpreter.threads[0] ?? (interpreter.process.threads[0]?.program as PyThread | undefined) ?? null;
  }

  private namespace(thread: PyThread, dict: PyDict, place: string): Variable[] {
    const variables: Variable[] = [];
    for (const entry of dict.items()) {
      if (typeof entry.key !== 'string' || (entry.key.startsWith('__') && entry.key.endsWith('__'))) continue;
      variables.push(this.variable(thread, entry.key, entry.value as Value, place));
      if (variables.length >= mostVariables) break;
    }
    return [
      ...variables.filter((variable) => variable.role === 'value'),
      ...variables.filter((variable) => variable.role !== 'value'),
    ];
  }

  private variable(thread: PyThread, name: string, value: Value, place: string): Variable {
    const text = variableText(thread, value);
    const key = `${place}/${name}`;
    this.texts.set(key, text);
    const before = this.parts.before;
    return {
      name,
      type: value === null ? 'NoneType' : typeNameOf(value),
      text,
      hasChanged: before !== null && before.get(key) !== text,
      role: variableRole(value),
      identity: isMutable(value) ? this.identityOf(value as Value & object) : null,
    };
  }

  /** A number of this moment's own: looking at an object must not give it an address. */
  private identityOf(object: object): number {
    const known = this.identities.get(object);
    if (known !== undefined) return known;
    this.identities.set(object, this.identities.size + 1);
    return this.identities.size;
  }

  private thread(id: number): ThreadMoment {
    const kernelThread = this.simulation.kernel.threads[id] as Simulation['kernel']['threads'][number];
    const thread = kernelThread.program as PyThread;
    const gil = thread.interpreter.gil;
    return {
      id,
      process: kernelThread.process.id,
      name: kernelThread.name,
      isDaemon: this.daemons.has(thread),
      state: stateOf(thread),
      core: kernelThread.core?.id ?? null,
      hasGil: gil !== null && gil.holder === thread,
      waitsFor: waitOf(thread),
      holds: this.table.heldBy(thread),
      frames: this.frames(thread, thread.frame, `t${thread.kernelThread.id}`),
    };
  }

  private frames(thread: PyThread, top: Frame | null, stack: string): FrameMoment[] {
    const frames: FrameMoment[] = [];
    for (let frame = top; frame !== null && frames.length < mostFrames; frame = frame.back) {
      if (frame instanceof PyFrame) frames.push(this.frame(thread, frame, stack));
    }
    return frames;
  }

  private frame(thread: PyThread, frame: PyFrame, owner = `t${thread.kernelThread.id}`): FrameMoment {
    const isInnermost = frame === thread.frame;
    const at = isInnermost && thread.blocking === null ? frame.pc : Math.max(0, frame.pc - 1);
    const place = `${owner}/${frameDepth(frame)}/${frame.code.key}`;
    return {
      functionName: frame.code.source.qualifiedName,
      fileName: frame.code.source.fileName,
      line: frame.code.lineOf(at),
      isLibrary: frame.code.isLibrary,
      locals: frame.namespace === frame.globals ? [] : this.locals(thread, frame, place),
      code: frame.code.key,
      instruction: at,
    };
  }

  private locals(thread: PyThread, frame: PyFrame, place: string): Variable[] {
    if (frame.namespace !== null) return this.namespace(thread, frame.namespace, place);
    const variables: Variable[] = [];
    for (const [i, name] of frame.code.source.localsPlusNames.entries()) {
      const slot = frame.slots[i];
      const value = slot instanceof PyCell ? slot.content : slot;
      if (value !== undefined && !name.startsWith('.')) variables.push(this.variable(thread, name, value, place));
    }
    return variables;
  }
}

function typeNameOf(value: Exclude<Value, null>): string {
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return 'int';
    case 'string':
      return 'str';
    case 'boolean':
      return 'bool';
    default:
      return value.type.name;
  }
}

function frameDepth(frame: PyFrame): number {
  let depth = 0;
  for (let at = frame.back; at !== null; at = at.back) depth += 1;
  return depth;
}
