import { ChevronsRight } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Candidate } from '../../sim-core/trace/candidate.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { KeyCap } from '../ui/key-cap.tsx';
import { threadColor, threadInk } from '../ui/state-style.ts';
import { hindranceWords } from './hindrance-words.ts';
import { type SchedulerTranslate, useSchedulerMessages } from './messages/scheduler-messages.ts';
import css from './thread-choice.module.css';

export interface ThreadChoiceProps {
  readonly candidate: Candidate;
  readonly isSuggested: boolean;
}

/** One thread: where it stands, what it would do next, the button that lets it – or why it cannot. */
export function ThreadChoice({ candidate, isSuggested }: ThreadChoiceProps): ReactNode {
  const t = useSchedulerMessages();
  const store = useStoreApi();
  const { thread, name, hindrance } = candidate;
  const choose = (count: number | null): void => void store.getState().choose(thread, count);
  return (
    <li
      className={css['card']}
      style={{ '--thread': threadColor(thread) }}
      data-suggested={isSuggested ? '' : undefined}
      data-stuck={hindrance === null ? undefined : ''}
    >
      <button
        type="button"
        className={css['choose']}
        disabled={hindrance !== null}
        aria-label={t('thread.choose', { name })}
        aria-keyshortcuts={thread < 10 ? String(thread) : undefined}
        aria-describedby={`candidate-${thread}`}
        onClick={() => choose(1)}
      >
        <span className={css['head']}>
          {thread < 10 && <KeyCap keys={String(thread)} />}
          <span className={css['name']} style={{ color: threadInk(thread) }}>
            {name}
          </span>
          {isSuggested && <span className={css['tag']}>{t('thread.suggested')}</span>}
        </span>
        <span id={`candidate-${thread}`} className={css['about']}>
          <Place candidate={candidate} t={t} />
          <span className={css['next']}>
            {hindrance === null ? nextWords(candidate, t) : hindranceWords(hindrance, t)}
          </span>
        </span>
      </button>
      {hindrance === null && (
        <IconButton
          className={css['further']}
          label={`${t('thread.choose', { name })} ${t('thread.untilStuck')}`}
          icon={<ChevronsRight />}
          shortcut={thread < 10 ? `Shift+${thread}` : ''}
          onClick={() => choose(null)}
        />
      )}
    </li>
  );
}

function Place({ candidate, t }: { readonly candidate: Candidate; readonly t: SchedulerTranslate }): ReactNode {
  const { line, fileName, bytecode, hindrance } = candidate;
  const text = useStore(({ ranScenario }) => {
    const file = ranScenario?.files.find((other) => other.name === fileName);
    return file?.text.split('\n')[line - 1]?.trim() ?? '';
  });
  const showsBytecode = useStore(({ stepped }) => stepped?.granularity !== 'line');
  if (hindrance?.kind === 'finished') return null;
  if (line === 0) return <span className={css['place']}>{t('thread.notBegun')}</span>;
  return (
    <>
      <span className={css['place']}>
        {t('thread.line', { line })} <code>{text}</code>
      </span>
      {showsBytecode && bytecode !== '' && <code className={css['bytecode']}>{bytecode}</code>}
    </>
  );
}

function nextWords({ next, line }: Candidate, t: SchedulerTranslate): string {
  if (next === null) return line === 0 ? '' : ' ';
  return t(`next.${next.kind}`, { name: next.name });
}
