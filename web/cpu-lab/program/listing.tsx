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
  const pcs = moment === null ? [] : placesOf(moment);
  const followed = pcs[selected] ?? pcs[0];
  useEffect(() => {
    table.current?.querySelector(`[data-address="${followed}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [followed]);
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
          const here = pcs.flatMap((pc, hart) => (pc === row.address ? [hart] : []));
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
                {here.map((hart) => (
                  <span key={hart} className={css['mark']} style={{ '--hart': threadColor(hart) }}>
                    {pcs.length > 1 ? hart : '▸'}
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

/** Where each hart is: at the instruction shown, or at the one to come. */
function placesOf(moment: LabMoment): readonly number[] {
  if (moment.micro !== null) return [moment.micro.pc];
  return moment.harts.map((hart) => hart.pc);
}
