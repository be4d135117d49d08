import { TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { engineVersion } from '../../sim-core/scenario/engine-version.ts';
import type { LinkProblem } from '../../sim-core/scenario/link-problem.ts';
import { useStore, useStoreApi } from '../store/store-context.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { useCommonMessages } from '../ui/messages/common.ts';
import css from './arrival-notice.module.css';
import { type ShareTranslate, useShareMessages } from './messages/share-messages.ts';

/** Says what was wrong with the link the page was opened with. */
export function ArrivalNotice(): ReactNode {
  const t = useShareMessages();
  const common = useCommonMessages();
  const store = useStoreApi();
  const arrival = useStore((state) => state.arrival);
  if (arrival === null) return null;
  const { problems, otherEngine, file } = arrival;
  const sentences = problems.map((problem) => problemWords(problem, t));
  if (otherEngine !== null) sentences.push(t('problems.engine', { theirs: otherEngine, ours: engineVersion }));
  if (file !== undefined) sentences.push(t('problems.file', { file }));
  if (sentences.length === 0) return null;
  return (
    <div className={css['notice']} role="alert">
      <TriangleAlert aria-hidden="true" />
      <div>
        {problems.length > 0 && <strong>{t('problems.title')} </strong>}
        {sentences.join(' ')}
      </div>
      <IconButton label={common('action.close')} icon={<X />} onClick={() => store.getState().setArrival(null)} />
    </div>
  );
}

function problemWords(problem: LinkProblem, t: ShareTranslate): string {
  const { kind, ...values } = problem;
  return t(`problems.${kind}`, values);
}
