/** The boxes and wires of the textbook machine, as the picture and its texts name them. */
export type PartId =
  | 'pc'
  | 'adder'
  | 'ir'
  | 'decoder'
  | 'immediate'
  | 'controller'
  | 'clock'
  | 'beats'
  | 'matrix'
  | 'reset'
  | 'startStop'
  | 'bus'
  | 'a'
  | 'b'
  | 'alu'
  | 'aluOut'
  | 'registers'
  | 'cache'
  | 'mar'
  | 'mdr'
  | 'addressBus'
  | 'dataBus'
  | 'controlBus'
  | 'memory';

/** From one box to another. */
export type WireId =
  | 'pc-bus'
  | 'bus-pc'
  | 'pc-adder'
  | 'adder-pc'
  | 'bus-ir'
  | 'ir-decoder'
  | 'ir-immediate'
  | 'immediate-bus'
  | 'decoder-controller'
  | 'matrix-control'
  | 'bus-a'
  | 'bus-b'
  | 'a-alu'
  | 'b-alu'
  | 'alu-out'
  | 'out-bus'
  | 'registers-bus'
  | 'bus-registers'
  | 'bus-mar'
  | 'mar-address'
  | 'bus-mdr'
  | 'mdr-bus'
  | 'mdr-data'
  | 'data-mdr';

export type Phase = 'fetch' | 'decode' | 'execute' | 'memory' | 'write-back';

/** One register transfer: the smallest thing that one can see happen. */
export interface MicroStep {
  /** The beat of the multi-cycle machine in which it happens, from 1. */
  readonly beat: number;
  readonly phase: Phase;
  /** In the notation of textbooks: 'IR ← M[MAR]'. */
  readonly transfer: string;
  /** The value that moved; null where none did. */
  readonly value: number | null;
  readonly parts: readonly PartId[];
  readonly wires: readonly (readonly [WireId, number])[];
  /** What boxes hold from now on. */
  readonly holds: readonly (readonly [PartId, number])[];
  /** The clock went on, but the block of memory had not come. */
  readonly isWait: boolean;
}
