import { type ReactNode, useMemo } from 'react';
import { causalityAt } from '../../store/causality.ts';
import { shownThread } from '../../store/selection-slice.ts';
import { useStore } from '../../store/store-context.ts';
import { threadNameOf, threadsOf } from '../../store/trace-threads.ts';
import { threadInk } from '../../ui/state-style.ts';
import { durationText } from '../../ui/time-text.ts';
import css from '../locks-table.module.css';
import { useOrderMessages } from './messages/order-messages.ts';

const mostThreads = 200;

/** The causal order around the shown thread's moment, as a table: what the timeline shows by dimming. */
export function OrderTable(): ReactNode {
  const t = useOrderMessages();
  const trace = useStore((state) => state.trace);
  const thread = useStore(shownThread);
  const timeNs = useStore((state) => state.moment?.timeNs ?? null);
  const causality = useMemo(
    () => (trace === null || thread === null || timeNs === null ? null : causalityAt(trace, thread, timeNs)),
    [trace, thread, timeNs],
  );
  if (trace === null || causality === null || thread === null) return null;
  const { beforeUntilNs, afterFromNs } = causality;
  const others = threadsOf(trace).filter(({ id }) => id !== thread);
  return (
    <section>
      <h3>{t('order.title', { name: threadNameOf(trace, thread), time: durationText(causality.timeNs) })}</h3>
      <p className={css['none']}>{t('order.help')}</p>
      <table className={css['table']}>
        <thead>
          <tr>
            <th scope="col">{t('order.thread')}</th>
            <th scope="col">{t('order.before')}</th>
            <th scope="col">{t('order.concurrent')}</th>
            <th scope="col">{t('order.after')}</th>
          </tr>
        </thead>
        <tbody>
          {others.slice(0, mostThreads).map(({ id, name, fromNs, toNs }) => {
            const before = beforeUntilNs.get(id);
            const after = afterFromNs.get(id);
            const span = {
              from: durationText(Math.max(fromNs, before ?? 0)),
              to: durationText(Math.min(toNs, after ?? toNs)),
            };
            return (
              <tr key={id}>
                <th scope="row" style={{ color: threadInk(id) }}>
                  {name}
                </th>
                <td>{before === undefined ? t('order.never') : durationText(before)}</td>
                <td>
                  {Math.max(fromNs, before ?? 0) < Math.min(toNs, after ?? toNs)
                    ? t('order.span', span)
                    : t('order.never')}
                </td>
                <td>{after === undefined ? t('order.never') : durationText(after)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
