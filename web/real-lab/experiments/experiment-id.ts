/** The ten experiments, in the order of the course. The names are part of every shared link. */
export const experimentIds = [
  'lost-update',
  'cures',
  'interpreter-lock',
  'deadlock',
  'coordination',
  'messages',
  'event-loop',
  'false-sharing',
  'litmus',
  'amdahl',
] as const;
export type ExperimentId = (typeof experimentIds)[number];
