// What a comparison says: types only.

import type { Box } from './piece.ts';

/** One cause, said once, with what follows from it. */
export interface Finding {
  readonly kind: FindingKind;
  /** In millimetres and words. */
  readonly sentence: string;
  /** What moved or grew because of it, in sentences. */
  readonly consequences: readonly string[];
  /** `file:line` of the layout that made it, where one did. */
  readonly source?: string;
  /** Pointers into the bill, where the page models tell them. */
  readonly fields: readonly string[];
  /** Where it is seen, in points. */
  readonly before: readonly Box[];
  readonly after: readonly Box[];
  /** How much it is: ten for a text, one for each millimetre that an item moved, ten at most. */
  readonly weight: number;
}

export type FindingKind =
  | 'page'
  | 'warning'
  | 'text'
  | 'look'
  | 'added'
  | 'removed'
  | 'column'
  | 'moved';

export interface Comparison {
  readonly findings: readonly Finding[];
  /** True of the page but no difference on paper: other lines of the templates, for instance. */
  readonly notes: readonly string[];
  readonly weight: number;
}
