import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { captionOf, type Stop, type StopQuestion } from '../store/stops-slice.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { useLanguage } from '../ui/messages/catalogue.ts';
import { countText } from '../ui/time-text.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import css from './stops-panel.module.css';

const kinds = ['none', 'variable', 'next-thread', 'wakes', 'output'] as const;

export interface StopRowProps {
  readonly stop: Stop;
  readonly index: number;
}

export function StopRow({ stop, index }: StopRowProps): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const isCurrent = useStore((state) => state.currentStop === index);
  const language = useLanguage();
  const number = index + 1;
  const change = (part: Partial<Stop>): void => store.getState().changeStop(index, part);
  return (
    <div className={[css['row'], isCurrent ? css['current'] : ''].join(' ')}>
      <Button
        className={css['step']}
        aria-label={t('stops.goTo', { number })}
        onClick={() => void store.getState().goToStop(index)}
      >
        {number} · {countText(stop.step)}
      </Button>
      <input
        className={[css['text'], css['caption']].join(' ')}
        value={captionOf(stop, language)}
        placeholder={t('stops.captionHint')}
        aria-label={t('stops.caption', { number })}
        onChange={(event) => change({ caption: event.target.value, captions: null })}
      />
      <Select
        label={t('stops.question', { number })}
        isLabelHidden
        value={stop.question?.kind ?? 'none'}
        options={kinds.map((value) => ({ value, label: t(`stops.question.${value}`) }))}
        onChange={(kind) => change({ question: questionOf(kind) })}
      />
      {stop.question?.kind === 'variable' && (
        <input
          className={css['text']}
          size={10}
          value={stop.question.name}
          aria-label={t('stops.variable')}
          onChange={(event) => change({ question: { kind: 'variable', name: event.target.value } })}
        />
      )}
      <IconButton
        label={t('stops.remove', { number })}
        icon={<Trash2 />}
        onClick={() => store.getState().removeStop(index)}
      />
    </div>
  );
}

function questionOf(kind: (typeof kinds)[number]): StopQuestion | null {
  if (kind === 'none') return null;
  return kind === 'variable' ? { kind, name: '' } : { kind };
}
