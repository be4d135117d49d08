import type { ReactNode } from 'react';
import { shortHexadecimal } from '../format-word.ts';
import { useLab } from '../lab-context.ts';
import { useCpuMessages } from '../messages/cpu-messages.ts';
import css from './pipeline.module.css';
import { PipelineTable } from './pipeline-table.tsx';

/** The five stages with what each has in hand, over the textbook's table of instructions and cycles. */
export function PipelinePicture(): ReactNode {
  const t = useCpuMessages();
  const pipeline = useLab((state) => state.moment?.pipeline ?? null);
  if (pipeline === null) return null;
  return (
    <div className={css['picture']}>
      <ol className={css['stages']} aria-label={t('pipeline.stages')}>
        {pipeline.stages.map((content) => (
          <li key={content.stage} className={css['stage']} data-bubble={content.bubble !== null}>
            <span className={css['stageName']}>
              {content.stage} <small>{t(`stage.${content.stage}`)}</small>
            </span>
            {content.bubble === null ? (
              <>
                <code className={css['stageText']}>{content.text}</code>
                <code className={css['stageDetail']}>{content.detail}</code>
              </>
            ) : (
              <span className={css['stageBubble']}>{t(`bubble.${content.bubble}`)}</span>
            )}
          </li>
        ))}
      </ol>
      {pipeline.redirect !== null && (
        <p className={css['redirect']}>
          {t('pipeline.redirect', {
            stage: pipeline.redirect.stage,
            target: shortHexadecimal(pipeline.redirect.target),
          })}
        </p>
      )}
      <PipelineTable pipeline={pipeline} />
    </div>
  );
}
