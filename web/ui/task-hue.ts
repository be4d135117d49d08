/** Tasks have the threads' hues, shifted by one: the main thread's own hue stays its own. */
export function taskHue(task: number): number {
  return task + 1;
}
