/** Where the lanes stand: groups in order, folded and filtered ones left out, pinned ones first. */
import { type Lane, type LaneGroup, laneGroups } from './lane.ts';

export interface PlacedLane {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  readonly isPinned: boolean;
}

export interface PlacedHeader {
  readonly group: LaneGroup;
  readonly top: number;
  readonly height: number;
  readonly isFolded: boolean;
  /** How many lanes the group has, shown or not. */
  readonly count: number;
}

export interface LaneLayout {
  readonly lanes: readonly PlacedLane[];
  readonly headers: readonly PlacedHeader[];
  readonly height: number;
}

export interface LayoutChoices {
  readonly pinned: readonly string[];
  readonly folded: readonly string[];
  readonly showsInternal: boolean;
  /** Lanes whose name contains it are shown; all for ''. */
  readonly search: string;
  readonly laneHeight: number;
}

export function layoutOf(lanes: readonly Lane[], choices: LayoutChoices): LaneLayout {
  const shown = lanes.filter((lane) => isShown(lane, choices));
  const placed: PlacedLane[] = [];
  const headers: PlacedHeader[] = [];
  let top = 0;
  const place = (lane: Lane, isPinned: boolean): void => {
    const height = heightOf(lane, choices.laneHeight);
    placed.push({ lane, top, height, isPinned });
    top += height;
  };
  for (const lane of shown) if (choices.pinned.includes(lane.id)) place(lane, true);
  for (const group of laneGroups) {
    const members = shown.filter((lane) => lane.group === group && !choices.pinned.includes(lane.id));
    if (members.length === 0) continue;
    const isFolded = choices.folded.includes(group);
    const height = Math.round(choices.laneHeight * 0.84);
    headers.push({ group, top, height, isFolded, count: members.length });
    top += height;
    if (!isFolded) for (const lane of members) place(lane, false);
  }
  return { lanes: placed, headers, height: top };
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

/** The lane at a height, or null between lanes. */
export function laneAt(layout: LaneLayout, y: number): PlacedLane | null {
  const [lane] = lanesBetween(layout, y, y + 1);
  return lane !== undefined && lane.top <= y ? lane : null;
}

function isShown(lane: Lane, { showsInternal, search }: LayoutChoices): boolean {
  if (!searchText(lane).includes(search.trim().toLowerCase())) return false;
  if (lane.isInternal && !showsInternal) return false;
  if (lane.kind !== 'resource' || lane.group === 'gil') return true;
  const isWorthALane = lane.resourceKind !== 'thread-end' && lane.resourceKind !== 'process-end';
  return showsInternal || isWorthALane;
}

function searchText(lane: Lane): string {
  const name = lane.kind === 'core' ? `core ${lane.core}` : lane.name;
  return `${name} ${lane.id}`.toLowerCase();
}

/** Lanes with a strip under them (run queue, waiters, a level) are higher. */
function heightOf(lane: Lane, laneHeight: number): number {
  const strip = Math.round(laneHeight * 0.45);
  if (lane.kind === 'core') return laneHeight + (lane.runQueue === null ? 0 : strip);
  return lane.kind === 'resource' ? laneHeight + strip : laneHeight;
}
