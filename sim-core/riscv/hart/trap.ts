/**
 * Traps: what raises them, where they lead.
 * Models: machine-mode traps (volume II, 3.1.15 and 3.3). Where no handler is installed (mtvec is zero), `ecall` asks the environment and
 * anything else stops the hart, so that a beginner's mistake is told and not executed as an endless loop at address zero.
 * Leaves out: delegation, interrupts.
 */
import { csrAddress } from './csr-file.ts';
import { callEnvironment } from './environment.ts';
import type { Flight } from './flight.ts';
import type { Hart } from './hart.ts';
import { trapCause } from './trap-cause.ts';

const exitCall = 93;

export function raise(flight: Flight, cause: number, value: number): void {
  flight.trapCause = cause;
  flight.trapValue = value;
}

/** Takes the trap that a flight has raised: into the handler, to the environment, or to the hart's end. */
export function takeTrap(hart: Hart, flight: Flight): void {
  const cause = flight.trapCause ?? trapCause.illegalInstruction;
  if (asksEnvironment(hart, cause)) {
    hart.stop = callEnvironment(hart);
    flight.nextPc = (flight.pc + 4) >>> 0;
  } else if (hart.csr.get(csrAddress.mtvec) !== 0) {
    flight.nextPc = hart.csr.enterTrap({ pc: flight.pc, cause, value: flight.trapValue });
  } else if (cause === trapCause.breakpoint) {
    hart.stop = { kind: 'breakpoint' };
  } else {
    hart.stop = { kind: 'unhandled-trap', cause, value: flight.trapValue >>> 0, pc: flight.pc };
  }
}

/** A program that speaks to `tohost` has its own handler for everything; elsewhere the exit call always works. */
function asksEnvironment(hart: Hart, cause: number): boolean {
  if (cause !== trapCause.callFromMachine && cause !== trapCause.callFromUser) return false;
  if (hart.csr.get(csrAddress.mtvec) === 0) return true;
  return hart.x[17] === exitCall && hart.surroundings.tohostAddress === null;
}
