import { Keyboard } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ScenarioSettings } from '../../sim-core/scenario/scenario.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CoreFields } from './core-fields.tsx';
import { useAppMessages } from './messages/app-messages.ts';
import { PythonFields } from './python-fields.tsx';
import css from './settings-dialog.module.css';

/** The machine the program runs on. A change runs it again, so that its effect is seen at once. */
export function SettingsDialog(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const settings = useStore((state) => state.scenario.settings);
  const change = (part: Partial<ScenarioSettings>): void => {
    store.getState().changeSettings(part);
    if (store.getState().trace !== null) void store.getState().startRun();
  };
  return (
    <Dialog
      isOpen
      onClose={() => store.getState().closeDialog()}
      title={t('settings.title')}
      description={t('settings.help')}
    >
      <div className={css['fields']}>
        <PythonFields settings={settings} onChange={change} />
        <CoreFields settings={settings} onChange={change} />
        <Button icon={<Keyboard />} onClick={() => store.getState().openDialog('input')}>
          {t('input.open')}
        </Button>
      </div>
    </Dialog>
  );
}
