import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { useStore } from '../store/store-context.ts';
import { useLevelWords } from '../ui/level-words.ts';
import { momentText } from '../ui/time-text.ts';
import css from './hover-tip.module.css';
import { originOf, pointSentence } from './lane-words.ts';
import { useTimelineMessages } from './messages/timeline-messages.ts';
import type { Hover } from './use-pointer.ts';

export interface HoverTipProps {
  readonly hover: Hover;
  readonly trace: Trace;
}

/** Nearer to the window's end than this there is no room for it below the pointer. */
const roomPx = 190;

/** One sentence about what is under the pointer. */
export function HoverTip({ hover, trace }: HoverTipProps): ReactNode {
  const t = useTimelineMessages();
  const levelWords = useLevelWords();
  const origin = originOf(hover.point, trace, t);
  const windowNs = useStore(({ viewport }) => viewport.toNs - viewport.fromNs);
  const isLow = hover.y > globalThis.innerHeight - roomPx;
  // In the lanes' own box it would be cut off.
  return createPortal(
    <div
      className={[css['tip'], isLow ? css['above'] : ''].join(' ')}
      style={{ '--x': `${hover.x}px`, '--y': `${hover.y}px` }}
      aria-hidden="true"
    >
      <span className={css['time']}>{momentText(hover.point.timeNs, windowNs)}</span>
      {pointSentence(hover.point, { trace, t, levelWords })}
      {origin !== '' && <span className={css['origin']}>{origin}</span>}
    </div>,
    document.body,
  );
}
