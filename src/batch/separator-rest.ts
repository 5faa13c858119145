// What a separator says when bills of its group, accepted as they were, are not printed after all.
// Pure.

import type { Money } from '../bill/money.ts';
import type { PlannedSeparator } from './plan-page.ts';
import type { SpooledSheet } from './spooled-sheet.ts';

/**
 * Counts, total and numbers of what is left; undefined if nothing of the group is left in this
 * volume. `sheets` are those of the volume: what happens to a group in other volumes is not known.
 */
export function separatorOfRest(
  planned: PlannedSeparator,
  sheets: readonly SpooledSheet[],
  isAbsent: (sheet: SpooledSheet) => boolean,
  amountOf: (sheet: SpooledSheet) => Money,
): PlannedSeparator | undefined {
  const { firstSequence: from, lastSequence: to, group } = planned;
  const own = sheets.filter(({ sequence }) => sequence >= from && sequence <= to);
  const absent = own.filter(isAbsent);
  if (absent.length === 0) return planned;
  const left = own.filter((sheet) => !isAbsent(sheet));
  const [first] = left;
  const last = left.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const bills = absent.filter(({ copy }) => copy === 1);
  return {
    ...planned,
    group: {
      ...group,
      sheetCount: group.sheetCount - absent.length,
      billCount: group.billCount - bills.length,
      amount: bills.reduce((rest, sheet) => rest - amountOf(sheet), group.amount),
    },
    firstSequence: first.sequence,
    lastSequence: last.sequence,
  };
}
