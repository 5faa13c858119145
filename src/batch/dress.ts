// Pages of bills and groups as sheets of a volume: numbers, marks, separators. Which sheet it is,
// is told; what it looks like is src/impose's.

import type { Delivery } from '../bill/schema-party.ts';
import { failure, type Outcome, success } from '../fault.ts';
import type { SheetFacts, Type } from '../impose/mark.ts';
import { markSheet } from '../impose/mark-sheet.ts';
import { type SeparatorFacts, separatorPage } from '../impose/separator.ts';
import type { SeparatorLabels } from '../impose/separator-labels.ts';
import { checkHalf, halfOf } from '../impose/two-up.ts';
import type { Resources } from '../render/resources.ts';
import type { Page } from '../typeset/page.ts';
import type { BatchOptions } from './options.ts';
import type { PlannedSeparator } from './plan-page.ts';

export interface Wardrobe {
  readonly type: Type;
  readonly labels: SeparatorLabels;
}

/** The small print of sheets is set in the regular and the bold face that the service has. */
export function openWardrobe({ fonts, measure }: Resources, labels: SeparatorLabels): Wardrobe {
  const face = (end: string) => {
    const name = fonts.faces.keys().find((known) => known.endsWith(end));
    if (name === undefined) throw new RangeError(`there is no face ${end}`);
    return name;
  };
  return { labels, type: { regular: face('-Regular'), bold: face('-Bold'), measure } };
}

export function dressSheet(
  page: Page,
  facts: SheetFacts,
  options: BatchOptions,
  { type }: Wardrobe,
): Outcome<Page> {
  if (!options.numbers && options.mark === 'none') return success(page);
  return markSheet(page, facts, options, type);
}

export function dressSeparator(
  { group, firstSequence, lastSequence, continued }: PlannedSeparator,
  place: { readonly batch: string; readonly volume: number },
  options: BatchOptions,
  wardrobe: Wardrobe,
): Outcome<Page> {
  const facts = { ...group, ...place, firstSequence, lastSequence, continued };
  return separatorFor(facts, options, wardrobe);
}

/** As high as the bills that it lies between where two stand on a press sheet. */
function separatorFor(
  facts: SeparatorFacts,
  { twoUp }: BatchOptions,
  { labels, type }: Wardrobe,
): Outcome<Page> {
  return separatorPage(facts, labels, type, twoUp && halfOf(twoUp).height);
}

/** Whether a bill can become a sheet of any volume, with the longest numbers that there are. */
export function tryOn(
  page: Page,
  delivery: Delivery | undefined,
  options: BatchOptions,
  wardrobe: Wardrobe,
): Outcome<unknown> {
  const half = options.twoUp === undefined ? success(page) : checkHalf(page, options.twoUp);
  // It is the layout that says how large a page is.
  if (!half.ok) return failure(half.faults.map((fault) => ({ ...fault, pointer: '/layout' })));
  const sheet = dressSheet(page, longest, options, wardrobe);
  if (!sheet.ok || options.separators === 'none' || delivery === undefined) return sheet;
  const { postcode, route, street, house } = delivery;
  const address =
    options.separators === 'house' ? { postcode, street, house } : { postcode, route };
  const { volume, sequence } = longest;
  const separator = separatorFor(
    {
      kind: options.separators,
      address: options.sort === 'route' ? { ...address, route } : address,
      billCount: sequence,
      sheetCount: sequence,
      amount: 0,
      firstSequence: sequence,
      lastSequence: sequence,
      continued: true,
      batch: longest.batch,
      volume,
    },
    options,
    wardrobe,
  );
  if (separator.ok) return separator;
  // The separator is the house's; in this bill the place to mend is its delivery.
  return failure(separator.faults.map((fault) => ({ ...fault, pointer: '/delivery' })));
}

const longest: SheetFacts = {
  batch: 'M'.repeat(12),
  volume: 9999,
  sequence: 99_999_999,
  copy: 9,
  copies: 9,
  reprint: true,
  // Its letter is the wider one.
  proof: true,
};
