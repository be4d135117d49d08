/** Where the lanes stand: groups in order, folded and filtered ones left out, pinned ones first. */
import { type Lane, type LaneGroup, laneGroups } from './lane.ts';

export interface PlacedLane {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  readonly isPinned: boolean;
}

export interface PlacedHeader {
  /** What is folded or pinned: 'threads', or 'threads-1' where each process has threads of its own. */
  readonly id: string;
  readonly group: LaneGroup;
  /** Null where all processes' lanes stand together. */
  readonly process: number | null;
  readonly top: number;
  readonly height: number;
  readonly isFolded: boolean;
  readonly isPinned: boolean;
  /** How many lanes the group has, shown or not. */
  readonly count: number;
  /** Ids of its lanes that are folded away one by one. */
  readonly foldedLanes: readonly string[];
}

export interface LaneLayout {
  /** From top to bottom: pinned ones first. */
  readonly lanes: readonly PlacedLane[];
  readonly headers: readonly PlacedHeader[];
  readonly height: number;
  /** How high the pinned part on top is. */
  readonly pinnedHeight: number;
}

export interface LayoutChoices {
  /** Ids of lanes and of groups. */
  readonly pinned: readonly string[];
  /** Ids of lanes and of groups. */
  readonly folded: readonly string[];
  readonly showsInternal: boolean;
  /** Lanes whose name contains it are shown, folded or not; all for ''. */
  readonly search: string;
  readonly laneHeight: number;
}

/** A header has buttons: large enough for a finger. */
const leastHeaderPx = 24;

export function layoutOf(lanes: readonly Lane[], choices: LayoutChoices): LaneLayout {
  const shown = lanes.filter((lane) => isShown(lane, choices));
  const pinned = new Set(choices.pinned);
  const folded = new Set(choices.search.trim() === '' ? choices.folded : []);
  const placed: PlacedLane[] = [];
  const headers: PlacedHeader[] = [];
  let top = 0;
  const place = (lane: Lane, isPinned: boolean): void => {
    const height = heightOf(lane, choices.laneHeight);
    placed.push({ lane, top, height, isPinned });
    top += height;
  };
  const headerHeight = Math.max(leastHeaderPx, Math.round(choices.laneHeight * 0.84));
  const placeSection = ({ id, group, process, members }: Section, isPinned: boolean): void => {
    const isFolded = folded.has(id);
    const foldedLanes = members.filter((lane) => folded.has(lane.id)).map((lane) => lane.id);
    const count = members.length;
    headers.push({ id, group, process, top, height: headerHeight, isFolded, isPinned, count, foldedLanes });
    top += headerHeight;
    if (!isFolded) for (const lane of members) if (!folded.has(lane.id)) place(lane, isPinned);
  };
  for (const lane of shown) if (pinned.has(lane.id)) place(lane, true);
  const sections = sectionsOf(shown.filter((lane) => !pinned.has(lane.id)));
  for (const section of sections) if (pinned.has(section.id)) placeSection(section, true);
  const pinnedHeight = top;
  for (const section of sections) if (!pinned.has(section.id)) placeSection(section, false);
  return { lanes: placed, headers, height: top, pinnedHeight };
}

interface Section extends Pick<PlacedHeader, 'id' | 'group' | 'process'> {
  readonly members: readonly Lane[];
}

/** The groups in their order; threads of several processes in a section each. */
function sectionsOf(lanes: readonly Lane[]): readonly Section[] {
  const sections = laneGroups.flatMap((group): Section[] => {
    const members = lanes.filter((lane) => lane.group === group);
    if (group !== 'threads') return [{ id: group, group, process: null, members }];
    const processes = [...new Set(members.map((lane) => (lane.kind === 'thread' ? lane.process : 0)))];
    if (processes.length < 2) return [{ id: group, group, process: null, members }];
    return processes.map((process) => ({
      id: `${group}-${process}`,
      group,
      process,
      members: members.filter((lane) => lane.kind === 'thread' && lane.process === process),
    }));
  });
  return sections.filter(({ members }) => members.length > 0);
}

/** The lanes that a window of the scrolled list shows. */
export function lanesBetween(layout: LaneLayout, fromPx: number, toPx: number): readonly PlacedLane[] {
  let low = 0;
  let high = layout.lanes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const lane = layout.lanes[middle];
    if (lane !== undefined && lane.top + lane.height <= fromPx) low = middle + 1;
    else high = middle;
  }
  const first = low;
  while (low < layout.lanes.length && (layout.lanes[low]?.top ?? 0) < toPx) low += 1;
  return layout.lanes.slice(first, low);
}

/** What is seen of the list: its pinned part stays on top while the rest moves under it. */
export interface ListView {
  readonly scrollTopPx: number;
  readonly heightPx: number;
}

/** How much of the top stays there; a pinned part that would leave no room for the rest moves with it. */
export function stickyHeightOf({ pinnedHeight }: LaneLayout, { heightPx }: ListView): number {
  return pinnedHeight <= heightPx * 0.7 ? pinnedHeight : 0;
}

/** The lanes in view, with their places in the view: first those that move, then those that stay on top of them. */
export function lanesInView(layout: LaneLayout, view: ListView): readonly PlacedLane[] {
  const sticky = stickyHeightOf(layout, view);
  const { scrollTopPx, heightPx } = view;
  const moving = lanesBetween(layout, scrollTopPx + sticky, scrollTopPx + heightPx)
    .filter(({ top }) => top >= sticky)
    .map((placed) => ({ ...placed, top: placed.top - scrollTopPx }));
  return sticky === 0 ? moving : [...moving, ...lanesBetween(layout, 0, sticky)];
}

/** The lane at a height of the view, or null between lanes. */
export function laneAt(layout: LaneLayout, y: number, view: ListView): PlacedLane | null {
  const listY = y < stickyHeightOf(layout, view) ? y : y + view.scrollTopPx;
  const [lane] = lanesBetween(layout, listY, listY + 1);
  return lane !== undefined && lane.top <= listY ? lane : null;
}

function isShown(lane: Lane, { showsInternal, search }: LayoutChoices): boolean {
  if (!searchText(lane).includes(search.trim().toLowerCase())) return false;
  return showsInternal || !lane.isInternal;
}

function searchText(lane: Lane): string {
  const name = lane.kind === 'core' ? `core ${lane.core}` : lane.name;
  if (lane.kind === 'task') return `${name} ${lane.functionName} ${lane.id}`.toLowerCase();
  return `${name} ${lane.id}`.toLowerCase();
}

/** Lanes with a strip under them (run queue, waiters, a level) are higher. */
function heightOf(lane: Lane, laneHeight: number): number {
  const strip = Math.round(laneHeight * 0.45);
  if (lane.kind === 'core') return laneHeight + (lane.runQueue === null ? 0 : strip);
  return lane.kind === 'resource' ? laneHeight + strip : laneHeight;
}
