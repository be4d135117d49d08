/** The lines on which threads stand at the moment, for the file in the editor; none once its text has been changed. */
import { useMemo } from 'react';
import type { Moment } from '../../sim-core/trace/moment.ts';
import { useStore } from '../store/store-context.ts';
import { useEditorMessages } from './messages/editor-messages.ts';
import type { LineCursor } from './thread-cursors.ts';

export function useLineCursors(): readonly LineCursor[] {
  const t = useEditorMessages();
  const moment = useStore((store) => store.moment);
  const file = useStore((store) => store.scenario.files[store.activeFile]);
  const ran = useStore((store) => store.ranScenario?.files.find(({ name }) => name === file?.name));
  const isCurrent = file !== undefined && ran?.text === file.text;
  return useMemo(() => {
    if (moment === null || file === undefined || !isCurrent) return [];
    return [...threadsByLine(moment, file.name)].map(([line, threads]) => ({
      line,
      threads: threads.map(({ id }) => id),
      words: t('editor.here', { names: threads.map(({ name }) => name).join(', '), line }),
    }));
  }, [moment, file, isCurrent, t]);
}

function threadsByLine(moment: Moment, fileName: string): ReadonlyMap<number, Moment['threads']> {
  const lines = new Map<number, Moment['threads']>();
  for (const thread of moment.threads) {
    const frame = thread.frames.find(({ isLibrary }) => !isLibrary);
    if (frame === undefined || frame.fileName !== fileName) continue;
    const isNext = moment.nextThread === thread.id;
    const others = lines.get(frame.line) ?? [];
    lines.set(frame.line, isNext ? [thread, ...others] : [...others, thread]);
  }
  return lines;
}
