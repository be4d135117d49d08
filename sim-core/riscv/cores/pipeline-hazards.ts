/**
 * Why an instruction in ID must wait.
 * Models: the hazard unit of the five-stage pipeline. The register file is written in the first half of a cycle and read in the second, so
 * a producer in WB is no hazard. Only registers that an instruction really reads count.
 */
import type { BubbleCause, Flight } from '../hart/flight.ts';
import { Kind } from '../isa/kind.ts';

export interface HazardRules {
  readonly forwarding: boolean;
  readonly branchStage: BranchStage;
}

export type BranchStage = 'ID' | 'EX' | 'MEM';

/** The flights in ID, EX and MEM of one cycle. */
export interface HazardStages {
  readonly decoding: Flight;
  readonly executing: Flight;
  readonly accessing: Flight;
}

export function hazardOf(rules: HazardRules, { decoding, executing, accessing }: HazardStages): BubbleCause | null {
  const waitsForExecuting = needs(decoding, executing);
  const waitsForAccessing = needs(decoding, accessing);
  if (!rules.forwarding) return waitsForExecuting || waitsForAccessing ? 'data-hazard' : null;
  if (waitsForExecuting && executing.instruction.isLate) return 'load-use';
  if (rules.branchStage !== 'ID' || !readsInDecode(decoding)) return null;
  return waitsForExecuting || (waitsForAccessing && accessing.instruction.isLate) ? 'branch-operand' : null;
}

/** Does the one read a register that the other will write? */
function needs(reader: Flight, writer: Flight): boolean {
  const { destination } = writer.instruction;
  if (destination === 0) return false;
  const { source1, source2 } = reader.instruction;
  return source1 === destination || source2 === destination;
}

function readsInDecode(flight: Flight): boolean {
  const { kind } = flight.instruction;
  return kind === Kind.branch || kind === Kind.jalr;
}
