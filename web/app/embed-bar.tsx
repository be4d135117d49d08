import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from '../store/store-context.ts';
import { useLanguage } from '../ui/messages/catalogue.ts';
import { useCommonMessages } from '../ui/messages/common.ts';
import { AppearanceMenu } from './appearance-menu.tsx';
import css from './embed-bar.module.css';
import { useAppMessages } from './messages/app-messages.ts';
import { RunButton } from './run-button.tsx';

/** The bar within another page's frame: what it is, Run, and the way to the whole page. */
export function EmbedBar(): ReactNode {
  const t = useAppMessages();
  const common = useCommonMessages();
  const language = useLanguage();
  const title = useStore((state) => state.lesson?.title[language] ?? state.scenario.title);
  return (
    <header className={css['bar']}>
      <strong>{title || common('app.name')}</strong>
      <RunButton />
      <a className={css['open']} href={`./${location.hash}`} target="_blank" rel="noreferrer">
        {t('bar.openWhole')}
        <ExternalLink aria-hidden="true" />
      </a>
      <AppearanceMenu />
    </header>
  );
}
