/** Bytes on their way: written in pieces, read in others. */
export class ByteQueue {
  private chunks: Uint8Array[] = [];
  sizeBytes = 0;

  add(bytes: Uint8Array): void {
    this.chunks.push(bytes.slice());
    this.sizeBytes += bytes.length;
  }

  /** The first bytes, at most `count`; `isPeek` leaves them there. */
  take(count: number, isPeek = false): Uint8Array {
    const taken = new Uint8Array(Math.min(count, this.sizeBytes));
    let filled = 0;
    let index = 0;
    while (filled < taken.length) {
      const chunk = this.chunks[index] as Uint8Array;
      const part = chunk.subarray(0, taken.length - filled);
      taken.set(part, filled);
      filled += part.length;
      if (isPeek) index += 1;
      else if (part.length === chunk.length) this.chunks.shift();
      else this.chunks[0] = chunk.slice(part.length);
    }
    if (!isPeek) this.sizeBytes -= taken.length;
    return taken;
  }
}
