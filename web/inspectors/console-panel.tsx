import { Keyboard } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { openQuestion } from '../store/stops-slice.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { chosenLines, everything } from './console-choice.ts';
import { ConsoleFilter } from './console-filter.tsx';
import { consolePieces } from './console-echo.ts';
import { ConsoleInput, TakeBackInput } from './console-input.tsx';
import { consoleLines } from './console-lines.ts';
import { ConsoleLinesView } from './console-lines-view.tsx';
import css from './console-panel.module.css';
import { useInspectorMessages } from './messages/inspector-messages.ts';

/** What the program printed, in its threads' colours; a click goes to the moment. What comes after the playhead is pale. */
export function ConsolePanel(): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const trace = useStore((state) => state.trace);
  const hidesLater = useStore((state) => openQuestion(state)?.kind === 'output');
  const step = useStore((state) => (hidesLater ? (state.moment?.step ?? 0) : Infinity));
  const isTyped = useStore((state) => state.ranScenario?.stdin === null);
  const [choice, setChoice] = useState(everything);
  const all = useMemo(() => (trace === null ? [] : consoleLines(consolePieces(trace, isTyped))), [trace, isTyped]);
  const chosen = useMemo(() => chosenLines(all, choice), [all, choice]);
  // While a stop asks what will be printed, nothing gives it away.
  const lines = useMemo(
    () => (hidesLater ? chosen.filter((line) => line.step <= step) : chosen),
    [chosen, hidesLater, step],
  );
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
        <p className={css['empty']}>
          {t(all.length === 0 ? 'console.empty' : hidesLater ? 'console.hidden' : 'console.nothing')}
        </p>
      )}
      <ConsoleLinesView lines={lines} />
      <ConsoleInput />
    </section>
  );
}
