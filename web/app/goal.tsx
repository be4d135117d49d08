import type { ReactNode } from 'react';
import { useStore } from '../store/store-context.ts';
import { useLanguage } from '../ui/messages/catalogue.ts';
import css from './goal.module.css';
import { useAppMessages } from './messages/app-messages.ts';

/** What the example wants to show: every example states its goal. */
export function Goal(): ReactNode {
  const t = useAppMessages();
  const language = useLanguage();
  const lesson = useStore((store) => store.lesson);
  if (lesson === null) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, or opens, where it is too long
    <p className={css['goal']} tabIndex={0}>
      <strong>{t('bar.goal')}</strong> {lesson.goal[language]}
    </p>
  );
}
