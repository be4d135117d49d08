/** The shape and the rules of one cache. */
export interface CacheConfig {
  /** Powers of two. */
  readonly sets: number;
  readonly ways: number;
  readonly wordsPerBlock: number;
  readonly replacement: Replacement;
  readonly write: WritePolicy;
  /** Cycles to move one block between cache and memory: what a miss costs. */
  readonly penaltyCycles: number;
}

export type Replacement = 'LRU' | 'FIFO' | 'random';
/** `back`: write-allocate, dirty blocks go to memory when evicted. `through`: no allocation, a write buffer that never fills. */
export type WritePolicy = 'back' | 'through';

export type Coherence = 'none' | 'MSI' | 'MESI';

export interface CacheCounts {
  accesses: number;
  hits: number;
  misses: number;
  writeBacks: number;
  invalidations: number;
}

/** Says what is wrong with a shape, or null. */
export function cacheConfigMistake(config: CacheConfig): string | null {
  const isPowerOfTwo = (n: number): boolean => Number.isInteger(n) && n > 0 && (n & (n - 1)) === 0;
  if (!isPowerOfTwo(config.sets) || !isPowerOfTwo(config.ways) || !isPowerOfTwo(config.wordsPerBlock)) {
    return 'sets, ways and words per block must be powers of two';
  }
  if (config.sets * config.ways < 2) return 'a cache needs at least two blocks, for accesses that cross one';
  if (config.sets * config.ways * config.wordsPerBlock > 65536) return 'a cache holds at most 65536 words';
  if (!Number.isInteger(config.penaltyCycles) || config.penaltyCycles < 0)
    return 'the miss penalty is a number of cycles';
  return null;
}
