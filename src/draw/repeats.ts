// Tells which forms of a long document come again. What it says depends on the document alone, so
// that the same pages give the same bytes; and its memory does not grow with the document.

/** Ids of two generations are remembered: a form that comes again stands some pages on. */
const idsRemembered = 8192;

export class Repeats {
  #young = new Set<string>();
  #old = new Set<string>();

  /** Whether the form was met before, not too long ago. */
  meets(id: string): boolean {
    if (this.#young.has(id)) return true;
    const isKnown = this.#old.has(id);
    if (this.#young.size >= idsRemembered) {
      this.#old = this.#young;
      this.#young = new Set();
    }
    this.#young.add(id);
    return isKnown;
  }
}
