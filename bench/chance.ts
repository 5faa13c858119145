// Pseudo-random choices from a seed, the same on every machine. Not for secrets.

/** One source of chance; equal seeds draw equal sequences. */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to, but not including, 1: Mulberry32 by Tommy Ettinger, 32 bits of state. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  /** A character of `text`, which must not be empty. */
  letter(text: string): string {
    return text.charAt(this.whole(0, text.length - 1));
  }

  /** The characters of `text` in another order. */
  shuffled(text: string): string {
    const letters = [...text];
    for (let i = letters.length - 1; i > 0; i -= 1) {
      const j = this.whole(0, i);
      [letters[i], letters[j]] = [letters[j] ?? '', letters[i] ?? ''];
    }
    return letters.join('');
  }
}
