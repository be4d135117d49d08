/** Where the timers of a heap stand when it is drawn as the tree it is: child i of parent (i − 1) / 2. */
export interface HeapPlace {
  readonly index: number;
  /** 0 to 1 across. */
  readonly x: number;
  readonly row: number;
  readonly parent: number | null;
}

/** The first `most` entries of a heap's array; a row holds 1, 2, 4, 8 …  of them. */
export function heapPlaces(length: number, most: number): readonly HeapPlace[] {
  return Array.from({ length: Math.min(length, most) }, (_, index) => {
    const row = Math.floor(Math.log2(index + 1));
    const inRow = index + 1 - 2 ** row;
    return { index, row, x: (inRow + 0.5) / 2 ** row, parent: index === 0 ? null : Math.floor((index - 1) / 2) };
  });
}
