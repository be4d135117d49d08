import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { EditorPane } from '../editor/editor-pane.tsx';
import { ConsolePanel } from '../inspectors/console-panel.tsx';
import { Inspectors } from '../inspectors/inspectors.tsx';
import { OutcomeBanner } from '../inspectors/outcome-banner.tsx';
import { StopCaption } from '../inspectors/stop-caption.tsx';
import { useStore } from '../store/store-context.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { useCommonMessages } from '../ui/messages/common.ts';
import { Splitter } from '../ui/splitter.tsx';
import { embeddedPanes } from '../ui/embedding.ts';
import { wearTheme } from '../ui/theme.ts';
import { Goal } from './goal.tsx';
import { useAppMessages } from './messages/app-messages.ts';
import { NarrowTabs } from './narrow-tabs.tsx';
import { type PaneSizes, usePaneSizes } from './pane-sizes.ts';
import { Transport } from './transport.tsx';
import { usePlayback } from './use-playback.ts';
import { useShortcuts } from './use-shortcuts.ts';
import css from './workbench.module.css';
import { withMessages } from '../ui/messages/catalogue.ts';

/** Program, timeline and the moment, on one clock. */
export function Workbench(): ReactNode {
  useShortcuts();
  usePlayback();
  const t = useAppMessages();
  const common = useCommonMessages();
  const narrowTab = useStore((store) => store.narrowTab);
  const isPresenting = useStore((store) => store.isPresenting);
  const [sizes, resize] = usePaneSizes();
  useEffect(() => {
    wearTheme(isPresenting ? 'projector' : null);
    document.documentElement.toggleAttribute('data-presenting', isPresenting);
  }, [isPresenting]);
  return (
    <main
      id="main"
      className={css['workbench']}
      data-narrow={narrowTab}
      data-panes={embeddedPanes() ?? 'all'}
      data-presenting={isPresenting ? '' : undefined}
    >
      <h1 className="visually-hidden">{common('app.name')}</h1>
      <NarrowTabs />
      <div className={css['panes']} style={{ '--program': sizes.program }}>
        <Program sizes={sizes} resize={resize} />
        <div className={css['split']}>
          <Splitter
            label={t('pane.program')}
            orientation="column"
            value={sizes.program}
            min={15}
            max={60}
            onChange={(program) => resize({ program })}
          />
        </div>
        <Picture sizes={sizes} resize={resize} />
      </div>
      <Transport />
    </main>
  );
}

interface PaneProps {
  readonly sizes: PaneSizes;
  readonly resize: (change: Partial<PaneSizes>) => void;
}

function Program({ sizes, resize }: PaneProps): ReactNode {
  const t = useAppMessages();
  return (
    <div className={css['program']}>
      <Goal />
      <div className={css['stack']} style={{ '--first': sizes.editor }}>
        <EditorPane />
        <Splitter
          label={t('pane.editor')}
          orientation="row"
          value={sizes.editor}
          min={20}
          max={90}
          onChange={(editor) => resize({ editor })}
        />
        <ConsolePanel />
      </div>
    </div>
  );
}

const SchedulerPanel = lazy(async () => ({
  default: (await withMessages(import('../scheduler/scheduler-panel.tsx'))).SchedulerPanel,
}));

function Picture({ sizes, resize }: PaneProps): ReactNode {
  const t = useAppMessages();
  const isStepped = useStore((store) => store.stepped !== null);
  const isOver = useStore((store) => store.stepped === null || store.stepped.isOver);
  const views = <Views sizes={sizes} resize={resize} />;
  return (
    <div className={css['picture']}>
      <StopCaption />
      {isOver && <OutcomeBanner />}
      {isStepped ? (
        <div className={[css['stack'], css['stepped']].join(' ')} style={{ '--first': sizes.scheduler }}>
          <Suspense fallback={<div />}>
            <SchedulerPanel />
          </Suspense>
          <Splitter
            label={t('pane.scheduler')}
            orientation="row"
            value={sizes.scheduler}
            min={15}
            max={85}
            onChange={(scheduler) => resize({ scheduler })}
          />
          <div className={css['views']}>{views}</div>
        </div>
      ) : (
        views
      )}
    </div>
  );
}

function Views({ sizes, resize }: PaneProps): ReactNode {
  const t = useAppMessages();
  return (
    <div className={css['stack']} style={{ '--first': sizes.timeline }}>
      <Timeline />
      <Splitter
        label={t('pane.timeline')}
        orientation="row"
        value={sizes.timeline}
        min={20}
        max={85}
        onChange={(timeline) => resize({ timeline })}
      />
      <Inspectors />
    </div>
  );
}
