import type { RingCost } from '../recording/ring-cost.ts';

/** What the experiments run on, as far as a page can know it. */
export interface Machine {
  readonly cores: number;
  readonly browser: string;
  /** Smallest step of the clock in a worker. */
  readonly clockResolutionMs: number;
  readonly ringCost: RingCost;
}

/** The browser's name and version from its own account, the most telling part. */
export function browserOf(userAgent: string): string {
  const known = [
    [/Firefox\/([\d.]+)/, 'Firefox'],
    [/Edg\/([\d]+)/, 'Edge'],
    [/(?:Headless)?Chrom(?:e|ium)\/([\d]+)/, 'Chromium'],
    [/Version\/([\d.]+).*Safari/, 'Safari'],
  ] as const;
  for (const [pattern, name] of known) {
    const version = pattern.exec(userAgent)?.[1];
    if (version !== undefined) return `${name} ${version}`;
  }
  return userAgent.slice(0, 40);
}
