/** All Chinese words of the CPU lab. */
import { lessonsZh } from './lessons-zh.ts';
import { partsZh } from './parts-zh.ts';
import { zh } from './zh.ts';

export const cpuZh = { ...zh, ...partsZh, ...lessonsZh };
