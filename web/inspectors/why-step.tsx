import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { threadInk } from '../ui/state-style.ts';
import { durationText } from '../ui/time-text.ts';
import { type InspectorTranslate, useInspectorMessages } from './messages/inspector-messages.ts';
import type { WhyLink } from './why-chain.ts';
import css from './why-step.module.css';

/** One link of the chain; choosing it selects its thread. */
export function WhyStep({ link }: { readonly link: WhyLink }): ReactNode {
  const t = useInspectorMessages();
  const store = useStoreApi();
  const cores = useStore((state) => state.trace?.cores ?? 1);
  return (
    <button
      type="button"
      className={[css['step'], link.kind === 'circle' ? css['circle'] : ''].join(' ')}
      style={{ '--ink': threadInk(link.thread) }}
      onClick={() => store.getState().selectThread(link.thread)}
    >
      {textOf(link, cores, t)}
    </button>
  );
}

function textOf(link: WhyLink, cores: number, t: InspectorTranslate): string {
  const { name } = link;
  switch (link.kind) {
    case 'running':
      return t('why.running', { name });
    case 'finished':
      return t('why.finished', { name });
    case 'ready':
      return t('why.ready', { name, cores });
    case 'io':
      return t('why.io', { name });
    case 'sleeps':
      return t('why.sleeps', { name, time: durationText(link.untilNs) });
    case 'circle':
      return t('why.again');
    case 'waits':
      return waitText(link, t);
  }
}

function waitText(link: WhyLink & { kind: 'waits' }, t: InspectorTranslate): string {
  const { name, holder } = link;
  if (link.resourceKind === 'thread-end') {
    return t('why.threadEnd', { name, other: holder?.name ?? link.resourceName });
  }
  const resource = link.resourceKind === 'gil' ? t('why.theGil') : link.resourceName;
  if (holder !== null) return t('why.waitsHeld', { name, resource, owner: holder.name });
  const hasOwners = ['lock', 'rlock', 'gil'].includes(link.resourceKind);
  return t(hasOwners ? 'why.waitsNobody' : 'why.waitsSomeone', { name, resource });
}
