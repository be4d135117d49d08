/** The words that are painted into intervals, in the page's language. */
import { useMemo } from 'react';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { threadNameOf } from '../store/trace-threads.ts';
import { useLevelWords } from '../ui/level-words.ts';
import { callbackWords } from '../ui/callback-words.ts';
import { useCommonMessages } from '../ui/messages/common.ts';
import { stateStyles } from '../ui/state-style.ts';
import { resourceNameOf } from './lane-words.ts';
import { useTimelineMessages } from './messages/timeline-messages.ts';
import type { SceneWords } from './scene.ts';

export function useSceneWords(trace: Trace | null): SceneWords {
  const t = useTimelineMessages();
  const common = useCommonMessages();
  const levelWords = useLevelWords();
  return useMemo(
    () => ({
      stateNames: stateStyles.map(({ message }) => common(message)),
      waitsFor: remembered((resource) =>
        trace === null ? '' : t('lane.waits', { resource: resourceNameOf(trace, resource, t) }),
      ),
      waiters: remembered((count) => t('lane.waiters', { count })),
      level: levelWords,
      runQueue: remembered((count) => t('lane.runQueue', { count })),
      threadName: (thread) => (trace === null ? '' : threadNameOf(trace, thread)),
      callback: (text) => callbackWords(text, common),
      blocksLoop: (duration) => t('lane.blocksLoop', { duration }),
    }),
    [trace, t, common, levelWords],
  );
}

/** Looking a text up takes longer than painting it. */
function remembered(words: (number: number) => string): (number: number) => string {
  const known = new Map<number, string>();
  return (number) => {
    const before = known.get(number);
    if (before !== undefined) return before;
    const made = words(number);
    known.set(number, made);
    return made;
  };
}
