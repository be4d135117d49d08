/** How fast a run plays: units in a second, or as fast as the machine can. */
export const speeds = [0.5, 1, 2, 5, 25, 100, 'unlimited'] as const;
export type Speed = (typeof speeds)[number];

export function speedOf(text: string): Speed {
  return speeds.find((speed) => String(speed) === text) ?? 1;
}
