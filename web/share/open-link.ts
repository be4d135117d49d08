/** Opens a shared link: its scenario, run, at its place. What was wrong with it is kept for the page to say. */
import type { StoreApi } from 'zustand/vanilla';
import { engineVersion } from '../../sim-core/scenario/engine-version.ts';
import type { LinkView } from '../../sim-core/scenario/link-schema.ts';
import { readLink } from '../../sim-core/scenario/link-reader.ts';
import { type InspectorTab, inspectorTabs } from '../store/panel-slice.ts';
import type { RunPlace } from '../store/run-slice.ts';
import type { Stop } from '../store/stops-slice.ts';
import type { Store } from '../store/store.ts';
import { wholeOf } from '../store/viewport.ts';
import { lessonOf } from './gallery-index.ts';

/** Returns false if the link held nothing that could be opened. */
export async function openLink(store: StoreApi<Store>, fragment: string): Promise<boolean> {
  const { scenario, view, engine, problems } = readLink(fragment);
  const otherEngine = engine !== null && engine !== engineVersion ? engine : null;
  store.getState().setArrival({ problems, otherEngine });
  if (scenario === null) return false;
  const lesson = view.lesson === undefined ? null : await lessonOf(view.lesson);
  store.getState().openScenario(scenario, lesson);
  await store.getState().startRun(placeOf(view));
  showView(store.getState(), view);
  return true;
}

export function placeOf(view: LinkView): RunPlace {
  const { step, fromNs, toNs, thread } = view;
  return {
    ...(step === undefined ? {} : { step }),
    ...(fromNs === undefined || toNs === undefined || toNs <= fromNs ? {} : { viewport: { fromNs, toNs } }),
    ...(thread === undefined ? {} : { thread }),
  };
}

export function showView(store: Store, view: LinkView): void {
  const tab = tabNamed(view.tab);
  if (tab !== null) store.showTab(tab);
  store.setStops((view.stops ?? []).map((stop) => stopOf(stop, store)));
  store.setNotes(view.notes ?? []);
  store.setBreakpoints(
    (view.breakpoints ?? []).map(({ line, file, thread }) => ({
      fileName: file ?? 'main.py',
      line,
      thread: thread ?? null,
    })),
  );
  store.setGoal(view.goal ?? null);
  if (view.resource !== undefined) store.selectResource(view.resource);
  for (const lane of view.pinned ?? []) store.togglePin(lane);
}

function tabNamed(name: string | undefined): InspectorTab | null {
  return inspectorTabs.find((candidate) => candidate === name) ?? null;
}

export function stopOf(stop: NonNullable<LinkView['stops']>[number], store: Store): Stop {
  const whole = store.trace === null ? store.viewport : wholeOf(store.trace);
  return {
    step: stop.step,
    timeNs: stop.timeNs ?? null,
    caption: stop.caption,
    captions: null,
    viewport: { fromNs: stop.fromNs ?? whole.fromNs, toNs: stop.toNs ?? whole.toNs },
    thread: stop.thread ?? null,
    tab: tabNamed(stop.tab) ?? 'threads',
    question: stop.ask ?? null,
  };
}
