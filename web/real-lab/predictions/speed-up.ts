/** Amdahl's law: the serial part is not divided, however many work on the rest. */
export function amdahlSpeedUp(serialFraction: number, workers: number): number {
  return 1 / (serialFraction + (1 - serialFraction) / workers);
}

/** The same where equal parts are dealt to a limited number of cores: five parts on two cores take three turns. */
export function amdahlSpeedUpOnCores(serialFraction: number, workers: number, cores: number): number {
  const turns = Math.ceil(workers / cores);
  return 1 / (serialFraction + ((1 - serialFraction) * turns) / workers);
}
