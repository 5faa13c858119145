// Rules of the consumption histories: months in order, the last one what the meter counted.

import { countedBy } from './check-meter.ts';
import { exact, exactText, isNear } from './exact.ts';
import type { Findings } from './findings.ts';
import type { Period } from './period.ts';
import type { Readable } from './readable.ts';
import { halfUnit } from './tolerance.ts';

export function checkHistories(bill: Readable, findings: Findings): void {
  bill.consumptionHistory?.forEach((history, i) => {
    const months = history?.months;
    if (months === undefined) return;
    const late = firstLate(months);
    if (late !== undefined) {
      const message = 'The months must rise, each of them once; the chart shows them as given.';
      findings.warn('HISTORY_OUT_OF_ORDER', `${placeOf(i, late)}/period`, message);
    }
    const last = months.at(-1);
    if (last === undefined || bill.period === undefined) return;
    if (last.period !== bill.period) {
      const message =
        'The last month is not the billing period, so no bar is marked as this month.';
      findings.warn('HISTORY_ENDS_ELSEWHERE', `${placeOf(i, months.length - 1)}/period`, message);
      return;
    }
    const counted = countedBy(history?.meter, bill.meters);
    if (counted === undefined) return;
    const quantity = exact(last.quantity);
    if (isNear(quantity, counted, halfUnit(quantity))) return;
    findings.warn(
      'HISTORY_DIFFERS',
      `${placeOf(i, months.length - 1)}/quantity`,
      'The bar of this month differs from what the readings of the meter say.',
      { counted: exactText(counted), given: last.quantity },
    );
  });
}

/** Where the first month stands that is not after the one before. */
function firstLate(months: readonly { readonly period: Period }[]): number | undefined {
  let before = '';
  for (let j = 0; j < months.length; j += 1) {
    const period = months[j]?.period ?? '';
    if (period <= before) return j;
    before = period;
  }
  return undefined;
}

function placeOf(i: number, j: number): string {
  return `/consumptionHistory/${i}/months/${j}`;
}
