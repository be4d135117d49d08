/** The page's end of the CPU lab's door: starts the worker and gives its interface back, as ordinary promises. */
import { wrap } from 'comlink';
import type { RiscvApi } from './riscv-api.ts';

export interface RiscvClient extends RiscvApi {
  /** Ends the worker; nothing may be asked afterwards. */
  dispose(): void;
}

export function connectRiscv(): RiscvClient {
  const worker = new Worker(new URL('./riscv.worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<RiscvApi>(worker);
  return {
    load: (program, config, start, request) => remote.load(program, config, start, request),
    step: (unit, request) => remote.step(unit, request),
    back: (unit, request) => remote.back(unit, request),
    again: (request) => remote.again(request),
    run: (cycles, request) => remote.run(cycles, request),
    seek: (cycle, request) => remote.seek(cycle, request),
    view: (request) => remote.view(request),
    dispose: () => worker.terminate(),
  };
}
