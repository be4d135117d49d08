/** A button that moves or vanishes by its own click would take the focus with it: the timeline gets it, and its keys go on working. */
export function keepFocus(button: HTMLElement): void {
  button.closest<HTMLElement>('section')?.focus({ preventScroll: true });
}
