import { Fragment, type ReactNode } from 'react';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import { threadColor } from '../../ui/state-style.ts';
import css from './harts.module.css';

const shownCycles = 120;
const laneStates = ['retire', 'work', 'memory', 'bus', 'no-clock', 'stopped'] as const;

/** One lane a hart, one stripe a cycle. Drawn as patterns, not only as colours; the figures say the same in numbers. */
export function HartLanes(): ReactNode {
  const t = useCpuMessages();
  const lanes = useLab((state) => state.moment?.lanes);
  if (lanes === undefined || lanes.every((lane) => lane.length === 0)) return null;
  const shown = lanes.map((lane) => lane.slice(-shownCycles));
  return (
    <figure className={css['lanes']}>
      <figcaption>{t('lanes.name', { cycles: shown[0]?.length ?? 0 })}</figcaption>
      {shown.map((lane, id) => (
        // The harts never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={id}>
          <span>{t('harts.hart', { hart: id })}</span>
          <svg
            className={css['lane']}
            style={{ '--hart': threadColor(id) }}
            viewBox={`0 0 ${shownCycles} 10`}
            preserveAspectRatio="none"
            role="img"
            aria-label={t('lanes.summary', {
              hart: id,
              retired: lane.filter((cell) => cell.state === 'retire').length,
              waiting: lane.filter((cell) => cell.state === 'memory' || cell.state === 'bus').length,
            })}
          >
            {lane.map((cell, i) => (
              <rect
                key={cell.cycle}
                data-state={cell.state}
                x={i}
                y={topOf[cell.state]}
                width={1}
                height={10 - topOf[cell.state]}
              />
            ))}
          </svg>
        </Fragment>
      ))}
      <ul className={css['legend']}>
        {laneStates.map((state) => (
          <li key={state}>
            <svg className={css['swatch']} viewBox="0 0 3 10" preserveAspectRatio="none" aria-hidden>
              <rect data-state={state} x={0} y={topOf[state]} width={3} height={10 - topOf[state]} />
            </svg>
            {t(`lane.${state}`)}
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** States differ in height, too, so that they can be told apart without colours. */
const topOf = { retire: 0, work: 3, memory: 5, bus: 7, 'no-clock': 8.5, stopped: 9.5 } as const;
