/** Which task the details are about: the selected one, else the one that runs, else the first that waits. */
import { taskStates } from '../../../sim-core/trace/event-kind.ts';
import type { Moment } from '../../../sim-core/trace/moment.ts';
import type { TaskMoment } from '../../../sim-core/trace/task.ts';

export function chosenTask({ tasks }: Moment, selected: number | null): TaskMoment | undefined {
  return (
    tasks.find(({ id }) => id === selected) ??
    tasks.find(({ state }) => state === taskStates.running) ??
    tasks.find(({ state }) => state === taskStates.suspended)
  );
}
