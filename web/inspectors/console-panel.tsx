import { Keyboard } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { threadNameOf } from '../store/trace-threads.ts';
import { threadInk } from '../ui/state-style.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { durationText } from '../ui/time-text.ts';
import { chosenLines, everything } from './console-choice.ts';
import { ConsoleFilter } from './console-filter.tsx';
import { consolePieces } from './console-echo.ts';
import { ConsoleInput, TakeBackInput } from './console-input.tsx';
import { consoleLines } from './console-lines.ts';
import css from './console-panel.module.css';
import { useInspectorMessages } from './messages/inspector-messages.ts';

const mostLines = 2000;

/** What the program printed, in its threads' colours; a click goes to the moment. What comes after the playhead is pale. */
export function ConsolePanel(): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const trace = useStore((state) => state.trace);
  const playheadNs = useStore((state) => state.playheadNs);
  const isTyped = useStore((state) => state.ranScenario?.stdin === null);
  const [choice, setChoice] = useState(everything);
  const all = useMemo(() => (trace === null ? [] : consoleLines(consolePieces(trace, isTyped))), [trace, isTyped]);
  const chosen = useMemo(() => chosenLines(all, choice), [all, choice]);
  const lines = chosen.slice(0, mostLines);
  return (
    <section className={css['console']} aria-label={t('console.name')}>
      <header className={css['title']}>
        <h2>{t('console.name')}</h2>
        <TakeBackInput />
        <IconButton
          label={t('console.input')}
          icon={<Keyboard />}
          shortcut="I"
          onClick={() => store.getState().openDialog('input')}
        />
      </header>
      {all.length > 1 && <ConsoleFilter lines={all} choice={choice} onChange={setChoice} count={chosen.length} />}
      {lines.length === 0 && (
        <p className={css['empty']}>{t(all.length === 0 ? 'console.empty' : 'console.nothing')}</p>
      )}
      <ol className={css['lines']}>
        {lines.map((line, index) => {
          const name = trace === null ? '' : threadNameOf(trace, line.thread);
          const isLater = line.timeNs > playheadNs;
          return (
            // eslint-disable-next-line react/no-array-index-key -- lines have no other identity and never move
            <li key={index}>
              <button
                type="button"
                className={[css['line'], isLater ? css['later'] : '', css[line.stream]].join(' ')}
                style={{ '--ink': threadInk(line.thread) }}
                title={t('console.goTo', { time: durationText(line.timeNs), name })}
                onClick={() => void store.getState().seekStep(line.step)}
              >
                <span className={css['thread']}>{lines[index - 1]?.thread === line.thread ? '' : name}</span>
                <span className={css['text']}>
                  {line.text === '' ? ' ' : line.text.slice(0, line.text.length - line.typed.length)}
                  {line.typed !== '' && <kbd>{line.typed}</kbd>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
      <ConsoleInput />
    </section>
  );
}
