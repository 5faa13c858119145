// What the loader must know of the template helpers to check a template before any bill comes.
// The helpers themselves are compose's; it fills this shape in.

import type { Wordings } from './wording.ts';

/** `block` helpers put something on the page, `value` helpers compute, `logic` helpers branch. */
export interface HelperSignature {
  readonly kind: 'block' | 'value' | 'logic';
  /** Named parameters it takes, and what a literal given for each must name. */
  readonly hash: Readonly<Record<string, Naming>>;
  /** What its first parameter names, if it is a literal. */
  readonly first?: Naming;
}

/** `any`: no name of the layout. `length`: millimetres or a measure. */
export type Naming =
  | 'any'
  | 'length'
  | 'style'
  | 'tone'
  | 'stroke'
  | 'face'
  | 'label'
  | 'image'
  | 'table'
  | 'column'
  | 'switch';

/** What Handlebars calls with a helper's arguments; the last one is its options. */
export type HelperFunction = (this: unknown, ...args: readonly unknown[]) => unknown;

export interface Vocabulary {
  readonly signatures: ReadonlyMap<string, HelperSignature>;
  readonly functions: Readonly<Record<string, HelperFunction>>;
  /** What texts of layout.json may use. */
  readonly wordings: Wordings;
}
