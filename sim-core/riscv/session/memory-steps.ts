/** The transfers of loads, stores and atomics. */
import { Kind } from '../isa/kind.ts';
import { calculate, writeRegister } from './micro-script.ts';
import type { Scene } from './micro-script.ts';

export function access(scene: Scene): void {
  const { flight, script } = scene;
  const { kind, immediate } = flight.instruction;
  const { address } = flight;
  calculate(scene, 'ALUOut ← A + imm', { a: flight.a, b: immediate, result: address });
  script.enter('memory', 4);
  script.add('MAR ← ALUOut', {
    value: address,
    parts: ['aluOut', 'bus', 'mar', 'addressBus'],
    wires: [
      ['out-bus', address],
      ['bus-mar', address],
      ['mar-address', address],
    ],
    holds: [['mar', address]],
  });
  if (kind === Kind.store) return write(scene, flight.b, 'M[MAR] ← B');
  if (kind === Kind.storeConditional) return writeConditionally(scene);
  const value = read(scene);
  if (kind === Kind.amo) {
    const result = flight.instruction.row.compute(value, flight.b);
    script.enter('memory', 5);
    write(scene, result, `M[MAR] ← ${flight.instruction.row.mnemonic.replace('.w', '')}(MDR, B)`);
    script.enter('write-back', 6);
    return writeRegister(scene, 'MDR', value);
  }
  script.enter('write-back', 5);
  writeRegister(scene, 'MDR', value);
}

function read({ flight, hart, script }: Scene): number {
  const { bytes, isSigned, mnemonic } = flight.instruction.row;
  const raw = hart.port.read(flight.address, bytes);
  const shift = 32 - 8 * bytes;
  const value = isSigned ? (raw << shift) >> shift : raw;
  const isReserving = mnemonic === 'lr.w';
  script.add(isReserving ? 'MDR ← M[MAR], reserve' : 'MDR ← M[MAR]', {
    value,
    parts: ['memory', 'cache', 'controlBus', 'dataBus', 'mdr'],
    wires: [
      ['matrix-control', 0],
      ['data-mdr', value],
    ],
    holds: [['mdr', value]],
  });
  return value;
}

function write({ script }: Scene, value: number, transfer: string): void {
  script.add(transfer, {
    value,
    parts: ['b', 'bus', 'mdr', 'controlBus', 'dataBus', 'cache', 'memory'],
    wires: [
      ['bus-mdr', value],
      ['matrix-control', 1],
      ['mdr-data', value],
    ],
    holds: [['mdr', value]],
  });
}

function writeConditionally(scene: Scene): void {
  const { flight, hart, script } = scene;
  const succeeds = hart.surroundings.reservations.holds(hart.id, flight.address);
  if (succeeds) write(scene, flight.b, 'M[MAR] ← B');
  else script.add('reservation lost', { parts: ['cache', 'controller'] });
  script.enter('write-back', 5);
  writeRegister(scene, 'MDR', succeeds ? 0 : 1);
}
