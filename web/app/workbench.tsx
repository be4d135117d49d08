import { type ReactNode, useEffect } from 'react';
import { EditorPane } from '../editor/editor-pane.tsx';
import { ConsolePanel } from '../inspectors/console-panel.tsx';
import { Inspectors } from '../inspectors/inspectors.tsx';
import { OutcomeBanner } from '../inspectors/outcome-banner.tsx';
import { useStore } from '../store/store-context.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { useCommonMessages } from '../ui/messages/common.ts';
import { wearTheme } from '../ui/theme.ts';
import { Goal } from './goal.tsx';
import { NarrowTabs } from './narrow-tabs.tsx';
import { Transport } from './transport.tsx';
import { usePlayback } from './use-playback.ts';
import { useShortcuts } from './use-shortcuts.ts';
import css from './workbench.module.css';

/** Program, timeline and the moment, on one clock. */
export function Workbench(): ReactNode {
  useShortcuts();
  usePlayback();
  const t = useCommonMessages();
  const narrowTab = useStore((store) => store.narrowTab);
  const isPresenting = useStore((store) => store.isPresenting);
  useEffect(() => wearTheme(isPresenting ? 'projector' : null), [isPresenting]);
  return (
    <main className={css['workbench']} data-narrow={narrowTab} data-presenting={isPresenting ? '' : undefined}>
      <h1 className="visually-hidden">{t('app.name')}</h1>
      <NarrowTabs />
      <div className={css['program']}>
        <Goal />
        <div className={css['editor']}>
          <EditorPane />
        </div>
        <div className={css['console']}>
          <ConsolePanel />
        </div>
      </div>
      <div className={css['picture']}>
        <OutcomeBanner />
        <div className={css['timeline']}>
          <Timeline />
        </div>
        <div className={css['moment']}>
          <Inspectors />
        </div>
      </div>
      <div className={css['transport']}>
        <Transport />
      </div>
    </main>
  );
}
