/** Files dropped anywhere on the workbench are opened. */
import { useEffect } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { openFiles } from './scenario-file.ts';

export function useDroppedFiles(): void {
  const store = useStoreApi();
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const onDrop = (event: DragEvent): void => {
      const files = [...(event.dataTransfer?.files ?? [])].filter(({ name }) => /\.(py|json)$/.test(name));
      if (files.length === 0) return;
      event.preventDefault();
      event.stopPropagation();
      void openFiles(store, files);
    };
    // Before the editor, which would insert a dropped file's text.
    addEventListener('dragover', onDragOver, { capture: true });
    addEventListener('drop', onDrop, { capture: true });
    return () => {
      removeEventListener('dragover', onDragOver, { capture: true });
      removeEventListener('drop', onDrop, { capture: true });
    };
  }, [store]);
}
