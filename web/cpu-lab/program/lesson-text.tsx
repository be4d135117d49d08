import type { ReactNode } from 'react';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './program.module.css';
import { ThreeLevels } from './three-levels.tsx';

/** The goal of the lesson, what to look at, and a question with its answer folded away. */
export function LessonText(): ReactNode {
  const t = useCpuMessages();
  const lesson = useLab((state) => state.lesson);
  if (lesson === null) return null;
  return (
    // It scrolls where it is long: it must be reachable by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <article className={css['lesson']} tabIndex={0} aria-label={t('program.lesson')}>
      <h2>{t(`lesson.${lesson}.title`)}</h2>
      <p>{t(`lesson.${lesson}.goal`)}</p>
      {lesson === 'threeLevels' && <ThreeLevels />}
      <p>{t(`lesson.${lesson}.look`)}</p>
      <details key={lesson}>
        <summary>{t(`lesson.${lesson}.question`)}</summary>
        <p>{t(`lesson.${lesson}.answer`)}</p>
      </details>
    </article>
  );
}
