// A bill → its page: layout found, bill checked against it, composed and fitted. Pure but for the
// resources it is given; every output is drawn from what it returns.

import type { Bill } from '../bill/schema.ts';
import { composeSheet, settingLate } from '../compose/compose.ts';
import { viewBill } from '../compose/view.ts';
import { failure, type Outcome, success } from '../fault.ts';
import { findLayout } from '../layout/catalogue.ts';
import type { Edition } from '../layout/edition.ts';
import type { LayoutPackage } from '../layout/package.ts';
import { type Fitted, fitSheet, type Ladder } from '../typeset/fit.ts';
import { checkAgainstLayout } from './check-layout.ts';
import type { Resources } from './resources.ts';

export interface TypesetBill extends Fitted {
  readonly layout: LayoutPackage;
}

export interface TypesetWish {
  /** The page is to tell what belongs to what; it looks the same. */
  readonly structured?: boolean;
  /** The rung that this bill was found to need before, which saves climbing to it. */
  readonly rung?: string | undefined;
}

export function typesetBill(
  bill: Bill,
  resources: Resources,
  { structured = false, rung: stood }: TypesetWish = {},
): Outcome<TypesetBill> {
  const found = findLayout(resources.catalogue, bill.layout, bill.period);
  if (!found.ok) return found;
  const layout = found.value;
  const faults = checkAgainstLayout(bill, layout, resources.measure);
  const viewed = viewBill(bill, layout.file.settlementCentre, layout.notices);
  faults.push(...viewed.failures);
  if (faults.length > 0) return failure(faults);
  const editions = editionsFor(bill, layout);
  const ladder: Ladder = {
    rungs: editions.map(({ rung }) => rung),
    composeAt: (index) => {
      const edition = editions[index];
      if (edition === undefined) throw new RangeError(`there is no rung ${index}`);
      return composeSheet(viewed, layout, edition);
    },
    setting: settingLate,
    structured,
    stood,
  };
  const fitted = fitSheet(ladder, resources.measure);
  if (!fitted.ok) return fitted;
  return success({ ...fitted.value, layout }, fitted.warnings);
}

/**
 * The rungs that a bill is tried on. No luxury is tried on a bill with more on it than the layout
 * says: setting it would nearly always be for nothing.
 */
export function editionsFor(bill: Bill, layout: LayoutPackage): readonly Edition[] {
  const entries = entriesOf(bill);
  const wording = bill.language === 'kk-ru' ? 'bilingual' : 'alone';
  return layout.editions.filter(({ rung: { upTo } }) => {
    return upTo === undefined || entries <= upTo[wording];
  });
}

/** What mostly decides how high a bill is. */
function entriesOf({ charges, meters, houseMeters, notices }: Bill): number {
  return charges.length + meters.length + houseMeters.length + notices.length;
}
