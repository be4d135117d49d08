import type { ReactNode } from 'react';
import { threadColor } from '../../ui/state-style.ts';
import { useLabMessages } from '../messages/lab-messages.ts';
import { bufferCapacity, bufferCells } from '../programs/bounded-buffer.ts';
import type { LiveFrame } from './live-frame.ts';
import css from './picture.module.css';

/** The eight slots; the filled ones in the colour of the worker that put the item in. */
export function BufferPicture({ frame }: { readonly frame: LiveFrame }): ReactNode {
  const t = useLabMessages();
  const head = frame.cells[bufferCells.head] ?? 0;
  const fill = Math.max(0, Math.min(bufferCapacity, frame.cells[bufferCells.fill] ?? 0));
  const slots = Array.from({ length: bufferCapacity }, (_, slot) => ({
    slot,
    isFilled: (slot - head + bufferCapacity) % bufferCapacity < fill,
    producer: (frame.cells[bufferCells.slots + slot] ?? 0) >> 24,
  }));
  return (
    <figure className={css['memory']}>
      <div className={css['line']}>
        {slots.map(({ slot, isFilled, producer }) => (
          <span
            key={slot}
            className={isFilled ? css['slotFilled'] : css['slot']}
            style={isFilled ? { '--hue': threadColor(producer) } : {}}
          >
            {isFilled ? producer + 1 : ''}
          </span>
        ))}
      </div>
      <figcaption className={css['caption']}>{t('picture.buffer', { fill, capacity: bufferCapacity })}</figcaption>
    </figure>
  );
}
