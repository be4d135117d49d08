import { type ReactNode, useEffect, useRef } from 'react';
import { threadColor } from '../../ui/state-style.ts';
import type { LabMoment } from '../../worker/riscv-api.ts';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './program.module.css';

/** The program in memory: address, word, instruction; and where each hart stands in it. */
export function Listing(): ReactNode {
  const t = useCpuMessages();
  const listing = useLab((state) => state.loaded?.listing);
  const moment = useLab((state) => state.moment);
  const selected = useLab((state) => state.hart);
  const table = useRef<HTMLTableElement>(null);
  const marks = moment === null ? [] : marksOf(moment);
  const followed = marks.find((mark) => mark.hart === selected)?.address;
  useEffect(() => follow(table.current, followed), [followed]);
  if (listing === undefined || listing.length === 0) return <p className={css['empty']}>{t('program.nothing')}</p>;
  return (
    <table ref={table} className={css['listing']}>
      <caption className={css['hidden']}>{t('program.listing')}</caption>
      <thead className={css['hidden']}>
        <tr>
          <th scope="col">{t('program.harts')}</th>
          <th scope="col">{t('program.address')}</th>
          <th scope="col">{t('program.instruction')}</th>
        </tr>
      </thead>
      <tbody>
        {listing.flatMap((row) => {
          const here = marks.filter((mark) => mark.address === row.address);
          const label = row.labels.map((name) => (
            <tr key={`${row.address} ${name}`} className={css['label']}>
              <td>{'\u00a0'}</td>
              <td colSpan={2}>{`${name}:`}</td>
            </tr>
          ));
          return [
            ...label,
            <tr key={row.address} data-address={row.address} data-here={here.length > 0}>
              <td>
                {here.map(({ hart, text }) => (
                  <span key={`${hart} ${text}`} className={css['mark']} style={{ '--hart': threadColor(hart) }}>
                    {text}
                  </span>
                ))}
              </td>
              <td className={css['address']}>{(row.address >>> 0).toString(16).padStart(8, '0')}</td>
              <td title={(row.word >>> 0).toString(16).padStart(8, '0')}>{row.text}</td>
            </tr>,
          ];
        })}
      </tbody>
    </table>
  );
}

/** Scrolls the list, and nothing around it, until the instruction is in view. */
function follow(table: HTMLTableElement | null, address: number | undefined): void {
  const row = table?.querySelector<HTMLElement>(`[data-address="${address}"]`);
  const list = table?.parentElement;
  if (!row || !list) return;
  const isAbove = row.offsetTop < list.scrollTop;
  const isBelow = row.offsetTop + row.offsetHeight > list.scrollTop + list.clientHeight;
  if (isAbove || isBelow) list.scrollTo({ top: row.offsetTop - list.clientHeight / 2 });
}

interface Mark {
  readonly address: number;
  readonly hart: number;
  readonly text: string;
}

/** Where each hart is: at the instruction shown, or at the one to come; a lone pipeline is at up to five at once. */
function marksOf({ micro, pipeline, harts }: LabMoment): readonly Mark[] {
  if (micro !== null) return [{ address: micro.pc, hart: 0, text: '▸' }];
  if (pipeline !== null && harts.length === 1 && pipeline.stages.length > 0) {
    return pipeline.stages.flatMap(({ pc, stage }) => (pc === null ? [] : [{ address: pc, hart: 0, text: stage }]));
  }
  return harts.map(({ pc }, hart) => ({ address: pc, hart, text: harts.length > 1 ? String(hart) : '▸' }));
}
