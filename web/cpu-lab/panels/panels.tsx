import type { ReactNode } from 'react';
import { Tabs } from '../../ui/tabs.tsx';
import { useLab, useLabStore } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { BusPanel } from './bus-panel.tsx';
import { CachePanel } from './cache-panel.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { MemoryPanel } from './memory-panel.tsx';
import { panelIds } from './panel-id.ts';
import type { PanelId } from './panel-id.ts';
import { PredictorPanel } from './predictor-panel.tsx';
import { RegistersPanel } from './registers-panel.tsx';

/** What can be looked at beside the picture. */
export function Panels(): ReactNode {
  const t = useCpuMessages();
  const store = useLabStore();
  const panel = useLab((state) => state.panel);
  const contents = {
    registers: <RegistersPanel />,
    memory: <MemoryPanel />,
    cache: <CachePanel />,
    predictor: <PredictorPanel />,
    bus: <BusPanel />,
    figures: <FiguresPanel />,
  } satisfies Record<PanelId, ReactNode>;
  return (
    <Tabs
      label={t('panels.name')}
      selected={panel}
      onSelect={(id) => store.getState().set({ panel: panelIds.find((it) => it === id) ?? 'registers' })}
      tabs={panelIds.map((id) => ({ id, label: t(`panel.${id}`), content: contents[id] }))}
    />
  );
}
