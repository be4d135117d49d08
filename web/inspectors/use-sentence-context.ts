/** What sentences about the shown run need: its trace, the language, the names of states. */
import { useMemo } from 'react';
import { useStore } from '../store/store-context.ts';
import { useLevelWords } from '../ui/level-words.ts';
import { useCommonMessages } from '../ui/messages/common.ts';
import { stateStyleOf } from '../ui/state-style.ts';
import type { SentenceContext } from './event-sentence.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';

export function useSentenceContext(): SentenceContext | null {
  const t = useInspectorMessages();
  const common = useCommonMessages();
  const levelWords = useLevelWords();
  const trace = useStore((store) => store.trace);
  const switchIntervalMs = useStore((store) => store.ranScenario?.settings.switchIntervalMs ?? 5);
  return useMemo(
    () =>
      trace === null
        ? null
        : { trace, t, switchIntervalMs, levelWords, stateName: (state) => common(stateStyleOf(state).message) },
    [trace, t, common, switchIntervalMs, levelWords],
  );
}
