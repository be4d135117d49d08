/** What is wrong with a scenario before it runs: syntax errors, and modules that are not simulated. */
import type { Diagnostic } from '../base/diagnostics.ts';
import { compileSource } from '../python/compiler/compile.ts';
import { IMPORT_NAME } from '../python/compiler/opcodes.ts';
import type { CodeObject } from '../python/compiler/code-object.ts';
import { librarySource } from '../python/lib/library-sources.ts';
import { nativeModuleNames } from '../python/modules/native-modules.ts';
import { isKnownPythonModule } from '../python/modules/standard-library.ts';
import type { PythonParser } from '../python/syntax/parser.ts';
import type { Scenario } from '../scenario/scenario.ts';

export function checkScenario(parser: PythonParser, scenario: Scenario): readonly Diagnostic[] {
  const [main] = scenario.files;
  const result = compileSource(parser, main.text, { fileName: main.name, mode: 'exec' });
  if (result.kind === 'syntax-error') {
    const { error } = result;
    const start = { line: error.line, column: error.column };
    const end = {
      line: error.endLine,
      column: Math.max(error.endColumn, error.endLine === error.line ? error.column + 1 : 0),
    };
    return [{ severity: 'error', message: `${error.type}: ${error.message}`, start, end }];
  }
  const own = new Set(scenario.files.map((file) => file.name.replace(/^.*\//, '').replace(/\.py$/, '')));
  return [...result.warnings, ...unsupportedImports(result.code, own)];
}

function unsupportedImports(code: CodeObject, own: ReadonlySet<string>): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const [i, op] of code.opcodes.entries()) {
    if (op !== IMPORT_NAME) continue;
    const name = code.names[code.arguments[i] as number] ?? '';
    const top = name.split('.')[0] as string;
    if (own.has(top) || nativeModuleNames.has(name) || librarySource(name) !== undefined || !isKnownPythonModule(top))
      continue;
    found.push({ severity: 'warning', message: `module '${name}' is not simulated yet`, ...placeOf(code, i) });
  }
  for (const constant of code.constants)
    if (typeof constant === 'object' && constant !== null && constant.kind === 'code')
      found.push(...unsupportedImports(constant, own));
  return found;
}

/** Columns of an import are ASCII in practice: bytes are taken for UTF-16 units. */
function placeOf(code: CodeObject, instruction: number): Pick<Diagnostic, 'start' | 'end'> {
  const [line, endLine, column, endColumn] = [0, 1, 2, 3].map((k) =>
    Math.max(0, code.positions[4 * instruction + k] ?? 0),
  ) as [number, number, number, number];
  return { start: { line: Math.max(1, line), column }, end: { line: Math.max(1, endLine), column: endColumn } };
}
