/** Rooms that are loaded when they are visited. A glob, so that the page also builds without them. */
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { withMessages } from '../ui/messages/catalogue.ts';

const cpuLab = import.meta.glob<ComponentType>('../cpu-lab/cpu-lab.tsx', { import: 'CpuLab' });

export const hasCpuLab = Object.keys(cpuLab).length > 0;

export const CpuLabRoom: LazyExoticComponent<ComponentType> = lazy(async () => {
  const load = Object.values(cpuLab)[0];
  return { default: load === undefined ? () => null : await load() };
});

export const ModelsRoom: LazyExoticComponent<ComponentType> = lazy(async () => ({
  default: (await withMessages(import('../models/models-room.tsx'))).ModelsRoom,
}));
