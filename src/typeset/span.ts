// The smallest piece of a text: letters of one face and size. No behaviour here.

import type { Gray } from './page.ts';

/** A run of one face within a text. */
export interface Span {
  readonly text: string;
  readonly face: string;
  readonly size: number;
  readonly gray: Gray;
  readonly lang?: string;
  readonly spoken?: string;
  /** A dash that stands for zero: it never keeps a table column alive. */
  readonly nil?: boolean;
}
