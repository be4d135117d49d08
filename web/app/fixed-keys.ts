/** Keys that belong to a part of the page and are heard there; the sheet of shortcuts lists them beside the commands. */
import type { AppMessageKey } from './messages/app-messages.ts';

export interface FixedKeys {
  readonly id: AppMessageKey & `keys.${string}`;
  /** As KeyCap writes them. */
  readonly keys: readonly string[];
}

export const fixedKeyGroups = ['scheduler', 'timeline', 'editor', 'clicker'] as const;
type FixedKeyGroup = (typeof fixedKeyGroups)[number];

export const fixedKeys: Readonly<Record<FixedKeyGroup, readonly FixedKeys[]>> = {
  /** scheduler/use-scheduler-keys.ts */
  scheduler: [
    { id: 'keys.scheduler.choose', keys: ['0', '…', '9'] },
    { id: 'keys.scheduler.chooseOn', keys: ['Shift+0', '…', '9'] },
    { id: 'keys.scheduler.suggested', keys: ['Enter', 'Space'] },
    { id: 'keys.scheduler.undo', keys: ['U'] },
    { id: 'keys.scheduler.redo', keys: ['Shift+U'] },
  ],
  /** timeline/use-timeline-keys.ts */
  timeline: [
    { id: 'keys.timeline.lane', keys: ['ArrowUp', 'ArrowDown'] },
    { id: 'keys.timeline.event', keys: [',', '.'] },
    { id: 'keys.timeline.pin', keys: ['Shift+P'] },
    { id: 'keys.timeline.fold', keys: ['-'] },
    { id: 'keys.timeline.unfold', keys: ['+'] },
  ],
  /** editor/editor-extensions.ts */
  editor: [
    { id: 'keys.editor.run', keys: ['Control+Enter'] },
    { id: 'keys.editor.breakpoint', keys: ['F9'] },
    { id: 'keys.editor.find', keys: ['Control+F'] },
    { id: 'keys.editor.problem', keys: ['F8'] },
    { id: 'keys.editor.leave', keys: ['Escape', 'Tab'] },
  ],
  /** A presenter's clicker sends these. */
  clicker: [
    { id: 'keys.clicker.next', keys: ['PageDown'] },
    { id: 'keys.clicker.previous', keys: ['PageUp'] },
    { id: 'keys.clicker.blank', keys: ['B'] },
  ],
};
