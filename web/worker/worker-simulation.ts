/** The simulation behind the door: a session that is run in short slices, so that `stop` is heard between them. */
import { transfer } from 'comlink';
import type { Scenario } from '../../sim-core/scenario/scenario.ts';
import { checkScenario } from '../../sim-core/simulation/check-scenario.ts';
import { SteppedSession } from '../../sim-core/simulation/stepped-session.ts';
import { Session } from '../../sim-core/simulation/session.ts';
import type { HitSearch } from '../../sim-core/trace/breakpoint.ts';
import type { ToldPlace } from '../../sim-core/trace/told-place.ts';
import { findPlaces } from '../../sim-core/simulation/told-places.ts';
import { createPythonParser } from '../../sim-core/python/syntax/parser.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import type { Place, RunProgress, SimulationApi, SteppedRun, StepUnit } from './api.ts';

const sliceSteps = 200_000;
/** Each bytecode of a stepped run is looked at. */
const steppedSliceSteps = 20_000;
const progressEveryMs = 100;

type ProgressListener = (progress: RunProgress) => void;

/** Lets messages in: a timer would be slowed down by the browser. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', () => {
      channel.port1.close();
      resolve();
    });
    channel.port1.start();
    channel.port2.postMessage(null);
  });
}

/** The page gets columns of its own, without a third copy on the way; the worker looks its own up when it seeks. */
function handedOver(trace: Trace): { readonly trace: Trace; readonly buffers: ArrayBuffer[] } {
  const columns = {
    timeNs: trace.timeNs.slice(),
    step: trace.step.slice(),
    kind: trace.kind.slice(),
    thread: trace.thread.slice(),
    a: trace.a.slice(),
    b: trace.b.slice(),
  };
  return { trace: { ...trace, ...columns }, buffers: Object.values(columns).map(({ buffer }) => buffer) };
}

export class WorkerSimulation implements SimulationApi {
  private readonly parser = createPythonParser();
  private session: Session | null = null;
  /** The stepped run, if the last one was such. */
  private stepped: SteppedSession | null = null;
  private isStopWanted = false;
  private searches = 0;
  private lockSearches = 0;

  check(scenario: Scenario): ReturnType<SimulationApi['check']> {
    return Promise.resolve(checkScenario(this.parser, scenario));
  }

  run(scenario: Scenario, onProgress: ProgressListener): Promise<Trace> {
    this.session = new Session(scenario, this.parser);
    return this.pump(this.session, onProgress);
  }

  stop(): Promise<void> {
    this.isStopWanted = true;
    return Promise.resolve();
  }

  continueRun(moreSteps: number, onProgress: ProgressListener): Promise<Trace> {
    const session = this.current();
    session.allow(moreSteps);
    return this.pump(session, onProgress);
  }

  runStepped(scenario: Scenario, onProgress: ProgressListener): Promise<SteppedRun> {
    const stepped = new SteppedSession(scenario, this.parser);
    this.stepped = stepped;
    this.session = stepped.session;
    return this.pumpStepped(stepped, onProgress);
  }

  choose(thread: number, count: number | null, onProgress: ProgressListener): Promise<SteppedRun> {
    const stepped = this.currentStepped();
    stepped.choose(thread, count);
    return this.pumpStepped(stepped, onProgress);
  }

  continueStepped(moreSteps: number, onProgress: ProgressListener): Promise<SteppedRun> {
    const stepped = this.currentStepped();
    stepped.allow(moreSteps);
    return this.pumpStepped(stepped, onProgress);
  }

  momentAt(place: Place): ReturnType<SimulationApi['momentAt']> {
    const session = this.current();
    return Promise.resolve('step' in place ? session.momentAtStep(place.step) : session.momentAtTime(place.timeNs));
  }

  momentNear(fromStep: number, unit: StepUnit, direction: 1 | -1): ReturnType<SimulationApi['momentNear']> {
    return Promise.resolve(this.current().momentNear(fromStep, unit, direction));
  }

  /** In slices, so that a newer search or a stop ends it. */
  async findHit(search: HitSearch): Promise<number | null> {
    const session = this.current();
    this.searches += 1;
    this.isStopWanted = false;
    const mine = this.searches;
    const slices = session.findHit(search);
    for (let slice = slices.next(); ; slice = slices.next()) {
      if (slice.done === true) return slice.value;
      await nextTurn();
      if (mine !== this.searches || session !== this.session || this.isStopWanted) return null;
    }
  }

  async findPlaces(places: readonly ToldPlace[]): ReturnType<SimulationApi['findPlaces']> {
    const session = this.current();
    const slices = findPlaces(session, places);
    for (let slice = slices.next(); ; slice = slices.next()) {
      if (slice.done === true) return slice.value;
      await nextTurn();
      if (session !== this.session) return places.map(() => null);
    }
  }

  async locksets(fromStep: number, mostSteps: number): ReturnType<SimulationApi['locksets']> {
    const session = this.current();
    this.lockSearches += 1;
    const mine = this.lockSearches;
    const slices = session.locksets(fromStep, mostSteps);
    for (let slice = slices.next(); ; slice = slices.next()) {
      if (slice.done === true) return slice.value;
      await nextTurn();
      if (mine !== this.lockSearches || session !== this.session) return null;
    }
  }

  sharedObjects(step: number): ReturnType<SimulationApi['sharedObjects']> {
    return Promise.resolve(this.current().sharedObjectsAt(step));
  }

  bytecodeOf(code: number): ReturnType<SimulationApi['bytecodeOf']> {
    return Promise.resolve(this.current().bytecodeOf(code));
  }

  executedBetween(fromNs: number, toNs: number, limit: number): ReturnType<SimulationApi['executedBetween']> {
    return Promise.resolve(this.current().executedBetween(fromNs, toNs, limit));
  }

  private current(): Session {
    if (this.session === null) throw new Error('nothing has been run yet');
    return this.session;
  }

  private currentStepped(): SteppedSession {
    if (this.stepped === null || this.stepped.session !== this.session) throw new Error('no stepped run is open');
    return this.stepped;
  }

  private async pumpStepped(stepped: SteppedSession, onProgress: ProgressListener): Promise<SteppedRun> {
    const isPaused = (): boolean => stepped.advance(steppedSliceSteps);
    await this.pumpUntil(stepped.session, isPaused, onProgress);
    const { trace, buffers } = handedOver(stepped.session.trace());
    return transfer({ trace, state: stepped.state() }, buffers);
  }

  private async pump(session: Session, onProgress: ProgressListener): Promise<Trace> {
    await this.pumpUntil(session, () => session.advance(sliceSteps), onProgress);
    const { trace, buffers } = handedOver(session.trace());
    return transfer(trace, buffers);
  }

  private async pumpUntil(session: Session, isOver: () => boolean, onProgress: ProgressListener): Promise<void> {
    this.isStopWanted = false;
    let reportedAt = performance.now();
    while (!isOver()) {
      await nextTurn();
      if (session !== this.session) break;
      if (this.isStopWanted) {
        session.stop();
        break;
      }
      if (performance.now() - reportedAt > progressEveryMs) {
        reportedAt = performance.now();
        onProgress({ steps: session.steps, timeNs: session.timeNs, outputPieces: session.outputPieces });
      }
    }
  }
}
