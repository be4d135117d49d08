/** Everything that one frame of the timeline is painted from. */
import type { ExecutedWindow } from '../../sim-core/trace/moment.ts';
import type { Trace } from '../../sim-core/trace/trace.ts';
import type { Causality } from '../store/causality.ts';
import type { MeasuredRange } from '../store/view-slice.ts';
import type { LevelWords } from '../ui/level-words.ts';
import type { CanvasTheme } from '../ui/canvas-theme.ts';
import type { LaneLayout } from './layout.ts';
import type { PixelWindow, ShapeList } from './shapes.ts';
import type { Fill } from './state-pattern.ts';

export interface Scene {
  readonly trace: Trace;
  readonly layout: LaneLayout;
  readonly window: PixelWindow;
  readonly heightPx: number;
  readonly scrollTopPx: number;
  readonly theme: CanvasTheme;
  readonly fills: readonly Fill[];
  readonly playheadNs: number;
  readonly selectedThread: number | null;
  readonly selectedResource: number | null;
  readonly selectedTask: number | null;
  /** The lane under the pointer or the keyboard. */
  readonly activeLane: string | null;
  readonly measured: MeasuredRange | null;
  /** What comes before and after the chosen moment, if it is to be shown. */
  readonly causality: Causality | null;
  readonly executed: ExecutedWindow | null;
  readonly words: SceneWords;
  /** Columns that are used again for every lane. */
  readonly shapes: ShapeList;
}

/** Words that are painted into intervals, in the page's language. */
export interface SceneWords {
  readonly stateNames: readonly string[];
  readonly waitsFor: (resource: number) => string;
  readonly waiters: (count: number) => string;
  readonly runQueue: (count: number) => string;
  readonly level: LevelWords;
  readonly threadName: (thread: number) => string;
  readonly callback: (text: string) => string;
  readonly blocksLoop: (duration: string) => string;
}

export function xOf(window: PixelWindow, timeNs: number): number {
  return ((timeNs - window.fromNs) / (window.toNs - window.fromNs)) * window.widthPx;
}

export function timeAt(window: PixelWindow, x: number): number {
  return window.fromNs + (x / window.widthPx) * (window.toNs - window.fromNs);
}
