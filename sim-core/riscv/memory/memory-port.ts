/** A hart's way to memory: straight, or through its caches. */
export interface MemoryPort {
  /** May the instruction at this address be fetched in this cycle? Asked once a cycle until the answer is yes. */
  fetchIsReady(address: number): boolean;
  /** May this data access be made in this cycle? Asked once a cycle until the answer is yes; then `read` or `write` follows at once. */
  dataIsReady(address: number, bytes: number, isWrite: boolean): boolean;
  read(address: number, bytes: number): number;
  write(address: number, bytes: number, value: number): void;
  /** The access that was asked for is not wanted any more: an SC has lost its reservation while it waited. */
  cancelData(): void;
  /** fence.i: what was stored becomes visible to fetches. */
  synchronizeInstructions(): void;
}
