/** A scenario from the command line: the file, and the options that `run` and `link` share. */
import { readFileSync } from 'node:fs';
import { policyTable } from '../kernel/policies/policy-table.ts';
import { defaultSettings, pythonVersions, scenarioVersion } from '../scenario/scenario.ts';
import type { PythonVersion, Scenario, ScenarioFile, ScenarioSettings, TypedInput } from '../scenario/scenario.ts';
import { formatSchedule, granularities, parseSchedule, scheduleMistakeText } from '../trace/schedule.ts';
import { numberOption, one, UsageError } from './options.ts';
import type { ParsedOptions } from './options.ts';

export const scenarioOptions: readonly string[] = [
  'python',
  'cores',
  'policy',
  'quantum',
  'switch-interval',
  'seed',
  'max-steps',
  'until',
  'stdin',
  'keys',
  'module',
  'schedule',
  'granularity',
  'stats',
  'trace',
];

export function scenarioFrom(options: ParsedOptions, standardInput: () => string): Scenario {
  const [file, ...programArguments] = options.positional;
  if (file === undefined) throw new UsageError('which file?');
  const files: [ScenarioFile, ...ScenarioFile[]] = [read(file), ...(options.values.get('module') ?? []).map(read)];
  const keys = one(options, 'keys');
  const stdin = one(options, 'stdin');
  return {
    version: scenarioVersion,
    title: '',
    files,
    arguments: programArguments,
    stdin: keys !== null ? null : stdin === null ? standardInput() : text(stdin),
    typed: keys === null ? [] : typedFrom(keys),
    keyboard: 'ends',
    settings: settingsFrom(options),
    schedule: scheduleFrom(options),
  };
}

function text(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`cannot read ${file}`);
  }
}

function read(file: string): ScenarioFile {
  return {
    name: file,
    text: text(file)
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n'),
  };
}

function typedFrom(file: string): TypedInput[] {
  const complaint = `${file} must hold [[seconds, "text" or null], …]`;
  let entries: unknown;
  try {
    entries = JSON.parse(text(file));
  } catch {
    throw new UsageError(complaint);
  }
  if (!Array.isArray(entries)) throw new UsageError(complaint);
  return entries.map((entry: unknown) => {
    if (!Array.isArray(entry) || typeof entry[0] !== 'number' || !(typeof entry[1] === 'string' || entry[1] === null))
      throw new UsageError(complaint);
    return { afterSeconds: entry[0], text: entry[1] };
  });
}

function settingsFrom(options: ParsedOptions): ScenarioSettings {
  const policy = one(options, 'policy') ?? defaultSettings.policy;
  if (!policyTable.has(policy))
    throw new UsageError(`--policy takes ${[...policyTable.keys()].join(' or ')}, not '${policy}'`);
  const whole = (name: string, least: number, most: number): number | null =>
    numberOption(options, name, { least, most, isWhole: true });
  const fraction = (name: string, least: number, most: number): number | null =>
    numberOption(options, name, { least, most, isWhole: false });
  return {
    python: versionFrom(one(options, 'python') ?? defaultSettings.python),
    cores: whole('cores', 1, 64) ?? defaultSettings.cores,
    policy,
    quantumMs: fraction('quantum', 0.1, 10_000) ?? defaultSettings.quantumMs,
    switchIntervalMs: fraction('switch-interval', 0.001, 100_000) ?? defaultSettings.switchIntervalMs,
    seed: whole('seed', 0, Number.MAX_SAFE_INTEGER) ?? defaultSettings.seed,
    maxSteps: whole('max-steps', 1, 1e12) ?? defaultSettings.maxSteps,
    untilSeconds: fraction('until', 0, 9e6),
  };
}

/** With the granularity in it, so that it means the same wherever it is replayed. */
function scheduleFrom(options: ParsedOptions): string | null {
  const text = one(options, 'schedule');
  const wanted = one(options, 'granularity');
  const granularity = granularities.find((candidate) => candidate === wanted) ?? null;
  if (wanted !== null && granularity === null)
    throw new UsageError(`--granularity takes ${granularities.join(', ')}, not '${wanted}'`);
  if (text === null) {
    if (wanted !== null) throw new UsageError('--granularity belongs to --schedule');
    return null;
  }
  const { schedule, mistake } = parseSchedule(text);
  if (mistake !== null) throw new UsageError(`--schedule: ${scheduleMistakeText(mistake)}`);
  if (granularity !== null && schedule.granularity !== null && granularity !== schedule.granularity)
    throw new UsageError(`--granularity ${granularity}, but the schedule was made for '${schedule.granularity}'`);
  return formatSchedule({ granularity: schedule.granularity ?? granularity ?? 'switch', runs: schedule.runs });
}

function versionFrom(text: string): PythonVersion {
  const known = pythonVersions.find((version) => version === text);
  if (known === undefined) throw new UsageError(`--python takes ${pythonVersions.join(', ')}, not '${text}'`);
  return known;
}
