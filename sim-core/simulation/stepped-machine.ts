/**
 * A stepped run for those who try many schedules (sim-core/explore): who can go on and what each would do next, one choice, and a copy from
 * which to go another way. Nothing is recorded but what is counted.
 *
 * A *visible operation* is one read or write of a shared variable, one lock operation, one output (`Candidate.next`). `goToVisible` runs a
 * thread through what only concerns itself and leaves it just before its next visible operation: then each further choice does exactly one.
 * A thread whose next operation is to take a lock that is not free (`wouldBlock`) is disabled in that sense: the blocked attempt is no event.
 */
import type { PythonParser } from '../python/syntax/parser.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Candidate } from '../trace/candidate.ts';
import type { Outcome } from '../trace/outcome.ts';
import { candidatesOf } from './candidates.ts';
import { copyGraph } from './copy-graph.ts';
import { Simulation } from './simulation.ts';

export class SteppedMachine {
  private readonly simulation: Simulation;
  private readonly parser: PythonParser;

  private constructor(simulation: Simulation, parser: PythonParser) {
    this.simulation = simulation;
    this.parser = parser;
  }

  /** Stands at the first choice between several threads; `scenario.schedule` says the granularity (and may lead further). */
  static start(scenario: Scenario, parser: PythonParser): SteppedMachine {
    const simulation = new Simulation({ ...scenario, schedule: scenario.schedule ?? '' }, parser, {
      made: [],
      atEnd: 'pause',
    });
    simulation.recorder.isMuted = true;
    simulation.runTo(Number.MAX_SAFE_INTEGER);
    return new SteppedMachine(simulation, parser);
  }

  /** Null while there is a choice. */
  get outcome(): Outcome | null {
    return this.simulation.outcome;
  }

  /** The threads chosen so far, one for each choice: with `formatSchedule` it is a schedule that leads here. */
  get choices(): readonly number[] {
    return this.simulation.scheduleChooser?.made ?? [];
  }

  /** Changes of thread so far, and those among them that took the place of a thread that could have gone on. */
  get switches(): number {
    return this.simulation.stepped?.switches ?? 0;
  }

  get preemptions(): number {
    return this.simulation.stepped?.preemptions ?? 0;
  }

  candidates(): readonly Candidate[] {
    return candidatesOf(this.simulation);
  }

  /** The thread goes on to its next possible switch; then on to the next choice between several. */
  choose(thread: number): void {
    this.simulation.scheduleChooser?.extend({ thread, count: 1 });
    this.simulation.runTo(Number.MAX_SAFE_INTEGER);
  }

  /** By bytecodes: the thread goes on until its next bytecode is a visible operation, or it waits or has ended. */
  goToVisible(thread: number): void {
    for (;;) {
      const candidate = this.candidates()[thread];
      if (this.outcome !== null || candidate === undefined || candidate.hindrance !== null) return;
      if (candidate.next !== null && candidate.next.kind !== 'block') return;
      this.choose(thread);
    }
  }

  /** A machine of its own in the same state; null where native code is in the middle of something (then replay `choices`). */
  copy(): SteppedMachine | null {
    const twin = copyGraph(this.simulation, [this.parser, this.simulation.scenario]);
    return twin === null ? null : new SteppedMachine(twin, this.parser);
  }
}
