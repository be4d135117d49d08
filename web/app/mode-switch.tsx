import { Hand, Timer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { useAppMessages } from './messages/app-messages.ts';
import css from './mode-switch.module.css';

/** Timed, or steered by the person. */
export function ModeSwitch(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const isStepped = useStore(({ scenario }) => scenario.schedule !== null);
  return (
    <fieldset className={css['modes']}>
      <legend className="visually-hidden">{t('mode.name')}</legend>
      <button
        type="button"
        aria-pressed={!isStepped}
        title={t('mode.timed')}
        onClick={() => void (isStepped && store.getState().leaveStepped())}
      >
        <Timer aria-hidden="true" />
        <span>{t('mode.timed')}</span>
      </button>
      <button
        type="button"
        aria-pressed={isStepped}
        title={t('mode.stepped')}
        onClick={() => void (!isStepped && store.getState().enterStepped())}
      >
        <Hand aria-hidden="true" />
        <span>{t('mode.stepped')}</span>
      </button>
    </fieldset>
  );
}
