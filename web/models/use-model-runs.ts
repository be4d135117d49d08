/** Runs every model again when the jobs change, one after the other in a worker of its own. */
import { useEffect, useState } from 'react';
import type { Trace } from '../../sim-core/trace/trace.ts';
import { connectSimulation } from '../worker/client.ts';
import type { JobShape } from './job-shape.ts';
import { type ModelId, modelIds, modelScenario } from './model-programs.ts';
import { type ModelRun, modelRunOf } from './model-run.ts';

type ModelResult =
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly run: ModelRun }
  /** It ended in another way than it should; the reason is the program's own last words, or the simulator's. */
  | { readonly kind: 'failed'; readonly reason: string };

export type ModelResults = Readonly<Partial<Record<ModelId, ModelResult>>>;

/** Long enough for a slider to come to rest. */
const settleMs = 150;

export function useModelRuns(shape: JobShape): ModelResults {
  const [results, setResults] = useState<ModelResults>({});
  useEffect(() => {
    const client = connectSimulation({ showsHash: false });
    let isWanted = true;
    const runAll = async (): Promise<void> => {
      for (const model of modelIds) {
        setResults((before) => ({ ...before, [model]: { kind: 'running' } }));
        const trace = await client.run(modelScenario(model, shape, ''), () => undefined);
        if (!isWanted) return;
        setResults((before) => ({ ...before, [model]: resultOf(trace) }));
      }
    };
    const timer = setTimeout(() => void runAll(), settleMs);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      client.dispose();
    };
  }, [shape]);
  return results;
}

function resultOf(trace: Trace): ModelResult {
  const { outcome } = trace;
  if (outcome.kind === 'exited' && outcome.status === 0) return { kind: 'done', run: modelRunOf(trace) };
  const lastWords = trace.output.at(-1)?.text.trim().split('\n').at(-1);
  const said = outcome.kind === 'unsupported' ? outcome.feature : undefined;
  return { kind: 'failed', reason: said ?? lastWords ?? outcome.kind };
}
