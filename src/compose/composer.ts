// What a running template writes into: the block under construction and the layout's names. One
// composer serves one edition and language, bill after bill: what helpers learn of it stays true.

import type { Bill } from '../bill/schema.ts';
import type { Fault } from '../fault.ts';
import { type Language, type LanguageChoice, languagesOf } from '../format/language.ts';
import type { Edition } from '../layout/edition.ts';
import type { TableEdition } from '../layout/edition-table.ts';
import type { LayoutPackage } from '../layout/package.ts';
import type { Run, Scope, TemplateHost } from '../layout/vocabulary.ts';
import type { Block, Cell, CellGroup, Note, Place, Region, Row, Sheet } from '../typeset/block.ts';
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
      readonly groups: CellGroup[];
      readonly subrows: Row[];
      readonly notes: Note[];
    }
  | { readonly kind: 'spans'; readonly spans: Span[] };

export interface Composer extends TemplateHost {
  readonly layout: LayoutPackage;
  readonly edition: Edition;
  readonly choice: LanguageChoice;
  readonly languages: readonly Language[];
  /** The bill of this run; undefined between runs. */
  bill: Bill | undefined;
  /** Inside {{#remember}}, where nothing may depend on the bill but what is given by name. */
  remembering: boolean;
  collector: Collector;
  faults: Fault[];
}

const choices: readonly LanguageChoice[] = ['kk-ru', 'kk', 'ru', 'en'];

/** By setting; they die with their layout. */
const composers = new WeakMap<LayoutPackage, Composer[]>();

/** The composer of the edition in the bill's language, ready for a run: one run at a time. */
export function composerFor(layout: LayoutPackage, edition: Edition, bill: Bill): Composer {
  const choice = bill.language;
  const setting = layout.editions.indexOf(edition) * choices.length + choices.indexOf(choice);
  let known = composers.get(layout);
  if (known === undefined) {
    known = [];
    composers.set(layout, known);
  }
  const composer = known[setting];
  const collector: Collector = { kind: 'sheet', sheet: undefined };
  const fresh = { bill, remembering: false, collector, faults: [] };
  if (composer !== undefined) return Object.assign(composer, fresh);
  const languages = languagesOf(choice);
  const made = { setting, layout, edition, choice, languages, ...fresh };
  known[setting] = made;
  return made;
}

/** Between runs a composer keeps no bill and no sheet: there are dozens of them in a thread. */
export function leave(composer: Composer): void {
  composer.bill = undefined;
  composer.collector = { kind: 'sheet', sheet: undefined };
  composer.faults = [];
}

/** Runs `body` with a collector of its own and gives it back filled. */
export function collect<C extends Collector>(own: C, body: Run, scope: Scope): C {
  // One cast: templates are run with a composer, which alone starts them.
  const composer = scope.host as Composer;
  const outer = composer.collector;
  composer.collector = own;
  // A mistake in it ends the run; the next one starts with a collector of its own.
  body(scope);
  composer.collector = outer;
  return own;
}
