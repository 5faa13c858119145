// Objects of a file and what gathers them, as much as those must know who describe fonts, forms and
// pages. pdfkit's document is one such place, a plain one the other.

/** An object that others point to. Only this folder makes and ends them. */
export interface Reference {
  readonly id: number;
  /** What its dictionary says; it may be added to until the object is ended. */
  readonly data: object;
  /** Ends it: it is written. */
  finalize(): void;
  /** `12 0 R`. */
  toString(): string;
}

export interface ObjectKeeper {
  /** An object that is still to be ended. */
  ref(data: object): Reference;
  /** A stream that is compressed already. */
  addStream(dictionary: object, bytes: Uint8Array): Reference;
  addDictionary(dictionary: object): Reference;
  /** Makes what was drawn part of the file's identifier (ISO 32000-1, 14.4). */
  identify(content: Uint8Array | string): void;
}
