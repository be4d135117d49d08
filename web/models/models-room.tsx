import { type ReactNode, useState } from 'react';
import { firstShape } from './job-shape.ts';
import { useModelMessages } from './messages/model-messages.ts';
import { ModelCard } from './model-card.tsx';
import { modelIds } from './model-programs.ts';
import { ModelTable } from './model-table.tsx';
import css from './models-room.module.css';
import { ShapeControls } from './shape-controls.tsx';
import { StateLegend } from './state-legend.tsx';
import { TimeAxis } from './time-axis.tsx';
import { useModelRuns } from './use-model-runs.ts';

/** The same jobs done in every way Python knows, on one axis of time; run anew when a slider moves. */
export function ModelsRoom(): ReactNode {
  const t = useModelMessages();
  const [shape, setShape] = useState(firstShape);
  const results = useModelRuns(shape);
  const runs = modelIds.flatMap((model) => {
    const result = results[model];
    return result?.kind === 'done' ? [result.run] : [];
  });
  const longestNs = Math.max(1e6, ...runs.map(({ totalNs }) => totalNs));
  return (
    <main className={css['room']}>
      <header className={css['head']}>
        <h1>{t('title')}</h1>
        <p>{t('intro')}</p>
      </header>
      <ShapeControls shape={shape} onChange={setShape} />
      <StateLegend />
      <div className={css['models']}>
        <TimeAxis endNs={longestNs} />
        {modelIds.map((model) => (
          <ModelCard key={model} model={model} shape={shape} results={results} longestNs={longestNs} />
        ))}
      </div>
      <ModelTable results={results} />
    </main>
  );
}
