// All rules across the fields of a bill. Each runs if the fields it reads are there.

import { checkCharges } from './check-charge.ts';
import { checkPaymentCodes } from './check-code.ts';
import { checkDates } from './check-date.ts';
import { checkHistories } from './check-history.ts';
import { checkHouseMeters } from './check-house-meter.ts';
import { checkMeters } from './check-meter.ts';
import { checkReferences } from './check-reference.ts';
import { checkTotals } from './check-total.ts';
import type { Findings } from './findings.ts';
import type { Readable } from './readable.ts';

/**
 * A fault where two printed figures contradict each other, a warning where only rounding or
 * clerical work may be at fault. The bill is never corrected.
 */
export function checkBill(bill: Readable, findings: Findings): void {
  checkReferences(bill, findings);
  checkCharges(bill, findings);
  checkTotals(bill, findings);
  checkMeters(bill, findings);
  checkHouseMeters(bill, findings);
  checkHistories(bill, findings);
  checkDates(bill, findings);
  checkPaymentCodes(bill, findings);
}
