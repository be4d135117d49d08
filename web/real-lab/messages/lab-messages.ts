/** The hook for all words of the real lab. */
import { catalogue, type Translate } from '../../ui/messages/catalogue.ts';
import { en as experimentsEn } from '../experiments/messages/en.ts';
import { en as predictionsEn } from '../predictions/messages/en.ts';
import { en as resultsEn } from '../results/messages/en.ts';
import { en as roomEn } from './en.ts';

const en = { ...roomEn, ...experimentsEn, ...resultsEn, ...predictionsEn };

export type LabTranslate = Translate<typeof en>;
export const useLabMessages = catalogue('real-lab', {
  en,
  zh: async () => (await import('./lab-zh.ts')).labZh,
});
