import type { LabMarkName } from '../recording/lab-event.ts';

/** How a mark is drawn, on the canvas and in the legend. */
export const markGlyphs: Record<LabMarkName, string> = {
  roundBegins: '▼',
  dropRequested: '◆',
  timerDue: '▽',
  timerFired: '▲',
  messageSent: '●',
};
