import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import css from './blank-screen.module.css';
import { useAppMessages } from './messages/app-messages.ts';

/** Nothing to look at while one talks; any click or B again ends it. */
export function BlankScreen(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const isBlank = useStore((state) => state.isBlank);
  if (!isBlank) return null;
  return (
    <button
      type="button"
      className={css['blank']}
      aria-label={t('command.blank')}
      onClick={() => store.getState().toggleBlank()}
    />
  );
}
