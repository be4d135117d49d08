import type { ReactNode } from 'react';
import { type InspectorTab, inspectorTabs } from '../store/panel-slice.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { type Tab, Tabs } from '../ui/tabs.tsx';
import { BytecodePanel } from './bytecode-panel.tsx';
import { EventsPanel } from './events-panel.tsx';
import { LocksTable } from './locks-table.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import { SharedPanel } from './shared-data/shared-panel.tsx';
import { StopsPanel } from './stops-panel.tsx';
import { TasksPanel } from './tasks/tasks-panel.tsx';
import { ThreadCards } from './thread-cards.tsx';
import { VariablesPanel } from './variables-panel.tsx';
import { WhyPanel } from './why-panel.tsx';

/** The moment at the playhead, from every side. */
export function Inspectors(): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const selected = useStore((state) => state.inspectorTab);
  const hasTasks = useStore((state) => (state.trace?.tasks.length ?? 0) > 0);
  const tabs = inspectorTabs
    .filter((id) => id !== 'tasks' || hasTasks || selected === 'tasks')
    .map((id): Tab => ({ id, content: contents[id], label: t(`tab.${id}`) }));
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
