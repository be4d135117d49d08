import type { ReactNode } from 'react';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './datapath.module.css';
import type { PartId } from './picture.ts';

/** What the box under the pointer is for. The line is always there, so that nothing jumps. */
export function Explanation({ part }: { readonly part: PartId | null }): ReactNode {
  const t = useCpuMessages();
  return (
    <figcaption className={css['explanation']}>
      {part === null ? (
        t('picture.hint')
      ) : (
        <>
          <strong>{t(`part.${part}.name`)}</strong> {t(`part.${part}.text`)}
        </>
      )}
    </figcaption>
  );
}
