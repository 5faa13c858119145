// Rules within one charge: what is due, its sub-lines, quantity × tariff.

import type { Findings } from './findings.ts';
import { type Money, moneyText } from './money.ts';
import { isProduct } from './product.ts';
import type { Readable, ReadableCharge } from './readable.ts';

export function checkCharges(bill: Readable, findings: Findings): void {
  bill.charges?.forEach((charge, i) => {
    if (charge === undefined) return;
    const pointer = `/charges/${i}`;
    checkDue(charge, pointer, findings);
    checkSubLines(charge, pointer, findings);
    checkProducts(charge, pointer, findings);
    checkCompleteness(charge, pointer, findings);
    checkPeriod(charge, bill.period, pointer, findings);
  });
  checkRepetition(bill, findings);
}

/** To the tiyn: the payer can add the printed row up. */
function checkDue(charge: ReadableCharge, pointer: string, findings: Findings): void {
  const { openingBalance, charged, recalculation, penalty, paid, benefit, due } = charge;
  if (openingBalance === undefined || charged === undefined || recalculation === undefined) return;
  if (penalty === undefined || paid === undefined || benefit === undefined) return;
  if (due === undefined) return;
  const expected = openingBalance + charged + recalculation + penalty - paid - benefit;
  if (due === expected) return;
  findings.contradict(
    `${pointer}/due`,
    'This must be openingBalance + charged + recalculation + penalty − paid − benefit.',
    difference(expected, due),
  );
}

/**
 * Tiers split a charge, and so do sub-periods; a common-house share may stand beside them, inside
 * the charge or on top of it. Tiers within sub-periods cannot be told apart, so nothing is said.
 */
function checkSubLines(charge: ReadableCharge, pointer: string, findings: Findings): void {
  const { lines, charged } = charge;
  if (lines === undefined || lines.length === 0 || charged === undefined) return;
  const sums = { tier: 0, period: 0, 'house-share': 0, 'of-which': 0 };
  for (const line of lines) {
    if (line?.kind === undefined || line.charged === undefined) return;
    sums[line.kind] += line.charged;
  }
  const has = (kind: keyof typeof sums) => lines.some((line) => line?.kind === kind);
  const split = sums.tier + sums.period;
  const isSplit = has('tier') !== has('period');
  if (isSplit && split !== charged && split + sums['house-share'] !== charged) {
    findings.warn(
      'SUBLINES_DIFFER',
      `${pointer}/lines`,
      'The sub-lines do not add up to the charge.',
      difference(charged, split),
    );
  }
  if (has('of-which') && Math.abs(sums['of-which']) > Math.abs(charged)) {
    findings.warn(
      'OF_WHICH_EXCEEDS_CHARGE',
      `${pointer}/lines`,
      'The «of which» lines add up to more than the charge they are part of.',
      difference(charged, sums['of-which']),
    );
  }
}

function checkProducts(charge: ReadableCharge, pointer: string, findings: Findings): void {
  const share = charge.lines?.find((line) => line?.kind === 'house-share');
  // With a share on top, the charge is no longer the product of its own quantity and tariff.
  if (share === undefined) checkProduct(charge, pointer, findings);
  charge.lines?.forEach((line, i) => {
    if (line !== undefined) checkProduct(line, `${pointer}/lines/${i}`, findings);
  });
}

function checkProduct(
  { quantity, tariff, charged }: Pick<ReadableCharge, 'quantity' | 'tariff' | 'charged'>,
  pointer: string,
  findings: Findings,
): void {
  if (quantity === undefined || tariff === undefined || charged === undefined) return;
  if (isProduct(charged, quantity, tariff)) return;
  findings.warn(
    'QUANTITY_TARIFF_DIFFERS',
    `${pointer}/charged`,
    'Quantity × tariff is further from this charge than rounding of the quantity explains.',
  );
}

function checkCompleteness(charge: ReadableCharge, pointer: string, findings: Findings): void {
  const { quantity, unit, recalculation, recalculationReason } = charge;
  if (quantity !== undefined && unit === undefined) {
    const message = 'The quantity would be printed without a unit.';
    findings.warn('QUANTITY_WITHOUT_UNIT', `${pointer}/quantity`, message);
  }
  if (recalculation !== undefined && recalculation !== 0 && recalculationReason === undefined) {
    const message = 'The payer is not told why the charge was recalculated.';
    findings.warn('RECALCULATION_WITHOUT_REASON', `${pointer}/recalculation`, message);
  }
}

function checkPeriod(
  charge: ReadableCharge,
  billPeriod: string | undefined,
  pointer: string,
  findings: Findings,
): void {
  if (charge.period === undefined || billPeriod === undefined) return;
  if (charge.period <= billPeriod) return;
  const message = "The charge is for a later period than the bill's own.";
  findings.warn('PERIOD_IN_FUTURE', `${pointer}/period`, message);
}

function checkRepetition(bill: Readable, findings: Findings): void {
  const seen = new Set<string>();
  bill.charges?.forEach((charge, i) => {
    if (charge?.supplier === undefined || charge.service === undefined) return;
    const name = `${charge.supplier} ${charge.period ?? ''} ${charge.service.kk}`;
    if (seen.has(name)) {
      const message = 'Another charge has the same supplier, service and period.';
      findings.warn('CHARGE_REPEATED', `/charges/${i}`, message);
    }
    seen.add(name);
  });
}

function difference(expected: Money, given: Money) {
  return {
    expected: moneyText(expected),
    given: moneyText(given),
    difference: moneyText(given - expected),
  };
}
