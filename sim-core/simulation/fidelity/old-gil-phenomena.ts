import type { Phenomenon } from './phenomenon.ts';
export const oldGilPhenomena: readonly Phenomenon[] = [];
