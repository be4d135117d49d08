/** Walks through the stops (or the next lines or switches) and draws each; then goes back to where one was. */
import { useState } from 'react';
import { captionOf, type Stop, type StopQuestion } from '../../store/stops-slice.ts';
import { stopAnswer } from '../../store/stop-answer.ts';
import { useStoreApi } from '../../store/store-context.ts';
import { useSentenceContext } from '../../inspectors/use-sentence-context.ts';
import { stepSentence } from '../../inspectors/step-sentence.ts';
import { svgPicture } from '../../timeline/picture.ts';
import { usePictureScene } from '../../timeline/use-picture-scene.ts';
import { currentLanguage } from '../../ui/messages/catalogue.ts';
import { joinSentences } from '../../ui/join-sentences.ts';
import { useCanvasTheme } from '../../ui/canvas-theme.ts';
import { type StripPanel, stripPanel } from './strip-panel.ts';
import type { StripLook } from './strip-svg.ts';

export const stripSources = ['stops', 'line', 'switch'] as const;
type StripSource = (typeof stripSources)[number];

/** What becomes of the stops' questions: left out, asked with the answer hidden, or asked and answered. */
export const stripSheets = ['slides', 'worksheet', 'answers'] as const;
export type StripSheet = (typeof stripSheets)[number];

interface StripWish {
  readonly source: StripSource;
  /** How many lines or switches. */
  readonly count: number;
  readonly sheet: StripSheet;
}

const pictureWidthPx = 750;

export interface QuestionWords {
  readonly ask: (question: StopQuestion) => string;
  /** Null: the run has none. */
  readonly answer: (answer: string | null) => string;
}

export interface Strip {
  readonly look: StripLook;
  readonly isBusy: boolean;
  readonly panels: (wish: StripWish) => Promise<readonly StripPanel[]>;
}

/** Null before the first run. */
export function useStrip(questionWords: QuestionWords): Strip | null {
  const store = useStoreApi();
  const scene = usePictureScene();
  const context = useSentenceContext();
  const theme = useCanvasTheme();
  const [isBusy, setIsBusy] = useState(false);
  if (scene === null || context === null) return null;
  const look = { ...theme, changed: getComputedStyle(document.documentElement).getPropertyValue('--changed').trim() };
  const drawn = (stop: Stop | null, sheet: StripSheet): StripPanel[] => {
    const { moment } = store.getState();
    if (moment === null) return [];
    const made = scene();
    const question = sheet === 'slides' ? null : (stop?.question ?? null);
    const said = question === null ? [] : [questionWords.ask(question)];
    if (question !== null && sheet === 'answers') {
      said.push(questionWords.answer(stopAnswer(question, store.getState())));
    }
    const words = {
      caption: joinSentences([stop === null ? '' : captionOf(stop, currentLanguage()), ...said]),
      sentence: stepSentence(moment, context),
      picture: svgPicture({ ...made, window: { ...made.window, widthPx: pictureWidthPx } }),
      asked: sheet === 'worksheet' ? question : null,
    };
    return [stripPanel(store.getState(), moment, words)];
  };
  const walk = async ({ source, count, sheet }: StripWish): Promise<StripPanel[]> => {
    const { stops } = store.getState();
    const panels: StripPanel[] = [];
    if (source === 'stops') {
      for (const [index, stop] of stops.entries()) {
        await store.getState().goToStop(index);
        panels.push(...drawn(stop, sheet));
      }
      return panels;
    }
    panels.push(...drawn(null, sheet));
    while (panels.length < count) {
      const before = store.getState().moment?.step;
      await store.getState().stepBy(source, 1);
      if (store.getState().moment?.step === before) break;
      panels.push(...drawn(null, sheet));
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
