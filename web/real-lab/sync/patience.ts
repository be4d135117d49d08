/** Turns between two looks at the clock: a look costs as much as some hundred turns. */
const turnsPerLook = 500;

/** Stays awake until something is so, at most for a time. Returns whether it became so. */
export function spinUntil(isSo: () => boolean, patienceMs: number): boolean {
  const untilMs = performance.now() + patienceMs;
  do {
    for (let turn = 0; turn < turnsPerLook; turn += 1) if (isSo()) return true;
  } while (performance.now() < untilMs);
  return false;
}
