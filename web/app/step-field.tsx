import { type ReactNode, useState } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { countText, momentText } from '../ui/time-text.ts';
import { useAppMessages } from './messages/app-messages.ts';
import css from './step-field.module.css';

/** Where we are: the time, and the step, which can be typed. */
export function StepField(): ReactNode {
  const t = useAppMessages();
  const store = useStoreApi();
  const steps = useStore((state) => state.trace?.steps ?? 0);
  const step = useStore((state) => state.moment?.step ?? 0);
  const time = useStore(({ playheadNs, viewport }) => momentText(playheadNs, viewport.toNs - viewport.fromNs));
  const [draft, setDraft] = useState<string | null>(null);
  const go = (): void => {
    const wanted = Number((draft ?? '').replaceAll(/\D/g, ''));
    if (draft !== null && draft.trim() !== '') void store.getState().seekStep(Math.min(steps, wanted));
    setDraft(null);
  };
  return (
    <div className={css['field']}>
      <span className={css['time']}>
        <span className="visually-hidden">{t('transport.time')} </span>
        {time}
      </span>
      <label>
        {t('transport.step')}{' '}
        <input
          id="go-to-step"
          className={css['input']}
          style={{ '--digits': countText(steps).length }}
          inputMode="numeric"
          value={draft ?? countText(step)}
          onChange={(event) => setDraft(event.target.value)}
          onFocus={(event) => event.target.select()}
          onBlur={go}
          onKeyDown={(event) => {
            if (event.key === 'Enter') go();
            if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
          }}
        />{' '}
        {t('transport.of', { count: countText(steps) })}
      </label>
    </div>
  );
}
