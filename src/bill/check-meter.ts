// Rules of the premises' meters: readings that rise and fit, consumption that explains the charge.

import type { Decimal } from './decimal.ts';
import { compare, type Exact, exact, exactText, minus, plus, powerOf10, times } from './exact.ts';
import type { Findings } from './findings.ts';
import { shareQuantity } from './house-share.ts';
import type { Readable, ReadableCharge, ReadableMeter } from './readable.ts';
import { isStated } from './tolerance.ts';

export function checkMeters(bill: Readable, findings: Findings): void {
  bill.meters?.forEach((meter, i) => {
    if (meter === undefined) return;
    checkOrder(meter, i, findings);
    checkDigits(meter, 'previous', i, findings);
    checkDigits(meter, 'current', i, findings);
    checkStatedConsumption(meter, i, findings);
    checkVerification(meter, bill.period, i, findings);
  });
  checkConsumption(bill, findings);
}

/**
 * What the meter counted, ratio and losses included; undefined when a reading is missing or the
 * meter was replaced. A meter that passed its highest number counted on from 0.
 */
export function consumptionOf(meter: ReadableMeter): Exact | undefined {
  const { previous, current, ratio, losses, rollover, replaced, digits } = meter;
  if (previous === undefined || current === undefined || replaced !== false) return undefined;
  if (digits === undefined || rollover === undefined) return undefined;
  let counted = minus(exact(current.value), exact(previous.value));
  if (rollover) counted = plus(counted, { units: powerOf10(digits), scale: 0 });
  if (ratio !== undefined) counted = times(counted, exact(ratio));
  return losses === undefined ? counted : plus(counted, exact(losses));
}

/**
 * The same of the meter with this id, or what it is said to have counted where its readings do not
 * tell; of two meters, which is a fault, the last one counts.
 */
export function countedBy(
  id: string | undefined,
  meters: readonly (ReadableMeter | undefined)[] | undefined,
): Exact | undefined {
  if (id === undefined) return undefined;
  const meter = meters?.findLast((one) => one?.id === id);
  if (meter === undefined) return undefined;
  const stated = meter.consumption;
  return consumptionOf(meter) ?? (stated === undefined ? undefined : exact(stated));
}

function checkOrder(meter: ReadableMeter, i: number, findings: Findings): void {
  const { previous, current, rollover, replaced } = meter;
  if (previous === undefined || current === undefined) return;
  if (rollover !== false || replaced !== false) return;
  if (compare(exact(current.value), exact(previous.value)) >= 0) return;
  findings.warn(
    'METER_WENT_BACK',
    `/meters/${i}/current/value`,
    'The reading is below the previous one; say rollover or replaced if that is so.',
  );
}

/** The payer gets a box for each digit: with too few, the next reading cannot be written. */
function checkDigits(
  meter: ReadableMeter,
  which: 'previous' | 'current',
  i: number,
  findings: Findings,
): void {
  const value = meter[which]?.value;
  if (value === undefined || meter.digits === undefined || meter.decimals === undefined) return;
  const point = value.indexOf('.');
  const digits = point < 0 ? value.length : point;
  let decimals = point < 0 ? 0 : value.length - point - 1;
  // Zeros at the end are no digits of the meter: 684.00 may come from one without decimals.
  while (decimals > 0 && value[point + decimals] === '0') decimals -= 1;
  if (digits <= meter.digits && decimals <= meter.decimals) return;
  findings.warn(
    'METER_SHOWS_TOO_LITTLE',
    `/meters/${i}/${which}/value`,
    'The reading has more digits than digits and decimals say the meter shows.',
    { digits: meter.digits, decimals: meter.decimals },
  );
}

function checkStatedConsumption(meter: ReadableMeter, i: number, findings: Findings): void {
  if (meter.consumption === undefined) return;
  const counted = consumptionOf(meter);
  if (counted === undefined || isStated(meter.consumption, counted)) return;
  warnOfConsumption(meter.consumption, counted, `/meters/${i}/consumption`, findings);
}

function checkVerification(
  meter: ReadableMeter,
  period: string | undefined,
  i: number,
  findings: Findings,
): void {
  if (meter.verifyBy === undefined || period === undefined || meter.verifyBy >= period) return;
  const message = 'The verification of the meter was due before the billing period.';
  findings.warn('METER_VERIFICATION_OVERDUE', `/meters/${i}/verifyBy`, message);
}

function checkConsumption({ charges, meters }: Readable, findings: Findings): void {
  if (charges === undefined || meters === undefined) return;
  charges.forEach((charge, i) => {
    if (charge?.basis !== 'meter' || charge.quantity === undefined) return;
    const counted = countedFor(charge, meters);
    if (counted === undefined || isStated(charge.quantity, counted)) return;
    // A common-house share may be counted in the quantity of the charge.
    const share = shareQuantity(charge);
    const isShared = share !== undefined && share !== 'unknown';
    if (isShared && isStated(charge.quantity, plus(counted, share))) return;
    warnOfConsumption(charge.quantity, counted, `/charges/${i}/quantity`, findings);
  });
}

/** Undefined for no meters, or if one of them is unknown. */
function countedFor(
  charge: ReadableCharge,
  meters: readonly (ReadableMeter | undefined)[],
): Exact | undefined {
  let sum: Exact | undefined;
  for (const id of charge.meters ?? []) {
    const counted = countedBy(id, meters);
    if (counted === undefined) return undefined;
    sum = sum === undefined ? counted : plus(sum, counted);
  }
  return sum;
}

function warnOfConsumption(
  stated: Decimal,
  counted: Exact,
  pointer: string,
  findings: Findings,
): void {
  findings.warn(
    'METER_CONSUMPTION_DIFFERS',
    pointer,
    'The meters counted something else: current − previous, times ratio, plus losses.',
    { counted: exactText(counted), given: stated },
  );
}
