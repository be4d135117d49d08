/** The one store of the page, a slice per noun. Its actions ask the simulation through the client they are given. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SimulationClient } from '../worker/client.ts';
import { type BreakpointsSlice, createBreakpointsSlice } from './breakpoints-slice.ts';
import { createDetailSlice, type DetailSlice } from './detail-slice.ts';
import { createFilesSlice, type FilesSlice } from './files-slice.ts';
import { createInputSlice, type InputSlice } from './input-slice.ts';
import { createFindingsSlice, type FindingsSlice } from './findings-slice.ts';
import { createNotesSlice, type NotesSlice } from './notes-slice.ts';
import { createPanelSlice, type PanelSlice } from './panel-slice.ts';
import { createPlayheadSlice, type PlayheadSlice } from './playhead-slice.ts';
import { createRunSlice, type RunSlice } from './run-slice.ts';
import { createScenarioSlice, type ScenarioSlice } from './scenario-slice.ts';
import { createSelectionSlice, type SelectionSlice } from './selection-slice.ts';
import { createSteppedSlice, type SteppedSlice } from './stepped-slice.ts';
import { createStopsSlice, type StopsSlice } from './stops-slice.ts';
import { createViewSlice, type ViewSlice } from './view-slice.ts';

export interface Store
  extends
    ScenarioSlice,
    FilesSlice,
    InputSlice,
    RunSlice,
    PlayheadSlice,
    SelectionSlice,
    ViewSlice,
    PanelSlice,
    DetailSlice,
    StopsSlice,
    NotesSlice,
    FindingsSlice,
    SteppedSlice,
    BreakpointsSlice {}

export function createLockstepStore(client: SimulationClient): StoreApi<Store> {
  return createStore<Store>()((...tools) => ({
    ...createScenarioSlice(client)(...tools),
    ...createFilesSlice(...tools),
    ...createInputSlice(...tools),
    ...createRunSlice(client)(...tools),
    ...createPlayheadSlice(client)(...tools),
    ...createSelectionSlice(...tools),
    ...createViewSlice(...tools),
    ...createPanelSlice(...tools),
    ...createDetailSlice(client)(...tools),
    ...createStopsSlice(client)(...tools),
    ...createNotesSlice(...tools),
    ...createFindingsSlice(client)(...tools),
    ...createSteppedSlice(client)(...tools),
    ...createBreakpointsSlice(client)(...tools),
  }));
}
