import type { ReactNode } from 'react';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { type LevelWords, useLevelWords } from '../ui/level-words.ts';
import { threadInk } from '../ui/state-style.ts';
import { durationText } from '../ui/time-text.ts';
import { type InspectorTranslate, useInspectorMessages } from './messages/inspector-messages.ts';
import type { WhyLink } from './why-chain.ts';
import css from './why-step.module.css';

/** One link of the chain; choosing it selects its thread. */
export function WhyStep({ link }: { readonly link: WhyLink }): ReactNode {
  const t = useInspectorMessages();
  const levelWords = useLevelWords();
  const store = useStoreApi();
  const cores = useStore((state) => state.trace?.cores ?? 1);
  return (
    <button
      type="button"
      className={[css['step'], link.kind === 'circle' ? css['circle'] : ''].join(' ')}
      style={{ '--ink': threadInk(link.thread) }}
      onClick={() => store.getState().selectThread(link.thread)}
    >
      {textOf(link, cores, { t, levelWords })}
    </button>
  );
}

interface Words {
  readonly t: InspectorTranslate;
  readonly levelWords: LevelWords;
}

function textOf(link: WhyLink, cores: number, words: Words): string {
  const { name } = link;
  const { t } = words;
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
      return waitText(link, words);
  }
}

type Wait = WhyLink & { kind: 'waits' };

function waitText(link: Wait, { t, levelWords }: Words): string {
  const { name, holder } = link;
  if (link.resourceKind === 'thread-end') {
    return t('why.threadEnd', { name, other: holder?.name ?? link.resourceName });
  }
  const resource = link.resourceKind === 'gil' ? t('why.theGil') : link.resourceName;
  if (holder !== null) return heldText(link, { resource, owner: holder.name }, t);
  const kind = ownWords.find((candidate) => candidate === link.resourceKind);
  if (kind !== undefined) {
    const { level, limit, call } = link;
    const state = levelWords({ kind, level: level ?? 0, limit });
    return t(`why.waits.${kind}`, { name, resource, level: state, call: `${call?.split('.').at(-1) ?? 'get'}()` });
  }
  const hasOwners = ['lock', 'rlock', 'gil'].includes(link.resourceKind);
  return t(hasOwners ? 'why.waitsNobody' : 'why.waitsSomeone', { name, resource });
}

function heldText(
  link: Wait,
  held: { readonly resource: string; readonly owner: string },
  t: InspectorTranslate,
): string {
  const { name, holders } = link;
  if (link.resourceKind === 'event') return t('why.waits.start', { name, owner: held.owner });
  if (link.resourceKind === 'semaphore')
    return t('why.waits.places', { name, resource: held.resource, count: holders.length, owners: holders.join(', ') });
  return t(link.isInner ? 'why.waits.inner' : 'why.waitsHeld', { name, ...held });
}

/** Kinds that are waited for in a way of their own. */
const ownWords = ['condition', 'semaphore', 'event', 'barrier', 'queue', 'pool', 'future'] as const;
