/**
 * The way from one worker of a pair to the other: the first has hired the second, so they talk directly.
 * A MessageChannel would also do, but through it Chromium copies even buffers that are transferred.
 */
export interface Link {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent) => void,
    options?: { readonly once: boolean },
  ): void;
}
