// What a running template writes into: the block under construction and the layout's names. One
// composer serves one run of one template; nothing of it outlives the run.

import type { Bill } from '../bill/schema.ts';
import type { Fault } from '../fault.ts';
import { type Language, type LanguageChoice, languagesOf } from '../format/language.ts';
import type { Edition } from '../layout/edition.ts';
import type { TableEdition } from '../layout/edition-table.ts';
import type { LayoutPackage } from '../layout/package.ts';
import type { Block, Cell, Place, Region, Row, Sheet, Span } from '../typeset/block.ts';

/** Children collect in the shape that their parent takes. */
export type Collector =
  | { readonly kind: 'sheet'; sheet: Sheet | undefined }
  | { readonly kind: 'regions'; readonly regions: Region[] }
  | { readonly kind: 'blocks'; readonly blocks: Block[] }
  | { readonly kind: 'frame'; readonly places: Place[] }
  | { readonly kind: 'table'; readonly table: TableEdition; readonly rows: Row[] }
  | {
      readonly kind: 'row';
      readonly table: TableEdition;
      readonly cells: Cell[];
      readonly subrows: Row[];
      note: Row['note'];
    }
  | { readonly kind: 'spans'; readonly spans: Span[] };

export interface Composer {
  readonly layout: LayoutPackage;
  readonly edition: Edition;
  /** Absent where no bill may be read: in a static part. */
  bill: Bill | undefined;
  readonly choice: LanguageChoice;
  readonly languages: readonly Language[];
  /** The template or partial that is running, for `file:line`. */
  file: string;
  collector: Collector;
  readonly faults: Fault[];
}

export function createComposer(layout: LayoutPackage, edition: Edition, bill: Bill): Composer {
  const choice = bill.language;
  return {
    layout,
    edition,
    bill,
    choice,
    languages: languagesOf(choice),
    file: '',
    collector: { kind: 'sheet', sheet: undefined },
    faults: [],
  };
}

/** Runs `body` with a collector of its own and gives it back filled. */
export function collect<C extends Collector>(composer: Composer, own: C, body: () => void): C {
  const outer = composer.collector;
  composer.collector = own;
  try {
    body();
  } finally {
    composer.collector = outer;
  }
  return own;
}

/** A name the layout uses wrongly; the first of its kind ends the run, with its place. */
export class TemplateMistake extends Error {
  readonly source: string;

  constructor(source: string, message: string) {
    super(message);
    this.source = source;
  }
}
