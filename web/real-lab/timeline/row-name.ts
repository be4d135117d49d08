import type { LabTranslate } from '../messages/lab-messages.ts';
import type { TimelineRow } from './rows.ts';

/** What a row is called: a simulated thread by its name, a real worker by its number. */
export function nameOf({ name, worker }: TimelineRow, t: LabTranslate): string {
  return name ?? t('timeline.worker', { worker: worker + 1 });
}
