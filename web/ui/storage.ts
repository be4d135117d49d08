/** What the browser remembers for us. It may be forbidden (a framed page, a strict setting): then nothing is remembered. */

/** Reads a remembered text; null where the browser forbids storage. */
export function readStorage(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch (error) {
    return error instanceof DOMException ? null : raise(error);
  }
}

/** Remembers a text if the browser lets us. */
export function writeStorage(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch (error) {
    if (!(error instanceof DOMException)) raise(error);
  }
}

function raise(error: unknown): never {
  throw error;
}
