/** The page's end of the door: starts the worker and gives its interface back, as ordinary promises. */
import { proxy, wrap } from 'comlink';
import type { SimulationApi } from './api.ts';

export interface SimulationClient extends SimulationApi {
  /** Ends the worker; nothing may be asked afterwards. */
  dispose(): void;
}

export function connectSimulation(): SimulationClient {
  const worker = new Worker(new URL('./simulation.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<SimulationApi>(worker);
  return {
    check: (scenario) => remote.check(scenario),
    run: (scenario, onProgress) => remote.run(scenario, proxy(onProgress)),
    stop: () => remote.stop(),
    continueRun: (moreSteps, onProgress) => remote.continueRun(moreSteps, proxy(onProgress)),
    momentAt: (place) => remote.momentAt(place),
    momentNear: (fromStep, unit, direction) => remote.momentNear(fromStep, unit, direction),
    bytecodeOf: (code) => remote.bytecodeOf(code),
    executedBetween: (fromNs, toNs, limit) => remote.executedBetween(fromNs, toNs, limit),
    dispose: () => worker.terminate(),
  };
}
