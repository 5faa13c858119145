// Words that may stand at one place of a JSON text, found there letter by letter: the names of an
// object's fields, the values of an enumeration. It makes no text.

/** Which of them stands in the text is most often the one that stood there the last time. */
export class Words {
  readonly texts: readonly string[];
  /** UTF-16 code units of all words in a row, as they stand in the text. */
  readonly #letters: Uint16Array;
  /** Where each begins in the row, and where the last one ends. */
  readonly #starts: Uint16Array;
  /** By the index of a word: the one that followed it the last time. */
  readonly #after: Uint16Array;

  /** `tail` follows each word in the text: the colon after a name. */
  constructor(texts: readonly string[], tail: '' | ':') {
    const written = texts.map((text) => JSON.stringify(text) + tail);
    this.texts = texts;
    this.#letters = Uint16Array.from(written.join(''), (letter) => letter.charCodeAt(0));
    this.#starts = Uint16Array.from(
      [...written, ''],
      (_, i) => written.slice(0, i).join('').length,
    );
    this.#after = Uint16Array.from([...texts, ''], (_, i) => (i + 1) % texts.length);
    this.#after[texts.length] = 0;
  }

  /** `last` where no word has come yet. */
  get none(): number {
    return this.texts.length;
  }

  /** The index of the word that stands at `at`, after the word `last`; -1 if none does. */
  find(letters: Uint16Array, at: number, last: number): number {
    const guess = this.#after[last] ?? 0;
    if (this.#stands(guess, letters, at)) return guess;
    // The next in order comes first, as others may be left out.
    const { length } = this.texts;
    for (let i = 1; i <= length; i += 1) {
      const word = (last + i) % length;
      if (!this.#stands(word, letters, at)) continue;
      this.#after[last] = word;
      return word;
    }
    return -1;
  }

  lengthOf(word: number): number {
    return (this.#starts[word + 1] ?? 0) - (this.#starts[word] ?? 0);
  }

  #stands(word: number, letters: Uint16Array, at: number): boolean {
    const own = this.#letters;
    const start = this.#starts[word] ?? 0;
    const end = this.#starts[word + 1] ?? 0;
    const shift = at - start;
    // All begin with a quote.
    for (let i = start + 1; i < end; i += 1) if (own[i] !== letters[i + shift]) return false;
    return letters[at] === own[start];
  }
}
