/** Why a thread cannot go on, in words. */
import type { Hindrance } from '../../sim-core/trace/candidate.ts';
import { durationText } from '../ui/time-text.ts';
import type { SchedulerTranslate } from './messages/scheduler-messages.ts';

export function hindranceWords(hindrance: Hindrance, t: SchedulerTranslate): string {
  switch (hindrance.kind) {
    case 'finished':
    case 'no-such-thread':
      return t(`why.${hindrance.kind}`);
    case 'sleeping':
      return t('why.sleeping', { time: durationText(hindrance.untilNs) });
    case 'waiting': {
      const reason = waitWords(hindrance, t);
      return hindrance.untilNs === null ? reason : t('why.atMost', { reason, time: durationText(hindrance.untilNs) });
    }
  }
}

export function waitWords(
  { thing, name, heldBy }: Pick<Hindrance & { kind: 'waiting' }, 'thing' | 'name' | 'heldBy'>,
  t: SchedulerTranslate,
): string {
  if (thing !== 'lock') return t(`why.${thing}`, { name });
  return heldBy.length === 0 ? t('why.lockFree', { name }) : t('why.lock', { name, owner: heldBy.join(', ') });
}
