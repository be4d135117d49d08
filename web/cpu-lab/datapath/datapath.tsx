import { type ReactNode, useState } from 'react';
import { hexadecimal } from '../format-word.ts';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './datapath.module.css';
import { Explanation } from './explanation.tsx';
import { PartBox } from './part-box.tsx';
import { partBoxes, pictureHeight, pictureWidth, unitBoxes, wireLines } from './picture.ts';
import type { PartId } from './picture.ts';
import { TransferList } from './transfer-list.tsx';
import { useContents } from './use-contents.ts';
import { Wire } from './wire.tsx';

/** The textbook machine: boxes light up when they act, wires keep what they carried last. */
export function Datapath(): ReactNode {
  const t = useCpuMessages();
  const micro = useLab((state) => state.moment?.micro ?? null);
  const hasCache = useLab(({ config }) => config.dataCache !== null || config.instructionCache !== null);
  const [explained, setExplained] = useState<PartId | null>(null);
  const step = micro === null || micro.shown === 0 ? null : (micro.steps[micro.shown - 1] ?? null);
  const phase = step?.phase ?? 'fetch';
  const contents = useContents(step);
  const carried = new Map<string, number>(micro?.wires);
  const moving = new Set<string>(step?.wires.map(([wire]) => wire));
  const acting = new Set<string>(step?.parts.filter((part) => part !== 'cache' || hasCache));
  return (
    <figure className={css['figure']} data-phase={phase} aria-label={t('picture.name')}>
      <svg className={css['picture']} viewBox={`0 0 ${pictureWidth} ${pictureHeight}`}>
        <Arrowheads />
        <path className={css['processor']} d="M6 6 H880 V384 H732 V576 H6 Z" />
        {unitBoxes.map(({ id, nameY, ...box }) => (
          <g key={id}>
            <rect className={css['unit']} {...box} rx={6} />
            <text className={css['unitName']} x={box.x + 10} y={nameY}>
              {t(`unit.${id}`)}
            </text>
          </g>
        ))}
        {wireLines.map((wire) => (
          <Wire
            key={wire.id}
            path={wire.path}
            label={wire.label}
            isMoving={moving.has(wire.id)}
            text={textOn(wire.id, carried)}
          />
        ))}
        {partBoxes.map((box) => (
          <PartBox
            key={box.id}
            box={box}
            isActing={acting.has(box.id)}
            content={contents[box.id] ?? null}
            isExplained={explained === box.id}
            onExplain={setExplained}
          />
        ))}
      </svg>
      <Explanation part={explained} />
      <TransferList />
    </figure>
  );
}

function textOn(wire: string, carried: ReadonlyMap<string, number>): string | null {
  const value = carried.get(wire);
  return value === undefined ? null : hexadecimal(value);
}

function Arrowheads(): ReactNode {
  return (
    <defs>
      {['still', 'moving'].map((kind) => (
        <marker
          key={kind}
          id={`arrow-${kind}`}
          viewBox="0 0 8 8"
          refX={7}
          refY={4}
          markerWidth={6}
          markerHeight={6}
          orient="auto"
        >
          <path className={css[`${kind}Arrow`]} d="M0 0 L8 4 L0 8 z" />
        </marker>
      ))}
    </defs>
  );
}
