/** The worker of the CPU lab: exposes one machine and nothing else. */
import { expose } from 'comlink';
import { assert } from '../../sim-core/base/assert.ts';
import { assemble } from '../../sim-core/riscv/assembler/assemble.ts';
import { readElf } from '../../sim-core/riscv/elf/read-elf.ts';
import { machineConfigMistake } from '../../sim-core/riscv/machine/machine-config.ts';
import type { ProgramImage } from '../../sim-core/riscv/machine/program-image.ts';
import { LabSession } from '../../sim-core/riscv/session/lab-session.ts';
import { listingOf, listingOfImage } from '../../sim-core/riscv/session/listing.ts';
import type {
  LabConfig,
  LabListingRow,
  LabLoaded,
  LabMoment,
  LabProgram,
  LabRequest,
  LabStart,
  LabStepUnit,
  RiscvApi,
} from './riscv-api.ts';

class LabWorker implements RiscvApi {
  #session: LabSession | null = null;

  load(program: LabProgram, config: LabConfig, start: LabStart, request: LabRequest): Promise<LabLoaded> {
    const plan = { config, start, request };
    return Promise.resolve(
      program.kind === 'elf' ? this.#loadElf(program.bytes, plan) : this.#loadSource(program.text, plan),
    );
  }

  step(unit: LabStepUnit, request: LabRequest): Promise<LabMoment> {
    return this.#after(request, (session) => session.step(unit, request.chosenHart));
  }

  back(unit: LabStepUnit, request: LabRequest): Promise<LabMoment> {
    return this.#after(request, (session) => session.back(unit));
  }

  again(request: LabRequest): Promise<LabMoment> {
    return this.#after(request, (session) => session.again());
  }

  run(cycles: number, request: LabRequest): Promise<LabMoment> {
    return this.#after(request, (session) => session.run(cycles));
  }

  seek(cycle: number, request: LabRequest): Promise<LabMoment> {
    return this.#after(request, (session) => session.seek(cycle));
  }

  view(request: LabRequest): Promise<LabMoment> {
    return this.#after(request, () => undefined);
  }

  #after(request: LabRequest, act: (session: LabSession) => void): Promise<LabMoment> {
    const session = this.#session;
    assert(session !== null, 'a program is loaded before it is run');
    act(session);
    return Promise.resolve(session.view(request, request.hart));
  }

  #loadSource(text: string, plan: LoadPlan): LabLoaded {
    const { value, diagnostics } = assemble(text);
    if (diagnostics.length > 0) return { ...nothing, problems: diagnostics };
    return this.#begin(value, listingOf(value), plan);
  }

  #loadElf(bytes: Uint8Array, plan: LoadPlan): LabLoaded {
    const read = readElf(bytes);
    if (read.kind === 'refused') return { ...nothing, refusal: read.reason };
    return this.#begin(read.image, listingOfImage(read.image), plan);
  }

  #begin(image: ProgramImage, listing: readonly LabListingRow[], { config, start, request }: LoadPlan): LabLoaded {
    const mistake = machineConfigMistake(config);
    if (mistake !== null) return { ...nothing, refusal: mistake };
    const session = new LabSession(image, config);
    session.open(start.cycle, start.choices);
    this.#session = session;
    return { ...nothing, listing, symbols: [...image.symbols], moment: session.view(request, request.hart) };
  }
}

interface LoadPlan {
  readonly config: LabConfig;
  readonly start: LabStart;
  readonly request: LabRequest;
}

const nothing: LabLoaded = { problems: [], refusal: null, listing: [], symbols: [], moment: null };

expose(new LabWorker());
