import { type ReactNode, useState } from 'react';
import type { Settings } from '../crew/settings.ts';
import type { WorkerRoster } from '../crew/worker-roster.ts';
import { experiments } from '../experiments/catalogue.ts';
import type { ExperimentId } from '../experiments/experiment-id.ts';
import { fitSettings } from '../experiments/experiment.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import type { LabAddress } from '../share/run-link.ts';
import { ExperimentList } from './experiment-list.tsx';
import { ExperimentView } from './experiment-view.tsx';
import css from './lab-page.module.css';
import { MachineStrip } from './machine-strip.tsx';
import { useAddress } from './use-address.ts';
import { useLiveWorkers, useMachine } from './use-machine.ts';

export interface LabRoomProps {
  readonly roster: WorkerRoster;
}

/** The list of experiments and the one that the address names. */
export function LabRoom({ roster }: LabRoomProps): ReactNode {
  const t = useLabMessages();
  const { address, hash } = useAddress();
  const machine = useMachine(roster);
  const liveWorkers = useLiveWorkers(roster);
  const [wishes, setWishes] = useState<Readonly<Partial<Record<ExperimentId, Settings>>>>({});
  const id = experimentOf(address);
  const experiment = experiments[id];
  const shared = address.kind === 'run' ? address.run : null;
  const settings = fitSettings(experiment, wishes[id] ?? shared?.settings ?? experiment.defaults);
  return (
    <div className={css['room']}>
      <MachineStrip machine={machine} liveWorkers={liveWorkers} />
      <div className={css['columns']}>
        <ExperimentList selected={id} />
        <main id="experiment" className={css['main']} tabIndex={-1}>
          {address.kind === 'newer' && (
            <p className={css['notice']}>{t('shared.newer', { version: address.version })}</p>
          )}
          {address.kind === 'broken' && <p className={css['notice']}>{t('shared.broken')}</p>}
          <ExperimentView
            key={`${id} ${hash}`}
            roster={roster}
            machine={machine}
            experiment={experiment}
            settings={settings}
            shared={shared}
            onSettings={(wish) => setWishes((all) => ({ ...all, [id]: fitSettings(experiment, wish) }))}
          />
        </main>
      </div>
    </div>
  );
}

function experimentOf(address: LabAddress): ExperimentId {
  switch (address.kind) {
    case 'experiment':
      return address.experiment;
    case 'run':
      return address.run.experiment;
    case 'newer':
    case 'broken':
      return 'lost-update';
  }
}
