import { type ReactNode } from 'react';
import { LabBar } from './controls/lab-bar.tsx';
import { Transport } from './controls/transport.tsx';
import { useLabKeys } from './controls/use-lab-keys.ts';
import css from './cpu-lab.module.css';
import { Datapath } from './datapath/datapath.tsx';
import { HartsPicture } from './harts/harts-picture.tsx';
import { LabContext, useLab } from './lab-context.ts';
import { useCpuMessages } from './messages/cpu-messages.ts';
import { Panels } from './panels/panels.tsx';
import { PipelinePicture } from './pipeline/pipeline-picture.tsx';
import { ProgramPane } from './program/program-pane.tsx';
import { useOwnLabStore } from './use-lab-store.ts';
import { usePlaying } from './use-playing.ts';

/** The room of the textbook machine: from one instruction on one hart to a lock made of bus transactions. */
export function CpuLab(): ReactNode {
  const store = useOwnLabStore();
  if (store === null) return <main className={css['lab']} />;
  return (
    <LabContext value={store}>
      <Room />
    </LabContext>
  );
}

function Room(): ReactNode {
  const t = useCpuMessages();
  const isPictureOnly = useLab((state) => state.isPictureOnly);
  usePlaying();
  useLabKeys();
  return (
    <main className={css['lab']} aria-label={t('lab.name')}>
      <h1 className={css['hidden']}>{t('lab.name')}</h1>
      <LabBar />
      <div className={css['columns']} data-picture-only={isPictureOnly}>
        {!isPictureOnly && (
          <section className={css['program']} aria-label={t('program.name')}>
            <ProgramPane />
          </section>
        )}
        {/* The id is where the bar's skip link leads in every room. */}
        <section id="timeline" tabIndex={-1} className={css['middle']} aria-label={t('picture.section')}>
          <Picture />
          <Output />
        </section>
        {!isPictureOnly && (
          <section className={css['panels']} aria-label={t('panels.name')}>
            <Panels />
          </section>
        )}
      </div>
      <Transport />
    </main>
  );
}

/** One hart without a pipeline is drawn as the textbook machine; several as harts over a bus. */
function Picture(): ReactNode {
  const harts = useLab((state) => state.config.harts);
  const model = useLab((state) => state.config.model);
  return (
    <>
      {harts > 1 && <HartsPicture />}
      {model === 'pipeline' && <PipelinePicture />}
      {harts === 1 && model !== 'pipeline' && <Datapath />}
    </>
  );
}

function Output(): ReactNode {
  const t = useCpuMessages();
  const output = useLab((state) => state.moment?.output ?? '');
  if (output === '') return null;
  return (
    <section className={css['output']} aria-label={t('lab.output')}>
      <pre>{output}</pre>
    </section>
  );
}
