/**
 * What `ecall` does when the program has no trap handler.
 * Models: exit (93) and write (64) as Linux numbers them; print integer (1), string (4) and character (11) and exit (10) as RARS and Venus do.
 * Leaves out: every other call, which stops the hart with its trap.
 */
import type { Hart, HartStop } from './hart.ts';
import { trapCause } from './trap-cause.ts';

const longestString = 65536;

/** Serves the call in a7; the answer is how the hart ended, or null if it goes on. */
export function callEnvironment(hart: Hart): HartStop | null {
  const [argument = 0, address = 0, length = 0] = hart.x.subarray(10, 13);
  const call = hart.x[17] ?? 0;
  switch (call) {
    case 93:
      return { kind: 'exit', code: argument };
    case 10:
      return { kind: 'exit', code: 0 };
    case 1:
      return print(hart, String(argument));
    case 4:
      return print(hart, textAt(hart, argument, null));
    case 11:
      return print(hart, String.fromCharCode(argument & 0xff));
    case 64:
      hart.x[10] = length;
      return print(hart, textAt(hart, address, Math.min(length >>> 0, longestString)));
    default:
      return { kind: 'unhandled-trap', cause: trapCause.callFromMachine, value: call, pc: hart.pc };
  }
}

function print(hart: Hart, text: string): null {
  hart.surroundings.output += text;
  return null;
}

function textAt(hart: Hart, address: number, length: number | null): string {
  const bytes: number[] = [];
  for (let i = 0; i < (length ?? longestString); i += 1) {
    const byte = hart.port.read((address + i) >>> 0, 1);
    if (byte === 0 && length === null) break;
    bytes.push(byte);
  }
  return decodeUtf8(bytes);
}

/** The core has no TextDecoder: percent-encoding does the same for well-formed UTF-8. */
function decodeUtf8(bytes: readonly number[]): string {
  const escaped = bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
  try {
    return decodeURIComponent(escaped);
  } catch {
    return String.fromCharCode(...bytes);
  }
}
