import type { Phenomenon } from './phenomenon.ts';
export const waitPhenomena: readonly Phenomenon[] = [];
