import { lazy, type ReactNode, Suspense } from 'react';
import { type InspectorTab, inspectorTabs } from '../store/panel-slice.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { withMessages } from '../ui/messages/catalogue.ts';
import { type Tab, Tabs } from '../ui/tabs.tsx';
import { BytecodePanel } from './bytecode-panel.tsx';
import { LocksTable } from './locks-table.tsx';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import { StopsPanel } from './stops-panel.tsx';
import { ThreadCards } from './thread-cards.tsx';
import { VariablesPanel } from './variables-panel.tsx';

/** The moment at the playhead, from every side. */
export function Inspectors(): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const selected = useStore((state) => state.inspectorTab);
  const hasTasks = useStore((state) => (state.trace?.tasks.length ?? 0) > 0);
  const tabs = inspectorTabs
    .filter((id) => id !== 'tasks' || hasTasks || selected === 'tasks')
    .map((id): Tab => ({ id, content: <Suspense fallback={null}>{contents[id]}</Suspense>, label: t(`tab.${id}`) }));
  return (
    <Tabs
      label={t('moment.name')}
      tabs={tabs}
      selected={selected}
      onSelect={(id) => {
        const tab = inspectorTabs.find((candidate) => candidate === id);
        if (tab !== undefined) store.getState().showTab(tab);
      }}
    />
  );
}

// What a first picture does not show comes when it is asked for.
const WhyPanel = lazy(async () => ({ default: (await withMessages(import('./why-panel.tsx'))).WhyPanel }));
const TasksPanel = lazy(async () => ({ default: (await withMessages(import('./tasks/tasks-panel.tsx'))).TasksPanel }));
const EventsPanel = lazy(async () => ({ default: (await withMessages(import('./events-panel.tsx'))).EventsPanel }));
const MeasurePanel = lazy(async () => ({ default: (await withMessages(import('./measure-panel.tsx'))).MeasurePanel }));
const SharedPanel = lazy(async () => ({
  default: (await withMessages(import('./shared-data/shared-panel.tsx'))).SharedPanel,
}));

const contents: Readonly<Record<InspectorTab, ReactNode>> = {
  threads: <ThreadCards />,
  variables: <VariablesPanel />,
  bytecode: <BytecodePanel />,
  why: <WhyPanel />,
  locks: <LocksTable />,
  tasks: <TasksPanel />,
  events: <EventsPanel />,
  measure: <MeasurePanel />,
  stops: <StopsPanel />,
  shared: <SharedPanel />,
};
