/** The hook for the words of the CPU lab. */
import { catalogue } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';
import { lessonsEn } from './lessons-en.ts';
import { lessonsZh } from './lessons-zh.ts';
import { partsEn } from './parts-en.ts';
import { partsZh } from './parts-zh.ts';
import { zh } from './zh.ts';

export const useCpuMessages = catalogue('cpu-lab', {
  en: { ...en, ...partsEn, ...lessonsEn },
  zh: { ...zh, ...partsZh, ...lessonsZh },
});
