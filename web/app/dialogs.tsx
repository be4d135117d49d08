import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode, Suspense } from 'react';
import type { DialogName } from '../store/panel-slice.ts';
import { useStore } from '../store/store-context.ts';
import { withMessages } from '../ui/messages/catalogue.ts';

/** The open dialog; each is loaded when it is first wanted. */
export function Dialogs(): ReactNode {
  const name = useStore((store) => store.dialog);
  if (name === null) return null;
  const Content = contents[name];
  return (
    <Suspense fallback={null}>
      <Content />
    </Suspense>
  );
}

const contents: Readonly<Record<DialogName, LazyExoticComponent<ComponentType>>> = {
  share: lazy(async () => ({ default: (await withMessages(import('../share/share-dialog.tsx'))).ShareDialog })),
  gallery: lazy(async () => ({ default: (await withMessages(import('../share/gallery-dialog.tsx'))).GalleryDialog })),
  export: lazy(async () => ({ default: (await withMessages(import('./export-dialog.tsx'))).ExportDialog })),
  input: lazy(async () => ({ default: (await withMessages(import('./input-dialog.tsx'))).InputDialog })),
  settings: lazy(async () => ({ default: (await withMessages(import('./settings-dialog.tsx'))).SettingsDialog })),
  shortcuts: lazy(async () => ({ default: (await withMessages(import('./shortcuts-dialog.tsx'))).ShortcutsDialog })),
  commands: lazy(async () => ({ default: (await withMessages(import('./commands-dialog.tsx'))).CommandsDialog })),
};
