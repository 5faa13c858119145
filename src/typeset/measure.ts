// What typeset needs to know of fonts. It does not know font files; font/ implements it.

/**
 * Widths exactly as draw will set them: both read the same frozen pack.
 * `face` is a key of fonts/fonts.json.
 */
export interface Measure {
  /** Advance of the run in points at `size` points, kerning included. */
  width(face: string, size: number, text: string): number;
  /** The same in one go for a figure and for what stands before its last comma, or all of it. */
  figure(run: MeasuredRun): void;
  /** The first code point that no pack of the face has, or undefined. */
  missing(face: string, text: string): number | undefined;
}

/** Takes what is measured of it, in points: all of it, and what stands before its comma. */
export interface MeasuredRun {
  readonly face: string;
  readonly size: number;
  readonly text: string;
  width?: number | undefined;
  whole?: number | undefined;
}
