/** The worker of the CPU lab: exposes one machine and nothing else. */
import { expose } from 'comlink';
import { assert } from '../../sim-core/base/assert.ts';
import { assemble } from '../../sim-core/riscv/assembler/assemble.ts';
import { readElf } from '../../sim-core/riscv/elf/read-elf.ts';
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
  LabStepUnit,
  RiscvApi,
} from './riscv-api.ts';

class LabWorker implements RiscvApi {
  #session: LabSession | null = null;

  load(program: LabProgram, config: LabConfig, request: LabRequest): Promise<LabLoaded> {
    return Promise.resolve(
      program.kind === 'elf'
        ? this.#loadElf(program.bytes, config, request)
        : this.#loadSource(program.text, config, request),
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

  #loadSource(text: string, config: LabConfig, request: LabRequest): LabLoaded {
    const { value, diagnostics } = assemble(text);
    if (diagnostics.length > 0) return { problems: diagnostics, refusal: null, listing: [], symbols: [], moment: null };
    return this.#begin(value, listingOf(value), { config, request });
  }

  #loadElf(bytes: Uint8Array, config: LabConfig, request: LabRequest): LabLoaded {
    const read = readElf(bytes);
    if (read.kind === 'refused') return { problems: [], refusal: read.reason, listing: [], symbols: [], moment: null };
    return this.#begin(read.image, listingOfImage(read.image), { config, request });
  }

  #begin(
    image: ProgramImage,
    listing: readonly LabListingRow[],
    { config, request }: { config: LabConfig; request: LabRequest },
  ): LabLoaded {
    const session = new LabSession(image, config);
    this.#session = session;
    return {
      problems: [],
      refusal: null,
      listing,
      symbols: [...image.symbols],
      moment: session.view(request, request.hart),
    };
  }
}

expose(new LabWorker());
