// The part of Handlebars that reads templates, which its own types leave out. Only what is used here.

/// <reference types="handlebars" />

declare module 'handlebars/dist/cjs/handlebars/compiler/base.js' {
  /** Throws an error with the line where the text is no template. */
  export function parse(text: string): hbs.AST.Program;
}
