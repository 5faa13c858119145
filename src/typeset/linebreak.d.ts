// Types of the npm package `linebreak`, which ships none: only what line-break.ts calls.

declare module 'linebreak' {
  class LineBreaker {
    constructor(text: string);
    /** The next break, the end of the text being the last one; then null. */
    nextBreak(): { readonly position: number; readonly required: boolean } | null;
  }
  export = LineBreaker;
}
