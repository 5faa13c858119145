// What typeset needs to know of fonts. It does not know font files; font/ implements it.

/**
 * Widths exactly as draw will set them: both read the same frozen pack.
 * `face` is a key of fonts/fonts.json.
 */
export interface Measure {
  /** Advance of the run in points at `size` points, kerning included. */
  width(face: string, size: number, text: string): number;
  /** The same in one go for a run and for its first letters, up to `at`. */
  parted(face: string, size: number, text: string, at: number): Parted;
  /** The first code point that no pack of the face has, or undefined. */
  missing(face: string, text: string): number | undefined;
}

/** Points; `width` is the whole run's. */
export interface Parted {
  readonly whole: number;
  readonly width: number;
}
