import type { Phenomenon } from './phenomenon.ts';
export const shutdownPhenomena: readonly Phenomenon[] = [];
