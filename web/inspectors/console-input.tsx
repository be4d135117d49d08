import { CornerDownLeft, Undo2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { inputWait } from '../store/input-slice.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { threadNameOf } from '../store/trace-threads.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { durationText } from '../ui/time-text.ts';
import css from './console-input.module.css';
import { useInspectorMessages } from './messages/inspector-messages.ts';

/** Where the run waits for input: type it here, and it goes on. Ctrl+C and Ctrl+D do what they do in a terminal. */
export function ConsoleInput(): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const [text, setText] = useState('');
  const trace = useStore((state) => state.trace);
  const playheadNs = useStore((state) => state.playheadNs);
  const isRunning = useStore((state) => state.run.kind === 'running');
  const wait = trace === null ? null : inputWait(trace);
  if (trace === null || wait === null) return null;
  const sinceNs = trace.timeNs[wait.event] ?? 0;
  const name = threadNameOf(trace, wait.thread);
  const time = durationText(Math.max(sinceNs, playheadNs < sinceNs ? trace.endNs : playheadNs));
  const send = (typed: string | null): void => {
    setText('');
    void store.getState().type(typed);
  };
  return (
    <form
      className={css['input']}
      onSubmit={(event) => {
        event.preventDefault();
        send(`${text}\n`);
      }}
    >
      <label className={css['label']}>
        <span>{t('console.waits', { name, time })}</span>
        <input
          value={text}
          disabled={isRunning}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            const isSelected = event.currentTarget.selectionStart !== event.currentTarget.selectionEnd;
            const control = event.ctrlKey && !event.altKey && !event.shiftKey ? event.key.toLowerCase() : '';
            if (control === 'd' && text === '') send(null);
            else if (control === 'c' && !isSelected) send('\u0003');
            else return;
            event.preventDefault();
          }}
        />
      </label>
      <IconButton type="submit" label={t('console.send')} icon={<CornerDownLeft />} shortcut="Enter" />
      <button type="button" className={css['key']} title={t('console.endOfFile')} onClick={() => send(null)}>
        Ctrl+D
      </button>
      <button type="button" className={css['key']} title={t('console.interrupt')} onClick={() => send('\u0003')}>
        Ctrl+C
      </button>
    </form>
  );
}

/** In the console's title: takes back what was typed last. */
export function TakeBackInput(): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const last = useStore((state) => (state.scenario.stdin === null ? state.scenario.typed.at(-1) : undefined));
  if (last === undefined) return null;
  const what = last.text === null ? 'Ctrl+D' : last.text === '\u0003' ? 'Ctrl+C' : last.text.trimEnd();
  return (
    <IconButton
      label={t('console.takeBack', { text: what })}
      icon={<Undo2 />}
      onClick={() => void store.getState().takeBackInput()}
    />
  );
}
