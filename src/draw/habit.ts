// Moves that a content stream has made already. Among places as good as each other it prefers the
// one that an earlier move leads to: what repeats compresses. It writes nothing.

/** Moves are whole numbers; the newest of those that share a slot is known. */
const slots = 256;

export class Habit {
  readonly #moves = new Int32Array(slots);

  /**
   * `nearest`, or a known move beside it that ends no farther than `tolerance` from `exact`. The
   * answer is known from now on.
   */
  settle(nearest: number, exact: number, tolerance: number): number {
    if (this.#knows(nearest)) return nearest;
    if (this.#knows(nearest - 1) && exact - nearest + 1 <= tolerance) return nearest - 1;
    if (this.#knows(nearest + 1) && nearest + 1 - exact <= tolerance) return nearest + 1;
    this.#moves[nearest & (slots - 1)] = nearest;
    return nearest;
  }

  /** As if nothing had been moved yet. */
  forget(): void {
    this.#moves.fill(0);
  }

  #knows(move: number): boolean {
    return this.#moves[move & (slots - 1)] === move;
  }
}
