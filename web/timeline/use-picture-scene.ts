/** What a picture of the timeline is painted from, made when it is wanted; null before the first run. */
import { useStore, useStoreApi } from '../store/store-context.ts';
import { processesOf } from '../store/trace-threads.ts';
import { useCanvasTheme } from '../ui/canvas-theme.ts';
import { groupNameOf, laneNameOf } from './lane-words.ts';
import { layoutOf } from './layout.ts';
import { useTimelineMessages } from './messages/timeline-messages.ts';
import type { PictureScene } from './picture.ts';
import { rowsOf } from './rows.ts';
import { ShapeList } from './shapes.ts';
import { useSceneWords } from './use-scene-words.ts';

const widthPx = 1400;

export function usePictureScene(): (() => PictureScene) | null {
  const t = useTimelineMessages();
  const store = useStoreApi();
  const theme = useCanvasTheme();
  const trace = useStore((state) => state.trace);
  const words = useSceneWords(trace);
  if (trace === null) return null;
  return () => {
    const { viewport, playheadNs, pinnedLanes, folded, showsInternal } = store.getState();
    const choices = { pinned: pinnedLanes, folded, showsInternal, search: '' };
    const layout = layoutOf(rowsOf(trace, showsInternal), { ...choices, laneHeight: theme.laneHeightPx });
    const none = {
      selectedThread: null,
      selectedResource: null,
      selectedTask: null,
      activeLane: null,
      measured: null,
      causality: null,
      executed: null,
    };
    return {
      ...none,
      trace,
      layout,
      theme,
      words,
      playheadNs,
      window: { ...viewport, widthPx },
      heightPx: layout.height,
      scrollTopPx: 0,
      shapes: new ShapeList(),
      laneName: (lane) => laneNameOf(lane, processesOf(trace).length, t),
      groupName: (header) => groupNameOf(header, trace, t),
    };
  };
}
