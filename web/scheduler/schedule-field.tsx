import { Check, Copy, Link2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ScheduleMistake } from '../../sim-core/trace/schedule.ts';
import type { SteppedState } from '../../sim-core/trace/stepped-state.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { Button } from '../ui/button.tsx';
import { useSchedulerMessages } from './messages/scheduler-messages.ts';
import css from './schedule-field.module.css';

/** The choices as a text: to read, to change, to take along. */
export function ScheduleField({ stepped }: { readonly stepped: SteppedState }): ReactNode {
  const t = useSchedulerMessages();
  const store = useStoreApi();
  const python = useStore(({ scenario }) => scenario.settings.python);
  const [text, setText] = useState(stepped.schedule);
  const [mistake, setMistake] = useState<ScheduleMistake | null>(stepped.mistake);
  const run = async (): Promise<void> => setMistake(await store.getState().runSchedule(text));
  return (
    <form
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <label className={css['label']}>
        {t('schedule.name')}
        <textarea
          className={css['text']}
          rows={2}
          value={text}
          spellCheck={false}
          aria-invalid={mistake !== null}
          aria-describedby="schedule-help"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            void run();
          }}
        />
      </label>
      {mistake !== null && (
        <p className={css['mistake']} role="alert">
          {t(`schedule.${mistake.kind}`, { position: mistake.position, found: mistake.found })}
        </p>
      )}
      <p id="schedule-help" className={css['help']}>
        {t('schedule.help')}
      </p>
      <Buttons schedule={stepped.schedule} />
      <p className={css['help']}>
        {t('schedule.command')}:{' '}
        <code>{`npx lockstep run main.py --python ${python} --schedule '${stepped.schedule}'`}</code>
      </p>
    </form>
  );
}

function Buttons({ schedule }: { readonly schedule: string }): ReactNode {
  const t = useSchedulerMessages();
  const store = useStoreApi();
  const [isCopied, setIsCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(schedule);
    setIsCopied(true);
  };
  return (
    <div className={css['buttons']}>
      <Button type="submit" kind="primary">
        {t('schedule.run')}
      </Button>
      <Button icon={isCopied ? <Check /> : <Copy />} onClick={() => void copy()}>
        {t('schedule.copy')}
      </Button>
      <Button icon={<Link2 />} onClick={() => store.getState().openDialog('share')}>
        {t('schedule.link')}
      </Button>
    </div>
  );
}
