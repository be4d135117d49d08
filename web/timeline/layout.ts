/** Where the lanes stand: groups in order, folded and filtered ones left out, pinned ones first. */
import { type Lane, type LaneGroup, laneGroups } from './lane.ts';

export interface PlacedLane {
  readonly lane: Lane;
  readonly top: number;
  readonly height: number;
  readonly isPinned: boolean;
}

export interface PlacedHeader {
  /** What is folded: 'threads', or 'threads-1' where each process has threads of its own. */
  readonly id: string;
  readonly group: LaneGroup;
  /** Null where all processes' lanes stand together. */
  readonly process: number | null;
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
  const pinned = new Set(choices.pinned);
  for (const lane of shown) if (pinned.has(lane.id)) place(lane, true);
  const height = Math.round(choices.laneHeight * 0.84);
  for (const { id, group, process, members } of sectionsOf(shown.filter((lane) => !pinned.has(lane.id)))) {
    const isFolded = choices.folded.includes(id);
    headers.push({ id, group, process, top, height, isFolded, count: members.length });
    top += height;
    if (!isFolded) for (const lane of members) place(lane, false);
  }
  return { lanes: placed, headers, height: top };
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
