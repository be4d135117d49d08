/** What a resource's number means, in words: how many are free, in it, or have arrived. */
import { useCallback } from 'react';
import { useCommonMessages } from './messages/common.ts';

interface Level {
  /** The resource's kind, as the trace names it. */
  readonly kind: string;
  readonly level: number;
  readonly limit: number | null;
}

export type LevelWords = (level: Level) => string;

export function useLevelWords(): LevelWords {
  const t = useCommonMessages();
  return useCallback(
    ({ kind, level, limit }) => {
      switch (kind) {
        case 'semaphore':
          return t('level.semaphore', { level });
        case 'event':
          return t(level === 0 ? 'level.event.clear' : 'level.event.set');
        case 'barrier':
          return t('level.barrier', { level, limit: limit ?? '?' });
        case 'queue':
          return limit === null ? t('level.queue', { count: level }) : t('level.queueOf', { level, limit });
        case 'pool':
          return t('level.pool', { level });
        case 'future':
          return t(level === 0 ? 'level.future.open' : 'level.future.done');
        case 'rlock':
          return t('level.rlock', { count: level });
        default:
          return String(level);
      }
    },
    [t],
  );
}
