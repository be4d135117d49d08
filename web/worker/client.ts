/** The page's end of the door: starts the worker and gives its interface back, as ordinary promises. */
import { proxy, wrap } from 'comlink';
import type { Trace } from '../../sim-core/trace/trace.ts';
import type { SimulationApi, SteppedRun } from './api.ts';

export interface SimulationClient extends SimulationApi {
  /** Ends the worker; nothing may be asked afterwards. */
  dispose(): void;
}

/** `showsHash`: whether the run's fingerprint is shown on the page, as the workbench does. */
export function connectSimulation({ showsHash = true } = {}): SimulationClient {
  const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<SimulationApi>(worker);
  const shown = (trace: Trace): Trace => (showsHash ? showHash(trace) : trace);
  const shownStepped = (run: SteppedRun): SteppedRun => ({ ...run, trace: shown(run.trace) });
  return {
    check: (scenario) => remote.check(scenario),
    run: (scenario, onProgress) => remote.run(scenario, proxy(onProgress)).then(shown),
    stop: () => remote.stop(),
    continueRun: (moreSteps, onProgress) => remote.continueRun(moreSteps, proxy(onProgress)).then(shown),
    runStepped: (scenario, onProgress) => remote.runStepped(scenario, proxy(onProgress)).then(shownStepped),
    choose: (thread, count, onProgress) => remote.choose(thread, count, proxy(onProgress)).then(shownStepped),
    continueStepped: (moreSteps, onProgress) => remote.continueStepped(moreSteps, proxy(onProgress)).then(shownStepped),
    momentAt: (place) => remote.momentAt(place),
    momentNear: (fromStep, unit, direction) => remote.momentNear(fromStep, unit, direction),
    findHit: (search) => remote.findHit(search),
    findPlaces: (places) => remote.findPlaces(places),
    locksets: (fromStep, mostSteps) => remote.locksets(fromStep, mostSteps),
    sharedObjects: (step) => remote.sharedObjects(step),
    bytecodeOf: (code) => remote.bytecodeOf(code),
    executedBetween: (fromNs, toNs, limit) => remote.executedBetween(fromNs, toNs, limit),
    dispose: () => worker.terminate(),
  };
}

/** The run's fingerprint stands on the page, so that anyone can compare it with the command line's. */
function showHash(trace: Trace): Trace {
  document.documentElement.dataset['traceHash'] = trace.hash;
  return trace;
}
