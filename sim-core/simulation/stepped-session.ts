/**
 * A stepped run that a person steers: it pauses at each open choice, is told who goes on, and can be looked at like any other run.
 * Going back, and going another way from there, is a new session with the beginning of the schedule.
 */
import { defaultThread } from '../engine/schedule-chooser.ts';
import type { PythonParser } from '../python/syntax/parser.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { formatSchedule, parseSchedule, runsOfChoices } from '../trace/schedule.ts';
import type { Granularity, ScheduleMistake } from '../trace/schedule.ts';
import type { SteppedState } from '../trace/stepped-state.ts';
import { candidatesOf } from './candidates.ts';
import { Session } from './session.ts';
import { defaultGranularity } from './simulation.ts';
import { TurnRecorder } from './turn-recorder.ts';

export class SteppedSession {
  /** For everything that can be seen of the run. */
  readonly session: Session;
  readonly granularity: Granularity;
  private readonly mistake: ScheduleMistake | null;
  private readonly turns: TurnRecorder;

  /** What can be read of `scenario.schedule` is followed as far as it goes. */
  constructor(scenario: Scenario, parser: PythonParser) {
    const { schedule, mistake } = parseSchedule(scenario.schedule ?? '');
    this.mistake = mistake;
    this.granularity = schedule.granularity ?? defaultGranularity;
    const text = formatSchedule({ granularity: this.granularity, runs: schedule.runs });
    this.session = new Session({ ...scenario, schedule: text }, parser, { made: [], atEnd: 'pause' });
    this.turns = new TurnRecorder(this.session.run);
  }

  /** Runs about so many bytecodes; true when a choice is open or the run is over. */
  advance(sliceSteps: number): boolean {
    const { run } = this.session;
    this.session.runHasChanged();
    const until = run.steps + sliceSteps;
    while (run.steps < until) if (!this.turns.step()) return true;
    return false;
  }

  /** At an open choice: this thread goes on, so many choices in a row, or (null) until it cannot. */
  choose(thread: number, count: number | null): void {
    const { run } = this.session;
    if (run.outcome?.kind === 'schedule-conflict') run.outcome = null;
    run.scheduleChooser?.extend({ thread, count });
  }

  /** Goes on after a limit or a stop. */
  allow(moreSteps: number): void {
    this.session.allow(moreSteps);
  }

  state(): SteppedState {
    const { run } = this.session;
    const choices = [...(run.scheduleChooser?.made ?? [])];
    const { outcome, stepped } = run;
    const conflict = outcome?.kind === 'schedule-conflict' ? outcome.conflict : null;
    const isOver = outcome !== null && conflict === null;
    const enabled = stepped?.enabled().map(({ id }) => id) ?? [];
    return {
      granularity: this.granularity,
      schedule: formatSchedule({ granularity: this.granularity, runs: runsOfChoices(choices) }),
      choices,
      candidates: candidatesOf(run),
      suggested: isOver ? null : (defaultThread(enabled, stepped?.last?.id ?? null) ?? null),
      turns: this.turns.told(),
      switches: stepped?.switches ?? 0,
      preemptions: stepped?.preemptions ?? 0,
      isOver,
      conflict,
      mistake: this.mistake,
    };
  }
}
