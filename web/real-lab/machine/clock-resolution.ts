const readings = 500;

/** The smallest step of `performance.now()` here, in milliseconds: browsers round it against side-channel attacks. */
export function measureClockResolution(): number {
  let smallestMs = Number.POSITIVE_INFINITY;
  let lastMs = performance.now();
  for (let steps = 0; steps < readings;) {
    const nowMs = performance.now();
    if (nowMs > lastMs) {
      smallestMs = Math.min(smallestMs, nowMs - lastMs);
      steps += nowMs - lastMs > 1 ? 100 : 1;
    }
    lastMs = nowMs;
  }
  // Differences of doubles: 0.0049999952 is 5 µs.
  return Number(smallestMs.toPrecision(2));
}
