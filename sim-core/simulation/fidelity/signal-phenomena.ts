import type { Phenomenon } from './phenomenon.ts';
export const signalPhenomena: readonly Phenomenon[] = [];
