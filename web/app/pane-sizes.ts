/** How the workbench's room is shared out between its panes, in percent; remembered by the browser. */
import { useState } from 'react';
import { readStorage, writeStorage } from '../ui/storage.ts';

export interface PaneSizes {
  readonly program: number;
  readonly editor: number;
  readonly timeline: number;
  /** Of a stepped run. */
  readonly scheduler: number;
}

const usual: PaneSizes = { program: 27, editor: 70, timeline: 62, scheduler: 56 };
const storageKey = 'lockstep.panes';

export function usePaneSizes(): [PaneSizes, (change: Partial<PaneSizes>) => void] {
  const [sizes, setSizes] = useState(storedSizes);
  const change = (part: Partial<PaneSizes>): void => {
    const next = { ...sizes, ...part };
    setSizes(next);
    writeStorage(storageKey, `${next.program} ${next.editor} ${next.timeline} ${next.scheduler}`);
  };
  return [sizes, change];
}

function storedSizes(): PaneSizes {
  const [program, editor, timeline, scheduler] = (readStorage(storageKey) ?? '').split(' ').map(Number);
  const isPercent = (value: number | undefined): value is number => value !== undefined && value > 5 && value < 95;
  return isPercent(program) && isPercent(editor) && isPercent(timeline)
    ? { program, editor, timeline, scheduler: isPercent(scheduler) ? scheduler : usual.scheduler }
    : usual;
}
