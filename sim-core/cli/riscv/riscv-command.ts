/**
 * `lockstep riscv`: runs a RISC-V program without a page.
 * Exit codes: the program's own (exit call, `tohost`), 1 where a trap had no handler, 64 wrong usage or a program that does not assemble,
 * 71 at the limit of cycles.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { assemble } from '../../riscv/assembler/assemble.ts';
import type { AssemblyDiagnostic } from '../../riscv/assembler/assembly-diagnostic.ts';
import { isElf, readElf } from '../../riscv/elf/read-elf.ts';
import type { HartStop } from '../../riscv/hart/hart.ts';
import { disassemble } from '../../riscv/isa/disassemble.ts';
import { Machine } from '../../riscv/machine/machine.ts';
import type { ProgramImage } from '../../riscv/machine/program-image.ts';
import { signatureOf } from '../../riscv/machine/signature.ts';
import { statisticsOf } from '../../riscv/machine/statistics.ts';
import { readOptions, riscvUsage } from './riscv-options.ts';
import type { RiscvOptions } from './riscv-options.ts';

const exitCode = { trap: 1, usage: 64, limit: 71 } as const;

const trapNames: Readonly<Record<number, string>> = {
  0: 'a jump to an address that is no multiple of four',
  2: 'an instruction that does not exist',
  4: 'a misaligned load',
  6: 'a misaligned store',
  8: 'an environment call that is not known',
  11: 'an environment call that is not known',
};

export function runRiscvCommand(args: string[]): number {
  const read = readOptions(args);
  switch (read.kind) {
    case 'help':
      process.stdout.write(`${riscvUsage}\n`);
      return 0;
    case 'wrong':
      complain(read.reason);
      process.stderr.write(`${riscvUsage}\n`);
      return exitCode.usage;
    case 'options':
      return runFile(read.options);
  }
}

function runFile(options: RiscvOptions): number {
  const image = imageOf(options.file);
  if (image === null) return exitCode.usage;
  const machine = new Machine(image, options.config);
  machine.run(options.maxCycles);
  process.stdout.write(machine.surroundings.output);
  writeResults(machine, options);
  return finish(machine, options);
}

function imageOf(file: string): ProgramImage | null {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(readFileSync(file));
  } catch (error) {
    complain(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
  if (isElf(bytes)) {
    const read = readElf(bytes);
    if (read.kind === 'image') return read.image;
    complain(`${file}: ${read.reason}`);
    return null;
  }
  const { value, diagnostics } = assemble(new TextDecoder().decode(bytes));
  for (const diagnostic of diagnostics) complain(`${file}:${textOf(diagnostic)}`);
  return diagnostics.length === 0 ? value : null;
}

/** Line and column from 1, as compilers print them. */
function textOf({ start, message, hint }: AssemblyDiagnostic): string {
  return `${start.line}:${start.column + 1}: ${message}${hint === null ? '' : ` (${hint})`}`;
}

function writeResults(machine: Machine, { statsFile, signatureFile, printsJson, config }: RiscvOptions): void {
  const outcome = machine.harts.map((hart) => hart.stop);
  const json = `${JSON.stringify({ model: config.model, ...statisticsOf(machine), outcome }, null, 2)}\n`;
  if (statsFile !== null) writeFileSync(statsFile, json);
  if (printsJson) process.stdout.write(json);
  if (signatureFile === null) return;
  const signature = signatureOf(machine);
  if (signature === null) complain('the program has no symbols begin_signature and end_signature');
  else writeFileSync(signatureFile, signature);
}

function finish(machine: Machine, options: RiscvOptions): number {
  const stops = machine.harts.map((hart) => hart.stop);
  for (const [hart, stop] of stops.entries()) {
    if (stop?.kind === 'unhandled-trap') complain(trapText(machine, hart, stop));
  }
  if (stops.includes(null) && machine.surroundings.tohostValue === 0) {
    complain(`stopped after ${options.maxCycles} cycles (--max-cycles)`);
    return exitCode.limit;
  }
  return stops.map((stop) => (stop === null ? 0 : codeOf(stop))).find((code) => code !== 0) ?? 0;
}

function codeOf(stop: HartStop): number {
  switch (stop.kind) {
    case 'exit':
      // A shell sees eight bits: a failure must not become success.
      return (stop.code & 0xff) === 0 && stop.code !== 0 ? exitCode.trap : stop.code & 0xff;
    case 'breakpoint':
      return 0;
    case 'unhandled-trap':
      return exitCode.trap;
  }
}

function trapText(machine: Machine, hart: number, stop: HartStop & { kind: 'unhandled-trap' }): string {
  const what = trapNames[stop.cause] ?? `trap ${stop.cause}`;
  const text = disassemble(machine.peek(stop.pc, 4), stop.pc);
  return `hart ${hart} stopped at 0x${stop.pc.toString(16)} (${text}): ${what}, value 0x${stop.value.toString(16)}; no handler in mtvec`;
}

function complain(text: string): void {
  process.stderr.write(`lockstep: ${text}\n`);
}
