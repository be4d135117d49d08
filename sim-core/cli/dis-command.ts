/** `lockstep dis`: the bytecode, the same text as `python3.13 -m dis FILE.py`. */
import { readFileSync } from 'node:fs';
import { compileSource } from '../python/compiler/compile.ts';
import { disassemble } from '../python/compiler/dis/disassemble.ts';
import { createPythonParser } from '../python/syntax/parser.ts';
import { UsageError } from './options.ts';

export function disCommand(args: readonly string[]): number {
  const [file] = args;
  if (file === undefined) throw new UsageError('which file?');
  const source = readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const result = compileSource(createPythonParser(), source, { fileName: file, mode: 'exec' });
  if (result.kind === 'syntax-error') {
    process.stderr.write(
      `  File "${file}", line ${result.error.line}\n${result.error.type}: ${result.error.message}\n`,
    );
    return 1;
  }
  process.stdout.write(disassemble(result.code));
  return 0;
}
