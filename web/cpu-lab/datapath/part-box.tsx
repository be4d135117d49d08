import type { ReactNode } from 'react';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './datapath.module.css';
import type { PartId, partBoxes } from './picture.ts';

export interface PartBoxProps {
  readonly box: (typeof partBoxes)[number];
  readonly isActing: boolean;
  /** What stands in the box beside its name. */
  readonly content: string | null;
  readonly isExplained: boolean;
  readonly onExplain: (part: PartId | null) => void;
}

const narrow = 30;

/** One box of the machine, which can be asked what it is: by pointing, by focus, by a click or a touch. */
export function PartBox({ box, isActing, content, isExplained, onExplain }: PartBoxProps): ReactNode {
  const t = useCpuMessages();
  const { id, x, y, width, height } = box;
  const isBar = width < narrow;
  const name = t(`part.${id}.short`);
  const middle = x + width / 2;
  const bottom = y + height - (id === 'alu' ? 9 : 12);
  const nameY = content === null && id !== 'controller' ? y + height / 2 + 6 : y + 22;
  return (
    <g
      className={css['part']}
      // SVG has no button of its own.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="button"
      tabIndex={0}
      aria-label={content === null ? t(`part.${id}.name`) : `${t(`part.${id}.name`)}: ${content}`}
      aria-pressed={isExplained}
      data-acting={isActing}
      data-part={id}
      onPointerEnter={() => onExplain(id)}
      onFocus={() => onExplain(id)}
      onClick={() => onExplain(id)}
    >
      {id === 'alu' ? <path d={aluPath(box)} /> : <rect x={x} y={y} width={width} height={height} rx={isBar ? 3 : 5} />}
      {isBar ? (
        <text className={css['barName']} transform={`translate(${middle + 4} ${y + height / 2}) rotate(-90)`}>
          {name}
        </text>
      ) : (
        <text className={css['partName']} x={middle} y={id === 'alu' ? y + 34 : nameY}>
          {name}
        </text>
      )}
      {content?.split('\n').map((line, i, lines) => (
        <text key={line} className={css['content']} x={middle} y={bottom - 20 * (lines.length - 1 - i)}>
          {line}
        </text>
      ))}
    </g>
  );
}

/** A trapezium with a notch, as textbooks draw it. */
function aluPath({ x, y, width, height }: PartBoxProps['box']): string {
  const middle = x + width / 2;
  return `M${x} ${y} H${middle - 22} L${middle} ${y + 14} L${middle + 22} ${y} H${x + width} L${x + width - 46} ${y + height} H${x + 46} Z`;
}
