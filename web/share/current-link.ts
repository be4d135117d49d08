/** The picture on the screen as a link. */
import { engineVersion } from '../../sim-core/scenario/engine-version.ts';
import { encodeLink } from '../../sim-core/scenario/link.ts';
import type { LinkView } from '../../sim-core/scenario/link-schema.ts';
import type { Breakpoint } from '../../sim-core/trace/breakpoint.ts';
import type { Store } from '../store/store.ts';
import { captionOf, type Stop } from '../store/stops-slice.ts';
import { type Viewport, wholeOf } from '../store/viewport.ts';
import { currentLanguage } from '../ui/messages/catalogue.ts';

export function currentFragment(store: Store, place: 'moment' | 'beginning' = 'moment'): string {
  const { step: _step, fromNs: _fromNs, toNs: _toNs, ...elsewhere } = viewOf(store);
  const view = place === 'moment' ? viewOf(store) : { ...elsewhere, step: 0 };
  return encodeLink({ engine: engineVersion, scenario: store.scenario, view });
}

/** `beginning`: whoever opens it finds the run at its first step, and all of it in view. */
export function currentLink(store: Store, place: 'moment' | 'beginning' = 'moment'): string {
  return `${location.origin}${location.pathname}#${currentFragment(store, place)}`;
}

/** What differs from a fresh run's picture. */
function viewOf(store: Store): LinkView {
  const { trace, viewport, moment, selectedThread, selectedResource, inspectorTab, pinnedLanes, lesson } = store;
  if (trace === null) return {};
  const whole = wholeOf(trace);
  const showsAll = isWhole(viewport, whole);
  return {
    step: moment?.step ?? 0,
    ...(showsAll ? {} : { fromNs: viewport.fromNs, toNs: viewport.toNs }),
    ...(selectedThread === null ? {} : { thread: selectedThread }),
    ...(selectedResource === null ? {} : { resource: selectedResource }),
    ...(inspectorTab === 'threads' ? {} : { tab: inspectorTab }),
    ...(pinnedLanes.length === 0 ? {} : { pinned: [...pinnedLanes] }),
    ...(store.breakpoints.length === 0 ? {} : { breakpoints: store.breakpoints.map(linkBreakpoint) }),
    ...(store.stops.length === 0 ? {} : { stops: store.stops.map((stop) => linkStop(stop, whole)) }),
    ...(store.notes.length === 0 ? {} : { notes: store.notes.map((note) => ({ ...note })) }),
    ...(store.goal === null ? {} : { goal: store.goal }),
    ...(lesson === null ? {} : { lesson: lesson.id }),
  };
}

function isWhole(view: Viewport, whole: Viewport): boolean {
  return view.fromNs <= whole.fromNs && view.toNs >= whole.toNs;
}

function linkBreakpoint({ fileName, line, thread }: Breakpoint): NonNullable<LinkView['breakpoints']>[number] {
  return {
    line,
    ...(fileName === 'main.py' ? {} : { file: fileName }),
    ...(thread === null ? {} : { thread }),
  };
}

function linkStop(stop: Stop, whole: Viewport): NonNullable<LinkView['stops']>[number] {
  const { fromNs, toNs } = stop.viewport;
  return {
    step: stop.step,
    ...(stop.timeNs === null ? {} : { timeNs: stop.timeNs }),
    caption: captionOf(stop, currentLanguage()),
    ...(isWhole(stop.viewport, whole) ? {} : { fromNs: Math.round(fromNs), toNs: Math.round(toNs) }),
    ...(stop.thread === null ? {} : { thread: stop.thread }),
    ...(stop.tab === 'threads' ? {} : { tab: stop.tab }),
    ...(stop.question === null ? {} : { ask: stop.question }),
  };
}
