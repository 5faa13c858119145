// Rules within one charge: what is due, its sub-lines, quantity × tariff.

import { type Exact, exact, exactText, plus } from './exact.ts';
import type { Findings } from './findings.ts';
import { shareCharged, shareQuantity } from './house-share.ts';
import { type Money, moneyText } from './money.ts';
import { isProduct } from './product.ts';
import type { Readable, ReadableCharge } from './readable.ts';
import { isStated } from './tolerance.ts';

export function checkCharges(bill: Readable, findings: Findings): void {
  const { charges = [] } = bill;
  for (let i = 0; i < charges.length; i += 1) {
    const charge = charges[i];
    if (charge === undefined) continue;
    checkDue(charge, i, findings);
    checkSubLines(charge, i, findings);
    checkTiers(charge, i, findings);
    checkProducts(charge, i, findings);
    checkCompleteness(charge, i, findings);
    checkPeriod(charge, bill.period, i, findings);
  }
  checkRepetition(charges, findings);
}

/** To the tiyn: the payer can add the printed row up. */
function checkDue(charge: ReadableCharge, i: number, findings: Findings): void {
  const { openingBalance, charged, recalculation, penalty, paid, benefit, due } = charge;
  if (openingBalance === undefined || charged === undefined || recalculation === undefined) return;
  if (penalty === undefined || paid === undefined || benefit === undefined) return;
  if (due === undefined) return;
  const expected = openingBalance + charged + recalculation + penalty - paid - benefit;
  if (due === expected) return;
  findings.contradict(
    `/charges/${i}/due`,
    'This must be openingBalance + charged + recalculation + penalty − paid − benefit.',
    difference(expected, due),
  );
}

/**
 * Tiers split a charge, and so do sub-periods; a common-house share may stand beside them, inside
 * the charge or on top of it. Tiers within sub-periods cannot be told apart, so nothing is said.
 */
function checkSubLines(charge: ReadableCharge, i: number, findings: Findings): void {
  const { lines, charged } = charge;
  if (lines === undefined || lines.length === 0 || charged === undefined) return;
  const sums = sumsOf(lines);
  if (sums === undefined) return;
  const { tier, period, 'house-share': share, 'of-which': part } = sums;
  const split = (tier ?? 0) + (period ?? 0);
  const isSplit = (tier === undefined) !== (period === undefined);
  if (isSplit && split !== charged && split + (share ?? 0) !== charged) {
    findings.warn(
      'SUBLINES_DIFFER',
      `/charges/${i}/lines`,
      'The sub-lines do not add up to the charge.',
      difference(charged, split),
    );
  }
  if (part !== undefined && Math.abs(part) > Math.abs(charged)) {
    findings.warn(
      'OF_WHICH_EXCEEDS_CHARGE',
      `/charges/${i}/lines`,
      'The «of which» lines add up to more than the charge they are part of.',
      difference(charged, part),
    );
  }
}

/**
 * Tiers split a quantity too, alone or with a house share beside them. Sub-periods do not: one by
 * area has the whole area.
 */
function checkTiers(charge: ReadableCharge, i: number, findings: Findings): void {
  const { lines = [], quantity } = charge;
  if (quantity === undefined || lines.some((line) => line?.kind === 'period')) return;
  let sum: Exact | undefined;
  for (const line of lines) {
    if (line?.kind !== 'tier') continue;
    if (line.quantity === undefined) return;
    sum = sum === undefined ? exact(line.quantity) : plus(sum, exact(line.quantity));
  }
  if (sum === undefined || isStated(quantity, sum)) return;
  const share = shareQuantity(charge);
  if (share === 'unknown' || (share !== undefined && isStated(quantity, plus(sum, share)))) return;
  const message = 'The tiers do not add up to the quantity of the charge.';
  const details = { expected: quantity, given: exactText(sum) };
  findings.warn('SUBLINES_DIFFER', `/charges/${i}/lines`, message, details);
}

type Lines = NonNullable<ReadableCharge['lines']>;
type Sums = Partial<Record<NonNullable<NonNullable<Lines[number]>['kind']>, Money>>;

/** By kind, absent where there is no such line; undefined if a line cannot be read. */
function sumsOf(lines: Lines): Sums | undefined {
  const sums: Sums = {};
  for (const line of lines) {
    if (line?.kind === undefined || line.charged === undefined) return undefined;
    sums[line.kind] = (sums[line.kind] ?? 0) + line.charged;
  }
  return sums;
}

function checkProducts(charge: ReadableCharge, i: number, findings: Findings): void {
  const { lines = [] } = charge;
  if (!isOwnProduct(charge) && !isProductBesideShare(charge)) {
    warnOfProduct(`/charges/${i}`, findings);
  }
  for (let j = 0; j < lines.length; j += 1) {
    const line = lines[j];
    if (line === undefined || isOwnProduct(line)) continue;
    warnOfProduct(`/charges/${i}/lines/${j}`, findings);
  }
}

/** With a house share on top, the charge is more than its own quantity times its tariff. */
function isProductBesideShare(charge: ReadableCharge): boolean {
  const share = shareCharged(charge);
  if (share === undefined || charge.charged === undefined) return false;
  return share === 'unknown' || isOwnProduct({ ...charge, charged: charge.charged - share });
}

type Product = Pick<ReadableCharge, 'quantity' | 'tariff' | 'charged'>;

/** True also if one of the three is not there. */
function isOwnProduct({ quantity, tariff, charged }: Product): boolean {
  if (quantity === undefined || tariff === undefined || charged === undefined) return true;
  return isProduct(charged, quantity, tariff);
}

function warnOfProduct(pointer: string, findings: Findings): void {
  findings.warn(
    'QUANTITY_TARIFF_DIFFERS',
    `${pointer}/charged`,
    'Quantity × tariff is further from this charge than rounding of the quantity explains.',
  );
}

function checkCompleteness(charge: ReadableCharge, i: number, findings: Findings): void {
  const { quantity, unit, recalculation, recalculationReason } = charge;
  if (quantity !== undefined && unit === undefined) {
    const message = 'The quantity would be printed without a unit.';
    findings.warn('QUANTITY_WITHOUT_UNIT', `/charges/${i}/quantity`, message);
  }
  if (recalculation !== undefined && recalculation !== 0 && recalculationReason === undefined) {
    const message = 'The payer is not told why the charge was recalculated.';
    findings.warn('RECALCULATION_WITHOUT_REASON', `/charges/${i}/recalculation`, message);
  }
}

function checkPeriod(
  charge: ReadableCharge,
  billPeriod: string | undefined,
  i: number,
  findings: Findings,
): void {
  if (charge.period === undefined || billPeriod === undefined) return;
  if (charge.period <= billPeriod) return;
  const message = "The charge is for a later period than the bill's own.";
  findings.warn('PERIOD_IN_FUTURE', `/charges/${i}/period`, message);
}

/** Each with each before it, which for the few charges of a bill is quicker than any index. */
function checkRepetition(
  charges: readonly (ReadableCharge | undefined)[],
  findings: Findings,
): void {
  for (let i = 1; i < charges.length; i += 1) {
    const charge = charges[i];
    if (charge?.supplier === undefined || charge.service === undefined) continue;
    for (let j = 0; j < i; j += 1) {
      if (!isSameService(charge, charges[j])) continue;
      const message = 'Another charge has the same supplier, service and period.';
      findings.warn('CHARGE_REPEATED', `/charges/${i}`, message);
      break;
    }
  }
}

function isSameService(a: ReadableCharge, b: ReadableCharge | undefined): boolean {
  return a.supplier === b?.supplier && a.period === b?.period && a.service?.kk === b?.service?.kk;
}

function difference(expected: Money, given: Money) {
  return {
    expected: moneyText(expected),
    given: moneyText(given),
    difference: moneyText(given - expected),
  };
}
