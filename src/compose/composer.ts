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

/**
 * A composer keeps about two megabytes of what it learned. A billing centre has one or two layouts
 * in a language or two, on three rungs. See docs/decisions/0029-what-a-thread-keeps.md.
 */
const composersKept = 18;

/**
 * Where a new one stands among them until it is asked for again: settings that come rarely push out
 * one another and not those that come often.
 */
const newcomersPlace = 12;

/** The one asked for last comes first. */
const composers: Composer[] = [];

/** The composer of the edition in the bill's language, ready for a run: one run at a time. */
export function composerFor(layout: LayoutPackage, edition: Edition, bill: Bill): Composer {
  const choice = bill.language;
  const place = composers.findIndex(
    (one) => one.edition === edition && one.choice === choice && one.layout === layout,
  );
  const composer = composers[place] ?? newComposer(layout, edition, choice);
  if (place < 0) {
    composers.splice(newcomersPlace, 0, composer);
    if (composers.length > composersKept) composers.pop();
  } else if (place > 0) {
    composers.splice(place, 1);
    composers.unshift(composer);
  }
  composer.bill = bill;
  composer.remembering = false;
  return composer;
}

/** Lets go of half of what composing learned from bills, what was asked for least lately. */
export function forgetComposers(): void {
  composers.length = Math.floor(composers.length / 2);
}

function newComposer(layout: LayoutPackage, edition: Edition, choice: LanguageChoice): Composer {
  return {
    kept: [],
    layout,
    edition,
    choice,
    languages: languagesOf(choice),
    bill: undefined,
    remembering: false,
    collector: { kind: 'sheet', sheet: undefined },
    faults: [],
  };
}

/** Between runs a composer keeps no bill and no sheet: there are dozens of them in a thread. */
export function leave(composer: Composer): void {
  composer.bill = undefined;
  composer.remembering = false;
  composer.trace = undefined;
  composer.collector = { kind: 'sheet', sheet: undefined };
  composer.faults = [];
}

/** Without the 16 places that V8 keeps free in a list that grew; what is kept has thousands. */
export function trimmed<T>(list: readonly T[]): readonly T[] {
  return list.slice();
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
