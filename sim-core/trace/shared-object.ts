/** An object that several threads can reach: what one changes, the others see. */
export interface SharedObject {
  readonly type: string;
  /** As a variables view shows it. */
  readonly text: string;
  /** The threads that can reach it from the functions they are in, and what they call it. */
  readonly reachedBy: readonly { readonly thread: number; readonly names: readonly string[] }[];
}
