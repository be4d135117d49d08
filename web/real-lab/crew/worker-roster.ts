/** Every worker that is alive. What is started is entered here, so that leaving the page can end all of them. */
export class WorkerRoster {
  /** With each the number of workers it stands for: one that hires a partner takes it along when it is ended. */
  readonly #workers = new Map<Worker, number>();
  readonly #listeners = new Set<() => void>();

  get count(): number {
    return [...this.#workers.values()].reduce((sum, heads) => sum + heads, 0);
  }

  /** Starts a lab worker and enters it. */
  hire(heads = 1): Worker {
    return this.enlist(new Worker(new URL('./lab.worker.ts', import.meta.url), { type: 'module' }), heads);
  }

  /** Enters a worker that somebody else has started. */
  enlist(worker: Worker, heads = 1): Worker {
    this.#workers.set(worker, heads);
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
    this.dismiss([...this.#workers.keys()]);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
