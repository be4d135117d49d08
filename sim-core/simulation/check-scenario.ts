/** What can be said of a scenario before it runs: syntax errors, modules that are not simulated, lines where a switch can happen. */
import type { Diagnostic } from '../base/diagnostics.ts';
import { compileSource } from '../python/compiler/compile.ts';
import { BEFORE_ASYNC_WITH, GET_ANEXT, GET_AWAITABLE, IMPORT_NAME } from '../python/compiler/opcodes.ts';
import type { CodeObject } from '../python/compiler/code-object.ts';
import { librarySource } from '../python/lib/library-sources.ts';
import { nativeModuleNames } from '../python/modules/native-modules.ts';
import { isKnownPythonModule } from '../python/modules/standard-library.ts';
import type { PythonParser } from '../python/syntax/parser.ts';
import { versionProfiles } from '../python/vm/version-profile.ts';
import type { Scenario, ScenarioFile } from '../scenario/scenario.ts';
import type { ScenarioCheck } from '../scenario/scenario-check.ts';

export function checkScenario(parser: PythonParser, scenario: Scenario): ScenarioCheck {
  const own = new Set(scenario.files.map((file) => file.name.replace(/^.*\//, '').replace(/\.py$/, '')));
  const checks = scenario.files.map((file) => checkFile(parser, file, scenario.settings.python, own));
  return {
    diagnostics: checks.flatMap(({ diagnostics }, file) => diagnostics.map((found) => ({ ...found, file }))),
    switchLines: checks.map(({ switchLines }) => switchLines),
    awaitLines: checks.map(({ awaitLines }) => awaitLines),
  };
}

interface FileCheck {
  readonly diagnostics: readonly Diagnostic[];
  readonly switchLines: readonly number[];
  readonly awaitLines: readonly number[];
}

function checkFile(parser: PythonParser, file: ScenarioFile, python: string, own: ReadonlySet<string>): FileCheck {
  const result = compileSource(parser, file.text, { fileName: file.name, mode: 'exec' });
  if (result.kind === 'syntax-error') {
    const { error } = result;
    const start = { line: error.line, column: error.column };
    const end = {
      line: error.endLine,
      column: Math.max(error.endColumn, error.endLine === error.line ? error.column + 1 : 0),
    };
    const message = `${error.type}: ${error.message}`;
    return { diagnostics: [{ severity: 'error', message, start, end }], switchLines: [], awaitLines: [] };
  }
  const polls = versionProfiles[python]?.polls;
  return {
    diagnostics: [...result.warnings, ...unsupportedImports(result.code, own)],
    switchLines:
      polls === undefined ? [] : linesWhere(result.code, (op, argument) => polls.canSwitchAfter(op, argument)),
    awaitLines: linesWhere(result.code, (op) => awaitOpcodes.has(op)),
  };
}

const awaitOpcodes: ReadonlySet<number> = new Set([GET_AWAITABLE, GET_ANEXT, BEFORE_ASYNC_WITH]);

/** The lines with such a bytecode, rising. */
function linesWhere(code: CodeObject, isWanted: (op: number, argument: number) => boolean): readonly number[] {
  const lines = new Set<number>();
  const look = (looked: CodeObject): void => {
    for (const [at, op] of looked.opcodes.entries()) {
      const line = looked.positions[4 * at] ?? -1;
      if (line > 0 && isWanted(op, looked.arguments[at] as number)) lines.add(line);
    }
    for (const constant of looked.constants)
      if (typeof constant === 'object' && constant !== null && constant.kind === 'code') look(constant);
  };
  look(code);
  return [...lines].toSorted((one, other) => one - other);
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
