/** Where threads can be switched, and – known once it has run – where tasks gave their turn away and where an `await` did not. */
import { useMemo } from 'react';
import { useStore } from '../store/store-context.ts';
import { threadsOf } from '../store/trace-threads.ts';
import { useEditorMessages } from './messages/editor-messages.ts';
import type { SwitchMark } from './switch-marks.ts';

export function useSwitchMarks(): readonly SwitchMark[] {
  const t = useEditorMessages();
  const switchLines = useStore((state) => state.switchLines[state.activeFile]);
  const awaitLines = useStore((state) => state.awaitLines[state.activeFile]);
  const version = useStore((state) => state.scenario.settings.python);
  const file = useStore((state) => state.scenario.files[state.activeFile]);
  const trace = useStore(({ trace: shown, ranScenario, activeFile, scenario }) =>
    ranScenario?.files[activeFile]?.text === scenario.files[activeFile]?.text ? shown : null,
  );
  return useMemo(() => {
    const ran = trace !== null && trace.tasks.length > 0 ? trace : null;
    // Where only one thread ever runs nobody asks where threads can be switched.
    const hasThreads = ran === null || threadsOf(ran).length > 1;
    const threadWords = t('editor.switch', { version });
    const awaitKind = ran === null ? 'task' : 'nobody';
    const awaitWords = t(ran === null ? 'editor.mayAwait' : 'editor.neverSuspends');
    const places = (ran?.taskSwitches ?? []).filter(({ fileName }) => fileName === file?.name);
    return lastOfEachLine([
      ...(hasThreads ? (switchLines ?? []) : []).map((line): SwitchMark => ({
        line,
        kind: 'thread',
        words: threadWords,
      })),
      ...(awaitLines ?? []).map((line): SwitchMark => ({ line, kind: awaitKind, words: awaitWords })),
      ...places.map(({ line, count }): SwitchMark => ({ line, kind: 'task', words: t('editor.suspends', { count }) })),
    ]);
  }, [t, switchLines, awaitLines, version, file, trace]);
}

function lastOfEachLine(marks: readonly SwitchMark[]): readonly SwitchMark[] {
  return [...new Map(marks.map((mark) => [mark.line, mark])).values()];
}
