import type { Crew } from '../crew/crew.ts';
import type { CrewEnding } from '../crew/crew-ending.ts';
import type { Settings } from '../crew/settings.ts';
import type { Experiment } from '../experiments/experiment.ts';
import type { ExperimentId } from '../experiments/experiment-id.ts';
import type { Machine } from '../machine/machine.ts';
import type { LabMemory } from '../memory/lab-memory.ts';
import { type EventLog, readEventLog } from '../recording/event-log.ts';
import type { RunSummary } from '../results/run-summary.ts';
import type { SharedRun } from '../share/shared-run.ts';
import { rowsOf, type TimelineRow } from '../timeline/rows.ts';

/** All that is left of a run after its workers have ended. */
export interface RunRecord {
  readonly experiment: ExperimentId;
  readonly settings: Settings;
  readonly machine: Machine;
  readonly ending: CrewEnding;
  readonly elapsedMs: number;
  readonly memory: LabMemory;
  readonly log: EventLog;
  readonly rows: readonly TimelineRow[];
  readonly summary: RunSummary;
}

/** Waits for a crew's end and reads everything out of its memory. */
export async function recordRun(
  crew: Crew,
  about: { readonly experiment: Experiment; readonly settings: Settings; readonly machine: Machine },
): Promise<RunRecord> {
  const { experiment, settings, machine } = about;
  const { memory } = crew;
  const end = await crew.ended;
  const log = readEventLog(memory);
  // Half a run would break laws that hold: only a run that came to its own end is evaluated.
  const isWhole = end.ending.kind === 'finished' || end.ending.kind === 'deadlock';
  const summary = isWhole ? experiment.summarise({ settings, memory, log, machine, ...end }) : noSummary;
  return {
    experiment: experiment.id,
    settings,
    machine,
    memory,
    log,
    rows: rowsOf(log, end.elapsedMs),
    summary,
    ...end,
  };
}

const noSummary: RunSummary = { checks: [], measures: [], charts: [] };

export function sharedRunOf(record: RunRecord): SharedRun {
  const { experiment, settings, machine, elapsedMs, summary } = record;
  const day = new Date().toISOString().slice(0, 10);
  return { experiment, settings, machine, elapsedMs, summary, day, ending: record.ending.kind };
}

/** What the recording itself took of the workers' time. */
export function recordingShare({ log, machine, elapsedMs, settings }: RunRecord): {
  readonly events: number;
  readonly percent: number;
} {
  const events = log.workers.reduce((sum, { writtenCount }) => sum + writtenCount, 0);
  const costMs = (events * machine.ringCost.eventNs) / 1e6;
  return { events, percent: elapsedMs === 0 ? 0 : (costMs / (elapsedMs * settings.workers)) * 100 };
}
