/** What the command palette offers: the commands, the inspectors, and the examples of the gallery. */
import { useEffect, useState } from 'react';
import { type GalleryEntry, galleryIndex } from '../share/gallery-index.ts';
import { openGalleryEntry } from '../share/open-gallery-entry.ts';
import { inspectorTabs } from '../store/panel-slice.ts';
import { useStoreApi } from '../store/store-context.ts';
import { useLanguage } from '../ui/messages/catalogue.ts';
import { commands } from './commands.ts';
import { useAppMessages } from './messages/app-messages.ts';
import { useTabNames } from './use-tab-names.ts';

export interface PaletteEntry {
  readonly id: string;
  readonly words: string;
  /** As KeyCap writes them; '' if there are none. */
  readonly keys: string;
  readonly run: () => void;
}

export function usePaletteEntries(): readonly PaletteEntry[] {
  const t = useAppMessages();
  const store = useStoreApi();
  const language = useLanguage();
  const tabs = useTabNames();
  const examples = useExamples();
  return [
    ...commands.map(({ id, keys, run }) => ({ id, words: t(id), keys, run: () => run(store.getState()) })),
    ...inspectorTabs.map((tab, index) => ({
      id: tab,
      words: t('command.tab', { number: index + 1, name: tabs[index] ?? '' }),
      keys: String((index + 1) % 10),
      run: () => store.getState().showTab(tab),
    })),
    ...examples.map((entry) => ({
      id: `example ${entry.id}`,
      words: t('commands.example', { title: entry.title[language] }),
      keys: '',
      run: () => void openGalleryEntry(store, entry),
    })),
  ];
}

/** The entries in which every word stands. */
export function entriesWith(entries: readonly PaletteEntry[], filter: string): readonly PaletteEntry[] {
  const words = filter.toLowerCase().split(/\s+/);
  return entries.filter((entry) => words.every((word) => entry.words.toLowerCase().includes(word)));
}

/** None while they are on their way, or where they cannot be had. */
function useExamples(): readonly GalleryEntry[] {
  const [examples, setExamples] = useState<readonly GalleryEntry[]>([]);
  useEffect(() => {
    galleryIndex().then(setExamples, () => setExamples([]));
  }, []);
  return examples;
}
