// A value of a PDF object that is spelled already. It checks nothing.

/**
 * Written as it stands. pdfkit looks into plain objects and arrays, which for two hundred widths
 * takes longer than a page of text; anything else it turns into a string.
 */
export class Literal {
  readonly #spelling: string;
  readonly [Symbol.toStringTag] = 'Literal';

  constructor(spelling: string) {
    this.#spelling = spelling;
  }

  toString(): string {
    return this.#spelling;
  }
}

/** Points to an object without holding on to it, or to what it points to in its turn. */
export function pointerTo(reference: { toString(): string }): Literal {
  return new Literal(String(reference));
}
