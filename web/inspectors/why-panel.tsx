import type { ReactNode } from 'react';
import { useStore } from '../store/store-context.ts';
import { shownThread } from '../store/selection-slice.ts';
import { useInspectorMessages } from './messages/inspector-messages.ts';
import { OrderTable } from './order/order-table.tsx';
import { WaitGraph } from './wait-graph.tsx';
import { whyChain } from './why-chain.ts';
import { WhyStep } from './why-step.tsx';
import css from './why-panel.module.css';

/** The why-chain of the chosen thread, and the wait-for graph of all. */
export function WhyPanel(): ReactNode {
  const t = useInspectorMessages();
  const moment = useStore((store) => store.moment);
  const shown = useStore(shownThread);
  const showsCausality = useStore((store) => store.showsCausality);
  const thread = moment?.threads.find(({ id }) => id === shown);
  if (moment === null || thread === undefined) return <p className={css['none']}>{t('moment.none')}</p>;
  return (
    <div className={css['room']}>
      <div className={css['panel']}>
        <section>
          <h3>{t('why.question', { name: thread.name })}</h3>
          <ol className={css['chain']}>
            {whyChain(moment, thread.id).map((link, index) => (
              <li key={`${link.thread}-${link.kind}-${index === 0 ? 'first' : 'next'}`}>
                <WhyStep link={link} />
              </li>
            ))}
          </ol>
        </section>
        <section>
          <h3>{t('why.graph')}</h3>
          <WaitGraph moment={moment} />
        </section>
        {showsCausality && <OrderTable />}
      </div>
    </div>
  );
}
