import { useMemo } from 'react';
import { predict } from '../predictions/predict.ts';
import type { Prediction, PredictionRequest } from '../predictions/prediction.ts';

/** The prediction, the same object for as long as the same is asked. */
export function usePrediction({ experiment, settings, cores }: PredictionRequest): Prediction {
  const { workers, variant, amount, rounds } = settings;
  return useMemo(
    () => predict({ experiment, settings: { workers, variant, amount, rounds }, cores }),
    [experiment, workers, variant, amount, rounds, cores],
  );
}
