// What a running template writes into: the block under construction and the layout's names. One
// composer serves one run of one template. Blocks that are the same for other bills may outlive it:
// constant ones, headings, and what {{#remember}} keeps.

import type { Bill } from '../bill/schema.ts';
import type { Fault } from '../fault.ts';
import { type Language, type LanguageChoice, languagesOf } from '../format/language.ts';
import type { Edition } from '../layout/edition.ts';
import type { TableEdition } from '../layout/edition-table.ts';
import type { LayoutPackage } from '../layout/package.ts';
import type { TemplateHost } from '../layout/vocabulary.ts';
import type { Block, Cell, Note, Place, Region, Row, Sheet } from '../typeset/block.ts';
import type { Span } from '../typeset/span.ts';

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
      readonly notes: Note[];
    }
  | { readonly kind: 'spans'; readonly spans: Span[] };

export interface Composer extends TemplateHost {
  readonly layout: LayoutPackage;
  readonly edition: Edition;
  readonly bill: Bill;
  /** Inside {{#remember}}, where nothing may depend on the bill but what is given by name. */
  remembering: boolean;
  readonly choice: LanguageChoice;
  readonly languages: readonly Language[];
  collector: Collector;
  readonly faults: Fault[];
}

const choices: readonly LanguageChoice[] = ['kk-ru', 'kk', 'ru', 'en'];

export function createComposer(layout: LayoutPackage, edition: Edition, bill: Bill): Composer {
  const choice = bill.language;
  const rung = layout.editions.indexOf(edition);
  return {
    setting: rung * choices.length + choices.indexOf(choice),
    layout,
    edition,
    bill,
    remembering: false,
    choice,
    languages: languagesOf(choice),
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
