/** The listing of a code object, with marks where the chosen Python version can switch threads. */
import { jumpOpcodes, opcodeNames } from '../python/compiler/opcodes.ts';
import { argumentText } from './argument-text.ts';
import type { LoadedCode } from '../python/objects/loaded-code.ts';
import type { SwitchPoints } from '../python/vm/switch-points.ts';
import type { BytecodeListing, BytecodeRow } from '../trace/moment.ts';

export function bytecodeListing(code: LoadedCode, polls: SwitchPoints): BytecodeListing {
  const { source } = code;
  const targets = new Set<number>();
  for (const [i, op] of source.opcodes.entries()) if (jumpOpcodes.has(op)) targets.add(source.arguments[i] as number);
  for (let row = 2; row < source.exceptionTable.length; row += 5) targets.add(source.exceptionTable[row] as number);
  const rows: BytecodeRow[] = [];
  for (const [i, op] of source.opcodes.entries()) {
    const line = source.positions[4 * i] as number;
    rows.push({
      instruction: i,
      offset: 2 * (source.offsets[i] as number),
      line: line < 0 ? null : line,
      opcodeName: opcodeNames[op] ?? `<${op}>`,
      argument: op >= 44 ? (source.arguments[i] as number) : null,
      argumentText: argumentText(source, i),
      isJumpTarget: targets.has(i),
      canSwitchAfter: polls.canSwitchAfter(op, source.arguments[i] as number),
    });
  }
  return { functionName: source.qualifiedName, fileName: source.fileName, rows };
}
