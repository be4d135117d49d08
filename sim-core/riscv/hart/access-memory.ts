/**
 * The MEM stage: loads, stores, atomics, CSRs and everything that changes the mode of the hart. What is older has passed it, what is
 * younger has not: an instruction takes effect here and nowhere else, so that traps are precise in every timing face.
 * Models: RV32I loads and stores, A (all memory accesses of a hart are in program order), Zicsr, mret, ecall, ebreak, fence.i.
 */
import { Kind } from '../isa/kind.ts';
import type { Flight } from './flight.ts';
import type { Hart } from './hart.ts';
import { raise, takeTrap } from './trap.ts';
import { trapCause } from './trap-cause.ts';

type Stage = (flight: Flight, hart: Hart) => void;

function nothing(): void {
  // Done in EX.
}

function load(flight: Flight, hart: Hart): void {
  const { bytes, isSigned } = flight.instruction.row;
  if (isMisaligned(flight, hart)) return raise(flight, trapCause.misalignedLoad, flight.address);
  const raw = hart.port.read(flight.address, bytes);
  const shift = 32 - 8 * bytes;
  flight.result = isSigned ? (raw << shift) >> shift : raw;
}

function store(flight: Flight, hart: Hart): void {
  if (isMisaligned(flight, hart)) raise(flight, trapCause.misalignedStore, flight.address);
  else writeWord(flight, hart, flight.b);
}

function loadReserved(flight: Flight, hart: Hart): void {
  if ((flight.address & 3) !== 0) return raise(flight, trapCause.misalignedLoad, flight.address);
  flight.result = hart.port.read(flight.address, 4);
  hart.surroundings.reservations.reserve(hart.id, flight.address);
}

function storeConditional(flight: Flight, hart: Hart): void {
  if ((flight.address & 3) !== 0) return raise(flight, trapCause.misalignedStore, flight.address);
  const succeeds = hart.surroundings.reservations.holds(hart.id, flight.address);
  if (succeeds) writeWord(flight, hart, flight.b);
  hart.surroundings.reservations.release(hart.id);
  flight.result = succeeds ? 0 : 1;
}

function atomicOperation(flight: Flight, hart: Hart): void {
  if ((flight.address & 3) !== 0) return raise(flight, trapCause.misalignedStore, flight.address);
  const old = hart.port.read(flight.address, 4);
  writeWord(flight, hart, flight.instruction.row.compute(old, flight.b));
  flight.result = old;
}

function accessCsr(flight: Flight, hart: Hart): void {
  const { kind, rs1, immediate, word } = flight.instruction;
  const action = (word >>> 12) & 3;
  const isWrite = action === 1 || rs1 !== 0;
  const address = immediate & 0xfff;
  if (!hart.csr.isAllowed(address, isWrite)) return raise(flight, trapCause.illegalInstruction, word);
  const old = hart.csr.get(address);
  const operand = kind === Kind.csrImmediate ? rs1 : flight.a;
  if (isWrite) hart.csr.set(address, action === 1 ? operand : action === 2 ? old | operand : old & ~operand);
  flight.result = old;
}

function call(flight: Flight, hart: Hart): void {
  raise(flight, hart.csr.privilege === 3 ? trapCause.callFromMachine : trapCause.callFromUser, 0);
}

function pause(flight: Flight): void {
  raise(flight, trapCause.breakpoint, flight.pc);
}

function returnFromTrap(flight: Flight, hart: Hart): void {
  if (hart.csr.privilege === 3) flight.nextPc = hart.csr.leaveTrap();
  else refuse(flight);
}

function synchronize(_flight: Flight, hart: Hart): void {
  hart.port.synchronizeInstructions();
}

function refuse(flight: Flight): void {
  raise(flight, trapCause.illegalInstruction, flight.instruction.word);
}

/** In the order of `Kind`. */
const stageOfKind: readonly Stage[] = [
  nothing, // alu
  nothing, // alu immediate
  nothing, // lui
  nothing, // auipc
  nothing, // jal
  nothing, // jalr
  nothing, // branch
  nothing, // fence: one hart's accesses are in order anyway
  load,
  store,
  loadReserved,
  storeConditional,
  atomicOperation,
  accessCsr,
  accessCsr,
  call,
  pause,
  returnFromTrap,
  synchronize,
  refuse,
];

/** May the instruction act on memory in this cycle? Asked once a cycle until the answer is yes. */
export function memoryIsReady(flight: Flight, hart: Hart): boolean {
  const { kind, row } = flight.instruction;
  if (kind < Kind.load || kind > Kind.amo || flight.trapCause !== null) return true;
  if (isMisaligned(flight, hart)) return true;
  if (kind === Kind.storeConditional && !hart.surroundings.reservations.holds(hart.id, flight.address)) {
    hart.port.cancelData();
    return true;
  }
  return hart.port.dataIsReady(flight.address, row.bytes, kind !== Kind.load && kind !== Kind.loadReserved);
}

/** Does what MEM does, and takes the trap if one was raised. */
export function accessMemory(flight: Flight, hart: Hart): void {
  if (flight.trapCause === null) (stageOfKind[flight.instruction.kind] as Stage)(flight, hart);
  if (flight.trapCause !== null) takeTrap(hart, flight);
}

function isMisaligned(flight: Flight, hart: Hart): boolean {
  const { kind, row } = flight.instruction;
  const canSplit = kind <= Kind.store && !hart.surroundings.trapsMisaligned;
  return (flight.address & (row.bytes - 1)) !== 0 && !canSplit;
}

function writeWord(flight: Flight, hart: Hart, value: number): void {
  const { surroundings } = hart;
  const { bytes } = flight.instruction.row;
  hart.port.write(flight.address, bytes, value);
  surroundings.reservations.storeBy(hart.id, flight.address, bytes);
  if (flight.address === surroundings.tohostAddress && value !== 0) surroundings.tohostValue = value;
}
