/**
 * The EX stage: what each instruction computes from its operands. Every timing face calls this one table.
 * Models: the semantics of RV32I and M; a jump to an address that is no multiple of four raises its trap on the jump itself.
 */
import type { Flight } from './flight.ts';
import { raise } from './trap.ts';
import { trapCause } from './trap-cause.ts';

type Stage = (flight: Flight) => void;

function nothing(): void {
  // The work of these instructions is done in MEM.
}

function computeRegisters(flight: Flight): void {
  flight.result = flight.instruction.row.compute(flight.a, flight.b);
}

function computeImmediate(flight: Flight): void {
  flight.result = flight.instruction.row.compute(flight.a, flight.instruction.immediate);
}

function loadUpper(flight: Flight): void {
  flight.result = flight.instruction.immediate;
}

function addUpperToPc(flight: Flight): void {
  flight.result = (flight.pc + flight.instruction.immediate) | 0;
}

function jump(flight: Flight): void {
  flight.result = (flight.pc + 4) | 0;
  goTo(flight, flight.pc + flight.instruction.immediate);
}

function jumpRegister(flight: Flight): void {
  flight.result = (flight.pc + 4) | 0;
  goTo(flight, (flight.a + flight.instruction.immediate) & ~1);
}

function branch(flight: Flight): void {
  flight.result = flight.instruction.row.compute(flight.a, flight.b);
  if (flight.result !== 0) goTo(flight, flight.pc + flight.instruction.immediate);
}

function addressOf(flight: Flight): void {
  flight.address = (flight.a + flight.instruction.immediate) >>> 0;
}

function goTo(flight: Flight, target: number): void {
  if ((target & 3) === 0) flight.nextPc = target >>> 0;
  else raise(flight, trapCause.misalignedFetch, target);
}

/** In the order of `Kind`. */
const stageOfKind: readonly Stage[] = [
  computeRegisters,
  computeImmediate,
  loadUpper,
  addUpperToPc,
  jump,
  jumpRegister,
  branch,
  nothing, // fence
  addressOf, // load
  addressOf, // store
  addressOf, // lr
  addressOf, // sc
  addressOf, // amo
  nothing, // csr
  nothing, // csr immediate
  nothing, // ecall
  nothing, // ebreak
  nothing, // mret
  nothing, // fence.i
  nothing, // illegal
];

export function execute(flight: Flight): void {
  (stageOfKind[flight.instruction.kind] as Stage)(flight);
}
