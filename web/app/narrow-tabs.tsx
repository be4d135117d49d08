import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { useAppMessages } from './messages/app-messages.ts';
import css from './narrow-tabs.module.css';

const places = ['timeline', 'editor'] as const;

/** On narrow screens: the program or the picture. Hidden on wide ones. */
export function NarrowTabs(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const shown = useStore((state) => state.narrowTab);
  return (
    <nav className={css['tabs']} aria-label={t('narrow.choose')}>
      {places.map((place) => (
        <button
          key={place}
          type="button"
          aria-pressed={shown === place}
          onClick={() => store.getState().showNarrowTab(place)}
        >
          {t(`narrow.${place}`)}
        </button>
      ))}
    </nav>
  );
}
