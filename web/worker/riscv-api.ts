/** The door to the CPU machine: what the CPU lab may ask. Every argument and result is structured-cloneable. */
import type { AssemblyDiagnostic } from '../../sim-core/riscv/assembler/assembly-diagnostic.ts';
import type { MachineConfig } from '../../sim-core/riscv/machine/machine-config.ts';
import type { StepUnit } from '../../sim-core/riscv/session/lab-session.ts';
import type { LabView } from '../../sim-core/riscv/session/lab-view.ts';
import type { ListingRow } from '../../sim-core/riscv/session/listing.ts';

export interface RiscvApi {
  /** Assembles a text, or reads an ELF file, and puts it on a machine of this kind. */
  load(program: LabProgram, config: LabConfig, start: LabStart, request: LabRequest): Promise<LabLoaded>;
  step(unit: LabStepUnit, request: LabRequest): Promise<LabMoment>;
  back(unit: LabStepUnit, request: LabRequest): Promise<LabMoment>;
  /** To the beginning of the instruction that is shown. */
  again(request: LabRequest): Promise<LabMoment>;
  /** Many cycles at once. */
  run(cycles: number, request: LabRequest): Promise<LabMoment>;
  seek(cycle: number, request: LabRequest): Promise<LabMoment>;
  view(request: LabRequest): Promise<LabMoment>;
}

export type LabConfig = MachineConfig;
export type LabMoment = LabView;
export type LabStepUnit = StepUnit;
export type LabListingRow = ListingRow;

export type LabProgram =
  | { readonly kind: 'source'; readonly text: string }
  | { readonly kind: 'elf'; readonly bytes: Uint8Array };

/** Where to begin: a cycle of an earlier walk, and the harts that were chosen by hand on the way. */
export interface LabStart {
  readonly cycle: number;
  readonly choices: readonly (number | null)[];
}

/** What of the machine is looked at. */
export interface LabRequest {
  readonly hart: number;
  /** The hart that a person chose to go on, where they are interleaved by hand. */
  readonly chosenHart: number | null;
  readonly windows: readonly { readonly address: number; readonly words: number }[];
}

export interface LabLoaded {
  readonly problems: readonly AssemblyDiagnostic[];
  /** Why a file is no program for this machine, or a machine cannot be built so; null if all is well. */
  readonly refusal: string | null;
  readonly listing: readonly LabListingRow[];
  readonly symbols: readonly (readonly [name: string, address: number])[];
  /** Null if nothing could be loaded. */
  readonly moment: LabMoment | null;
}
