// Rules of the consumption histories: months in order, the last one what the meter counted.

import { consumptionOf } from './check-meter.ts';
import { exact, exactText } from './exact.ts';
import type { Findings } from './findings.ts';
import type { Readable } from './readable.ts';
import { halfUnit, isNear } from './tolerance.ts';

export function checkHistories(bill: Readable, findings: Findings): void {
  const meters = new Map(bill.meters?.map((meter) => [meter?.id, meter]));
  bill.consumptionHistory?.forEach((history, i) => {
    const months = history?.months;
    if (months === undefined) return;
    const pointer = `/consumptionHistory/${i}/months`;
    const late = months.findIndex(({ period }, j) => period <= (months[j - 1]?.period ?? ''));
    if (late >= 0) {
      const message = 'The months must rise, each of them once; the chart shows them as given.';
      findings.warn('HISTORY_OUT_OF_ORDER', `${pointer}/${late}/period`, message);
    }
    const last = months.at(-1);
    if (last === undefined || bill.period === undefined) return;
    const lastPointer = `${pointer}/${months.length - 1}`;
    if (last.period !== bill.period) {
      const message =
        'The last month is not the billing period, so no bar is marked as this month.';
      findings.warn('HISTORY_ENDS_ELSEWHERE', `${lastPointer}/period`, message);
      return;
    }
    const counted = consumptionOf(meters.get(history?.meter) ?? {});
    const quantity = exact(last.quantity);
    if (counted === undefined || isNear(quantity, counted, halfUnit(quantity))) return;
    findings.warn(
      'HISTORY_DIFFERS',
      `${lastPointer}/quantity`,
      'The bar of this month differs from what the readings of the meter say.',
      { counted: exactText(counted), given: last.quantity },
    );
  });
}
