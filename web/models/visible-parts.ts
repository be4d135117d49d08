/** What of a row can be told apart on the screen: parts too short for that join the longest one beside them. */
import type { RowPart } from './model-run.ts';

/** Parts shorter than `leastNs` are gathered; a gathered stretch looks like the state that fills most of it. */
export function visibleParts(parts: readonly RowPart[], leastNs: number): readonly RowPart[] {
  const shown: RowPart[] = [];
  let gathered: RowPart[] = [];
  const flush = (): void => {
    const [first] = gathered;
    const last = gathered.at(-1);
    if (first !== undefined && last !== undefined)
      shown.push({ fromNs: first.fromNs, toNs: last.toNs, state: dominantState(gathered) });
    gathered = [];
  };
  for (const part of parts) {
    const previous = gathered.at(-1);
    const isShort = part.toNs - part.fromNs < leastNs;
    if (previous !== undefined && (!isShort || part.fromNs - previous.toNs > leastNs || spanOf(gathered) > leastNs))
      flush();
    if (isShort) gathered.push(part);
    else shown.push(part);
  }
  flush();
  return shown;
}

/** How a row's time is spent: state and share of the whole, the largest first. */
export function sharesOf(parts: readonly RowPart[], wholeNs: number): readonly { state: number; share: number }[] {
  const lengths = new Map<number, number>();
  for (const { state, fromNs, toNs } of parts) lengths.set(state, (lengths.get(state) ?? 0) + toNs - fromNs);
  return [...lengths]
    .map(([state, lengthNs]) => ({ state, share: lengthNs / Math.max(1, wholeNs) }))
    .toSorted((one, other) => other.share - one.share);
}

function dominantState(parts: readonly RowPart[]): number {
  return sharesOf(parts, 1)[0]?.state ?? 0;
}

function spanOf(parts: readonly RowPart[]): number {
  return (parts.at(-1)?.toNs ?? 0) - (parts[0]?.fromNs ?? 0);
}
