// What a content stream has said so far (ISO 32000-1, 8.4): what need not be said again. It writes
// nothing.

/** Ends of lines and their joins have the same numbers (ISO 32000-1, 8.4.3.3). */
export const buttEnds = 0;
export const roundEnds = 1;

/** Undefined is «as the caller left it», which a form cannot know: then everything is said. */
export interface GraphicsState {
  fill: number | undefined;
  stroke: number | undefined;
  lineWidth: number | undefined;
  /** Cap and join, which always go together here. */
  ends: number | undefined;
  dash: readonly number[] | undefined;
  font: string | undefined;
  fontSize: number | undefined;
}

/** What a page starts with (ISO 32000-1, 8.4.1). */
export const pageState: GraphicsState = {
  fill: 0,
  stroke: 0,
  lineWidth: 1,
  ends: buttEnds,
  dash: [],
  font: undefined,
  fontSize: undefined,
};

export const formState: GraphicsState = {
  fill: undefined,
  stroke: undefined,
  lineWidth: undefined,
  ends: undefined,
  dash: undefined,
  font: undefined,
  fontSize: undefined,
};

export function areEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((length, index) => length === b[index]);
}
