/** All Chinese words of the real lab. */
import { zh as experimentsZh } from '../experiments/messages/zh.ts';
import { zh as predictionsZh } from '../predictions/messages/zh.ts';
import { zh as resultsZh } from '../results/messages/zh.ts';
import { zh as roomZh } from './zh.ts';

export const labZh = { ...roomZh, ...experimentsZh, ...resultsZh, ...predictionsZh };
