/** The hook for the words of the CPU lab. */
import { catalogue } from '../../ui/messages/catalogue.ts';
import { en } from './en.ts';
import { lessonsEn } from './lessons-en.ts';
import { partsEn } from './parts-en.ts';

export const useCpuMessages = catalogue('cpu-lab', {
  en: { ...en, ...partsEn, ...lessonsEn },
  zh: async () => (await import('./cpu-zh.ts')).cpuZh,
});
