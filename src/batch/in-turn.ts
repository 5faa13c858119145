// Work on one thing after the other, on different things at once. It knows nothing of the work.

export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Begins when everything that was asked for this key before has ended, however it did. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const running = before.then(work);
    const ended = running.catch(() => {});
    this.#last.set(key, ended);
    try {
      return await running;
    } finally {
      if (this.#last.get(key) === ended) this.#last.delete(key);
    }
  }
}
