/** What a turn did, in words. */
import type { Turn, TurnEffect } from '../../sim-core/trace/stepped-state.ts';
import { durationText } from '../ui/time-text.ts';
import { waitWords } from './hindrance-words.ts';
import type { SchedulerTranslate } from './messages/scheduler-messages.ts';

function effectWords(effect: TurnEffect, t: SchedulerTranslate): string {
  switch (effect.kind) {
    case 'read':
    case 'write':
      return t(`effect.${effect.kind}`, { name: effect.name, value: effect.value });
    case 'printed':
      return t('effect.printed', { text: effect.text });
    case 'sleeps':
      return t('effect.sleeps', { time: durationText(effect.forNs) });
    case 'waits':
      return waitWords(effect, t);
    case 'ended':
    case 'began':
      return t(`effect.${effect.kind}`);
    case 'call':
    case 'acquired':
    case 'released':
    case 'started':
    case 'failed':
      return t(`effect.${effect.kind}`, { name: effect.name });
  }
}

/** At most so many effects; the rest is counted. */
export function turnWords({ effects, untold }: Turn, t: SchedulerTranslate, most = 8): string {
  const told = effects.slice(0, most).map((effect) => effectWords(effect, t));
  const rest = effects.length - told.length + untold;
  const words = rest === 0 ? told : [...told, t('turn.untold', { count: rest })];
  return words.length === 0 ? t('turn.nothing') : words.reduce((one, other) => t('turn.and', { one, other }));
}

export function turnSentence(turn: Turn, t: SchedulerTranslate): string {
  const values = { name: turn.threadName, line: turn.line, effects: turnWords(turn, t) };
  return t(turn.line === 0 ? 'turn.sentence.noLine' : 'turn.sentence', values);
}
