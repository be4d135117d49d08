import { type ReactNode, useEffect } from 'react';
import type { Settings } from '../crew/settings.ts';
import type { WorkerRoster } from '../crew/worker-roster.ts';
import { type Experiment, fitSettings } from '../experiments/experiment.ts';
import type { Machine } from '../machine/machine.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import type { SharedRun } from '../share/shared-run.ts';
import { Controls } from './controls.tsx';
import css from './experiment-view.module.css';
import { ExperimentWords } from './experiment-words.tsx';
import { MachineFacts } from './machine-facts.tsx';
import { MeasuredPanel } from './measured-panel.tsx';
import { PredictionPanel } from './prediction-panel.tsx';
import { RunStatus } from './run-status.tsx';
import { SharedBanner } from './shared-banner.tsx';
import { TimelineSection } from './timeline-section.tsx';
import { usePrediction } from './use-prediction.ts';
import { type LabRun, useLabRun } from './use-lab-run.ts';
import { useSimulation } from './use-simulation.ts';
import { useSimulationAfterRun } from './use-simulation-after-run.ts';

export interface ExperimentViewProps {
  readonly roster: WorkerRoster;
  readonly machine: Machine | null;
  readonly experiment: Experiment;
  readonly settings: Settings;
  /** A run that came in a link, shown until one is made here. */
  readonly shared: SharedRun | null;
  readonly onSettings: (settings: Settings) => void;
}

/** One experiment: its goal, its controls, reality beside prediction, the timeline, and why the two differ. */
export function ExperimentView(props: ExperimentViewProps): ReactNode {
  const { roster, machine, experiment, settings, shared, onSettings } = props;
  const t = useLabMessages();
  const run = useLabRun(roster, experiment, machine);
  const { state } = run;
  const record = state.kind === 'done' ? state.record : null;
  const sharedInView = state.kind === 'idle' ? shared : null;
  const shown = record ?? sharedInView;
  const cores = shown?.machine.cores ?? machine?.cores ?? navigator.hardwareConcurrency;
  const about = shown === null ? settings : fitSettings(experiment, shown.settings);
  const prediction = usePrediction({ experiment: experiment.id, settings: about, cores });
  const simulation = useSimulation(roster, prediction.program);
  const runAlone: LabRun = {
    ...run,
    start: (wish) => {
      // A simulation in progress would take a core from the real workers.
      if (simulation.phase === 'running') simulation.stop();
      run.start(wish);
    },
  };
  useSimulationAfterRun(record, simulation);
  useFirstRun(experiment, machine !== null, () => run.start(settings));
  return (
    <article className={css['experiment']} aria-busy={state.kind === 'running'}>
      <header className={css['header']}>
        <h1>{t(`${experiment.id}.title`)}</h1>
        <p className={css['goal']}>{t(`${experiment.id}.goal`)}</p>
      </header>
      {sharedInView !== null && <SharedBanner run={sharedInView} />}
      <Controls
        experiment={experiment}
        settings={settings}
        run={runAlone}
        isReady={machine !== null}
        onSettings={onSettings}
      />
      <RunStatus state={state} limitMs={experiment.limitMs} />
      <div className={css['sides']}>
        <MeasuredPanel
          experiment={experiment.id}
          state={state}
          shared={sharedInView}
          prediction={prediction}
          simulatedOutput={simulation.run?.output ?? null}
        />
        <PredictionPanel prediction={prediction} simulation={simulation} isBusy={state.kind === 'running'} />
      </div>
      <TimelineSection record={record} isShared={sharedInView !== null} simulated={simulation.run} />
      <ExperimentWords experiment={experiment.id} />
      {machine !== null && <MachineFacts machine={machine} />}
    </article>
  );
}

/** Whoever comes without wishes finds the first experiment already run, not an empty page. */
function useFirstRun(experiment: Experiment, isReady: boolean, start: () => void): void {
  useEffect(() => {
    if (isReady && location.hash === '' && experiment.id === 'lost-update') start();
    // Only when the machine has been measured, not whenever the settings change.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isReady]);
}
