/** Writes events of the Trace Event Format, one line each. See "Trace Event Format" (chromium.org) and docs/getting-started/other-formats.md of Perfetto. */

/** Where an event stands. */
export interface Track {
  readonly pid: number;
  readonly tid: number;
}

interface OpenSlice {
  readonly track: Track;
  readonly name: string;
  readonly sinceNs: number;
}

export class ChromeTraceWriter {
  private lines: string[] = [];
  /** An arrow is tied to the slice that is open when the reader comes to it: arrows come after all slices. */
  private readonly flows: string[] = [];
  private readonly open = new Map<string, OpenSlice>();
  private hasBegun = false;

  process(pid: number, name: string, sortIndex: number): void {
    this.add({ ph: 'M', name: 'process_name', pid, args: { name } });
    this.add({ ph: 'M', name: 'process_sort_index', pid, args: { sort_index: sortIndex } });
  }

  thread(pid: number, tid: number, name: string): void {
    this.add({ ph: 'M', name: 'thread_name', pid, tid, args: { name } });
    this.add({ ph: 'M', name: 'thread_sort_index', pid, tid, args: { sort_index: tid } });
  }

  /** Begins a slice; the one that is open on the track ends. */
  begin(track: Track, name: string, atNs: number): void {
    const key = `${track.pid} ${track.tid}`;
    const before = this.open.get(key);
    if (before?.name === name) return;
    this.close(before, atNs);
    this.open.set(key, { track, name, sinceNs: atNs });
  }

  end(track: Track, atNs: number): void {
    const key = `${track.pid} ${track.tid}`;
    this.close(this.open.get(key), atNs);
    this.open.delete(key);
  }

  instant({ pid, tid }: Track, name: string, atNs: number, text: string | null): void {
    const args = text === null ? {} : { args: { text } };
    this.add({ ph: 'i', s: 't', name, pid, tid, ts: atNs / 1000, ...args });
  }

  counter(pid: number, name: string, atNs: number, value: number): void {
    this.add({ ph: 'C', name, pid, ts: atNs / 1000, args: { value } });
  }

  flow(id: number, { from, to }: { readonly from: Track; readonly to: Track }, atNs: number): void {
    const arrow = { name: 'wakes', cat: 'wake-up', id, ts: atNs / 1000 };
    this.flows.push(
      JSON.stringify({ ph: 's', ...arrow, pid: from.pid, tid: from.tid }),
      JSON.stringify({ ph: 'f', bp: 'e', ...arrow, pid: to.pid, tid: to.tid }),
    );
  }

  finish(endNs: number): void {
    for (const slice of this.open.values()) this.close(slice, endNs);
    this.open.clear();
    // One by one: of very many not all could be arguments of one call.
    for (const flow of this.flows) this.lines.push(flow);
  }

  /** What was written since the last call. */
  take(): string {
    if (this.lines.length === 0) return '';
    const text = (this.hasBegun ? ',\n' : '') + this.lines.join(',\n');
    this.hasBegun = true;
    this.lines = [];
    return text;
  }

  /** A slice that took no time leaves no trace. */
  private close(slice: OpenSlice | undefined, atNs: number): void {
    if (slice === undefined || atNs <= slice.sinceNs) return;
    const { track, name, sinceNs } = slice;
    this.add({
      ph: 'X',
      name,
      pid: track.pid,
      tid: track.tid,
      ts: sinceNs / 1000,
      dur: (atNs - sinceNs) / 1000,
    });
  }

  private add(event: Readonly<Record<string, unknown>>): void {
    this.lines.push(JSON.stringify(event));
  }
}
