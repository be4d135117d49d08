import type { ReactNode } from 'react';
import { useStoreApi } from '../store/store-context.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Button } from '../ui/button.tsx';
import { useShareMessages } from './messages/share-messages.ts';
import { saveProgram, saveScenarioFile } from './scenario-file.ts';

/** Everything that can be taken away as a file. */
export function ExportDialog(): ReactNode {
  const t = useShareMessages();
  const store = useStoreApi();
  return (
    <Dialog isOpen onClose={() => store.getState().closeDialog()} title={t('export.title')}>
      <Button onClick={() => saveScenarioFile(store.getState())}>{t('export.scenario')}</Button>
      <Button onClick={() => saveProgram(store.getState())}>{t('export.program')}</Button>
    </Dialog>
  );
}
