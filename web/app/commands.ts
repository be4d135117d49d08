/** Everything a person can do by key: one table for the shortcuts, the sheet that lists them, and the command palette. */
import { saveScenarioFile } from '../share/scenario-file.ts';
import type { Store } from '../store/store.ts';
import { panBy, zoomAround } from '../store/viewport.ts';
import type { AppMessageKey } from './messages/app-messages.ts';

export type CommandGroup = 'run' | 'step' | 'look' | 'page';

export interface Command {
  readonly id: AppMessageKey & `command.${string}`;
  readonly group: CommandGroup;
  /** As KeyCap writes it and keyOf reads it: modifiers, then the key ('Shift+ArrowLeft'). */
  readonly keys: string;
  readonly run: (store: Store) => void;
}

export const commands: readonly Command[] = [
  { id: 'command.run', group: 'run', keys: 'R', run: (store) => void store.startRun() },
  { id: 'command.stop', group: 'run', keys: 'X', run: (store) => void store.stopRun() },
  {
    id: 'command.play',
    group: 'run',
    keys: 'Space',
    run: (store) => (store.playing === null ? store.play() : store.pause()),
  },
  { id: 'command.stepForward', group: 'step', keys: 'ArrowRight', run: (store) => void store.stepBy('bytecode', 1) },
  { id: 'command.stepBack', group: 'step', keys: 'ArrowLeft', run: (store) => void store.stepBy('bytecode', -1) },
  { id: 'command.lineForward', group: 'step', keys: 'Shift+ArrowRight', run: (store) => void store.stepBy('line', 1) },
  { id: 'command.lineBack', group: 'step', keys: 'Shift+ArrowLeft', run: (store) => void store.stepBy('line', -1) },
  { id: 'command.switchForward', group: 'step', keys: ']', run: (store) => void store.stepBy('switch', 1) },
  { id: 'command.switchBack', group: 'step', keys: '[', run: (store) => void store.stepBy('switch', -1) },
  { id: 'command.hitForward', group: 'step', keys: 'F8', run: (store) => void store.goToHit(1) },
  { id: 'command.hitBack', group: 'step', keys: 'Shift+F8', run: (store) => void store.goToHit(-1) },
  { id: 'command.start', group: 'step', keys: 'Home', run: (store) => void store.seekStep(0) },
  { id: 'command.end', group: 'step', keys: 'End', run: (store) => void store.seekStep(store.trace?.steps ?? 0) },
  { id: 'command.goTo', group: 'step', keys: 'G', run: () => focusOn('#go-to-step') },
  { id: 'command.zoomIn', group: 'look', keys: 'W', run: (store) => zoom(store, 0.7) },
  { id: 'command.zoomOut', group: 'look', keys: 'S', run: (store) => zoom(store, 1 / 0.7) },
  { id: 'command.panLeft', group: 'look', keys: 'A', run: (store) => store.setViewport(panBy(store.viewport, -0.15)) },
  { id: 'command.panRight', group: 'look', keys: 'D', run: (store) => store.setViewport(panBy(store.viewport, 0.15)) },
  { id: 'command.showAll', group: 'look', keys: 'F', run: (store) => store.showAll() },
  { id: 'command.nextThread', group: 'look', keys: 'J', run: (store) => selectNextThread(store, 1) },
  { id: 'command.previousThread', group: 'look', keys: 'K', run: (store) => selectNextThread(store, -1) },
  { id: 'command.causality', group: 'look', keys: 'H', run: (store) => store.toggleCausality() },
  { id: 'command.findLane', group: 'look', keys: '/', run: () => focusOn('#timeline input[type=search]') },
  { id: 'command.focusTimeline', group: 'page', keys: 'L', run: () => focusOn('#timeline') },
  {
    id: 'command.focusEditor',
    group: 'page',
    keys: 'E',
    run: (store) => {
      store.showNarrowTab('editor');
      requestAnimationFrame(() => focusOn('#editor .cm-content'));
    },
  },
  { id: 'command.gallery', group: 'page', keys: 'O', run: (store) => store.openDialog('gallery') },
  { id: 'command.settings', group: 'page', keys: 'M', run: (store) => store.openDialog('settings') },
  { id: 'command.save', group: 'page', keys: 'Control+S', run: (store) => void saveScenarioFile(store) },
  { id: 'command.input', group: 'page', keys: 'I', run: (store) => store.openDialog('input') },
  { id: 'command.share', group: 'page', keys: 'C', run: (store) => store.openDialog('share') },
  { id: 'command.export', group: 'page', keys: 'Shift+E', run: (store) => store.openDialog('export') },
  { id: 'command.present', group: 'page', keys: 'P', run: (store) => store.togglePresenting() },
  { id: 'command.nextStop', group: 'step', keys: 'N', run: (store) => void store.advance(1) },
  { id: 'command.previousStop', group: 'step', keys: 'Shift+N', run: (store) => void store.advance(-1) },
  { id: 'command.note', group: 'step', keys: 'T', run: (store) => store.addNote() },
  { id: 'command.blank', group: 'page', keys: 'B', run: (store) => store.toggleBlank() },
  { id: 'command.commands', group: 'page', keys: 'Control+K', run: (store) => store.openDialog('commands') },
  { id: 'command.shortcuts', group: 'page', keys: '?', run: (store) => store.openDialog('shortcuts') },
];

/** How a key press is written in the table. */
export function keyOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key;
  const isNamed = event.key.length > 1 || /[a-z]/i.test(event.key);
  const parts = [event.ctrlKey || event.metaKey ? 'Control' : '', event.shiftKey && isNamed ? 'Shift' : '', key];
  return parts.filter((part) => part !== '').join('+');
}

/** The presenter's clicker sends page keys: they go from stop to stop. */
export const presenterKeys: Readonly<Record<string, (store: Store) => void>> = {
  PageDown: (store) => void store.advance(1),
  PageUp: (store) => void store.advance(-1),
};

function zoom(store: Store, factor: number): void {
  const { viewport, playheadNs } = store;
  const isInView = playheadNs >= viewport.fromNs && playheadNs <= viewport.toNs;
  store.setViewport(zoomAround(viewport, isInView ? playheadNs : (viewport.fromNs + viewport.toNs) / 2, factor));
}

function selectNextThread(store: Store, direction: 1 | -1): void {
  const threads = store.moment?.threads ?? [];
  if (threads.length === 0) return;
  const at = threads.findIndex(({ id }) => id === store.selectedThread);
  const next = threads[(at + direction + threads.length) % threads.length];
  if (next !== undefined) store.selectThread(next.id);
}

function focusOn(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
}
