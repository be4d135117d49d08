import type { Phenomenon } from './phenomenon.ts';
export const lockPhenomena: readonly Phenomenon[] = [];
