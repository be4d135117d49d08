/** The hook for all words of the real lab. */
import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en as experimentsEn } from '../experiments/messages/en.ts';
import { zh as experimentsZh } from '../experiments/messages/zh.ts';
import { en as predictionsEn } from '../predictions/messages/en.ts';
import { zh as predictionsZh } from '../predictions/messages/zh.ts';
import { en as resultsEn } from '../results/messages/en.ts';
import { zh as resultsZh } from '../results/messages/zh.ts';
import { en as roomEn } from './en.ts';
import { zh as roomZh } from './zh.ts';

const en = { ...roomEn, ...experimentsEn, ...resultsEn, ...predictionsEn };
const zh = { ...roomZh, ...experimentsZh, ...resultsZh, ...predictionsZh };

export type LabTranslate = Translate<typeof en>;
export const useLabMessages = catalogue('real-lab', { en, zh });
