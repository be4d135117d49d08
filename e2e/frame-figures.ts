/** Measures what a person feels while the timeline moves: the time between frames, the work in each, and the memory. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';

export interface FrameFigures {
  readonly frames: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Script, style, layout and paint on the main thread, for each frame that was shown. */
  readonly workMs: number;
  /** The callbacks of animation frames alone: our own painting. */
  readonly paintMedianMs: number;
  readonly paintP95Ms: number;
}

/** Counts frames from now on, with what our own callbacks take. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const figures = { times: [] as number[], paints: [] as number[] };
    Reflect.set(globalThis, 'frameFigures', figures);
    const ask = requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) =>
      ask((now) => {
        const begun = performance.now();
        callback(now);
        const took = performance.now() - begun;
        const isSameFrame = figures.times.at(-1) === now;
        if (isSameFrame) figures.paints[figures.paints.length - 1] = (figures.paints.at(-1) ?? 0) + took;
        else {
          figures.times.push(now);
          figures.paints.push(took);
        }
      });
  });
}

export async function figuresWhile(page: Page, action: () => Promise<void>): Promise<FrameFigures> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const taskSeconds = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await page.evaluate(() => {
    Object.assign(Reflect.get(globalThis, 'frameFigures') as object, { times: [], paints: [] });
    // A frame is asked for all the time, so that a frame that comes late is seen.
    const tick = (): void => {
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const before = await taskSeconds();
  await action();
  const work = (await taskSeconds()) - before;
  const { times, paints } = await page.evaluate(
    () => Reflect.get(globalThis, 'frameFigures') as { times: number[]; paints: number[] },
  );
  const intervals = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  return {
    frames: times.length,
    medianMs: shareOf(intervals, 0.5),
    p95Ms: shareOf(intervals, 0.95),
    workMs: (work * 1000) / Math.max(1, times.length),
    paintMedianMs: shareOf(paints, 0.5),
    paintP95Ms: shareOf(paints, 0.95),
  };
}

export function figuresText(figures: FrameFigures): string {
  const { frames, medianMs, p95Ms, workMs, paintMedianMs, paintP95Ms } = figures;
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  return (
    `${frames} frames, median ${ms(medianMs)}, p95 ${ms(p95Ms)}; main thread ${ms(workMs)} a frame; ` +
    `own painting median ${ms(paintMedianMs)}, p95 ${ms(paintP95Ms)}`
  );
}

/** What the page keeps: its own heap after a collection, and the whole process with its worker. */
export async function memoryOf(page: Page, browser: Browser): Promise<{ heapMb: number; processMb: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { processInfo } = await (await browser.newBrowserCDPSession()).send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentMb(id));
  return { heapMb: Math.round(usedSize / 1e6), processMb: Math.max(0, ...renderers) };
}

/** 0 where the system does not tell. */
function residentMb(pid: number): number {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes ?? 0) / 1024);
  } catch {
    return 0;
  }
}

function shareOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
