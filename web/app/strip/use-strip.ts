/** Walks through the stops (or the next lines or switches) and draws each; then goes back to where one was. */
import { useState } from 'react';
import type { Stop, StopQuestion } from '../../store/stops-slice.ts';
import { useStoreApi } from '../../store/store-context.ts';
import { useSentenceContext } from '../../inspectors/use-sentence-context.ts';
import { stepSentence } from '../../inspectors/step-sentence.ts';
import { svgPicture } from '../../timeline/picture.ts';
import { usePictureScene } from '../../timeline/use-picture-scene.ts';
import { useCanvasTheme } from '../../ui/canvas-theme.ts';
import { type StripPanel, stripPanel } from './strip-panel.ts';
import type { StripLook } from './strip-svg.ts';

export const stripSources = ['stops', 'line', 'switch'] as const;
type StripSource = (typeof stripSources)[number];

interface StripWish {
  readonly source: StripSource;
  /** How many lines or switches. */
  readonly count: number;
  /** What the stops ask for is left out, to be filled in by hand. */
  readonly isWorksheet: boolean;
}

const pictureWidthPx = 750;

export interface Strip {
  readonly look: StripLook;
  readonly isBusy: boolean;
  readonly panels: (wish: StripWish) => Promise<readonly StripPanel[]>;
}

/** Null before the first run. */
export function useStrip(questionWords: (question: StopQuestion) => string): Strip | null {
  const store = useStoreApi();
  const scene = usePictureScene();
  const context = useSentenceContext();
  const theme = useCanvasTheme();
  const [isBusy, setIsBusy] = useState(false);
  if (scene === null || context === null) return null;
  const look = { ...theme, changed: getComputedStyle(document.documentElement).getPropertyValue('--changed').trim() };
  const drawn = (stop: Stop | null, isWorksheet: boolean): StripPanel[] => {
    const { moment } = store.getState();
    if (moment === null) return [];
    const made = scene();
    const asked = isWorksheet ? (stop?.question ?? null) : null;
    const words = {
      caption: [stop?.caption ?? '', asked === null ? '' : questionWords(asked)].filter(Boolean).join(' '),
      sentence: stepSentence(moment, context),
      picture: svgPicture({ ...made, window: { ...made.window, widthPx: pictureWidthPx } }),
      asked,
    };
    return [stripPanel(store.getState(), moment, words)];
  };
  const walk = async ({ source, count, isWorksheet }: StripWish): Promise<StripPanel[]> => {
    const { stops } = store.getState();
    const panels: StripPanel[] = [];
    if (source === 'stops') {
      for (const [index, stop] of stops.entries()) {
        await store.getState().goToStop(index);
        panels.push(...drawn(stop, isWorksheet));
      }
      return panels;
    }
    panels.push(...drawn(null, false));
    while (panels.length < count) {
      const before = store.getState().moment?.step;
      await store.getState().stepBy(source, 1);
      if (store.getState().moment?.step === before) break;
      panels.push(...drawn(null, false));
    }
    return panels;
  };
  const panels = async (wish: StripWish): Promise<readonly StripPanel[]> => {
    const { moment, viewport, selectedThread, inspectorTab, currentStop } = store.getState();
    setIsBusy(true);
    try {
      return await walk(wish);
    } finally {
      await store.getState().seekStep(moment?.step ?? 0);
      store.setState({ viewport, selectedThread, inspectorTab, currentStop });
      setIsBusy(false);
    }
  };
  return { look, isBusy, panels };
}
