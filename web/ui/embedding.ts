/** What the address asks for where the page is shown inside another one: '?embed', '?embed=picture', '&theme=dark', '&lang=zh'. */

/** Which part is shown: all of it, the timeline with the moment, or the program with its console. */
export const embedPanes = ['all', 'picture', 'program'] as const;
export type EmbedPanes = (typeof embedPanes)[number];

/** Null where the page stands by itself. */
export function embeddedPanes(): EmbedPanes | null {
  const asked = addressOption('embed');
  if (asked === null) return null;
  return embedPanes.find((panes) => panes === asked) ?? 'all';
}

/** An option of the address; null if it is not there (or there is no address: in tests). */
export function addressOption(name: string): string | null {
  return typeof location === 'undefined' ? null : new URLSearchParams(location.search).get(name);
}
