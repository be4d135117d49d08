/** Every worker that is alive. What is started is entered here, so that leaving the page can end all of them. */
export class WorkerRoster {
  readonly #workers = new Set<Worker>();
  readonly #listeners = new Set<() => void>();

  get count(): number {
    return this.#workers.size;
  }

  /** Starts a lab worker and enters it. */
  hire(): Worker {
    const worker = new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module' });
    this.#workers.add(worker);
    this.#tell();
    return worker;
  }

  /** Ends workers at once, even those asleep in `Atomics.wait`. */
  dismiss(workers: Iterable<Worker>): void {
    for (const worker of workers) {
      worker.terminate();
      this.#workers.delete(worker);
    }
    this.#tell();
  }

  dismissAll(): void {
    this.dismiss([...this.#workers]);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
