// Rules of the premises' meters: readings that rise and fit, consumption that explains the charge.

import type { Decimal } from './decimal.ts';
import { compare, type Exact, exact, exactText, minus, plus, times } from './exact.ts';
import type { Findings } from './findings.ts';
import type { Readable, ReadableCharge, ReadableMeter } from './readable.ts';
import { halfUnit, isNear } from './tolerance.ts';

export function checkMeters(bill: Readable, findings: Findings): void {
  bill.meters?.forEach((meter, i) => {
    if (meter === undefined) return;
    const pointer = `/meters/${i}`;
    checkOrder(meter, pointer, findings);
    checkDigits(meter, 'previous', pointer, findings);
    checkDigits(meter, 'current', pointer, findings);
    checkStatedConsumption(meter, pointer, findings);
    checkVerification(meter, bill.period, pointer, findings);
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
  if (rollover) counted = plus(counted, { units: 10n ** BigInt(digits), scale: 0 });
  if (ratio !== undefined) counted = times(counted, exact(ratio));
  return losses === undefined ? counted : plus(counted, exact(losses));
}

function checkOrder(meter: ReadableMeter, pointer: string, findings: Findings): void {
  const { previous, current, rollover, replaced } = meter;
  if (previous === undefined || current === undefined) return;
  if (rollover !== false || replaced !== false) return;
  if (compare(exact(current.value), exact(previous.value)) >= 0) return;
  findings.warn(
    'METER_WENT_BACK',
    `${pointer}/current/value`,
    'The reading is below the previous one; say rollover or replaced if that is so.',
  );
}

/** The payer gets a box for each digit: with too few, the next reading cannot be written. */
function checkDigits(
  meter: ReadableMeter,
  which: 'previous' | 'current',
  pointer: string,
  findings: Findings,
): void {
  const value = meter[which]?.value;
  if (value === undefined || meter.digits === undefined || meter.decimals === undefined) return;
  const point = value.indexOf('.');
  const whole = point < 0 ? value : value.slice(0, point);
  // Zeros at the end are no digits of the meter: 684.00 may come from one without decimals.
  const fraction = point < 0 ? '' : value.slice(point + 1).replace(/0+$/, '');
  if (whole.length <= meter.digits && fraction.length <= meter.decimals) return;
  findings.warn(
    'METER_SHOWS_TOO_LITTLE',
    `${pointer}/${which}/value`,
    'The reading has more digits than digits and decimals say the meter shows.',
    { digits: meter.digits, decimals: meter.decimals },
  );
}

function checkStatedConsumption(meter: ReadableMeter, pointer: string, findings: Findings): void {
  const counted = consumptionOf(meter);
  if (counted === undefined || meter.consumption === undefined) return;
  warnIfApart({ stated: meter.consumption, counted, pointer: `${pointer}/consumption` }, findings);
}

function checkVerification(
  meter: ReadableMeter,
  period: string | undefined,
  pointer: string,
  findings: Findings,
): void {
  if (meter.verifyBy === undefined || period === undefined || meter.verifyBy >= period) return;
  const message = 'The verification of the meter was due before the billing period.';
  findings.warn('METER_VERIFICATION_OVERDUE', `${pointer}/verifyBy`, message);
}

function checkConsumption(bill: Readable, findings: Findings): void {
  const { charges, meters } = bill;
  if (charges === undefined || meters === undefined) return;
  const byId = new Map(meters.map((meter) => [meter?.id, meter]));
  charges.forEach((charge, i) => {
    if (charge?.basis !== 'meter' || charge.quantity === undefined) return;
    const counted = sumOf(charge.meters?.map((id) => consumptionOf(byId.get(id) ?? {})));
    if (counted === undefined) return;
    const stated = charge.quantity;
    const pointer = `/charges/${i}/quantity`;
    warnIfApart({ stated, counted, pointer, extra: houseShare(charge) }, findings);
  });
}

/** Undefined for no parts, or if one of them is unknown. */
function sumOf(parts: readonly (Exact | undefined)[] | undefined): Exact | undefined {
  let sum: Exact | undefined;
  for (const part of parts ?? []) {
    if (part === undefined) return undefined;
    sum = sum === undefined ? part : plus(sum, part);
  }
  return sum;
}

/** A common-house share may be counted in the quantity of the charge. */
function houseShare(charge: ReadableCharge): Exact | undefined {
  const shares = charge.lines?.filter((line) => line?.kind === 'house-share') ?? [];
  return sumOf(shares.map((line) => (line?.quantity ? exact(line.quantity) : undefined)));
}

interface Comparison {
  readonly stated: Decimal;
  readonly counted: Exact;
  readonly pointer: string;
  readonly extra?: Exact | undefined;
}

/** Stated quantities are rounded to their last digit, so half a unit of it is allowed. */
function warnIfApart({ stated, counted, pointer, extra }: Comparison, findings: Findings): void {
  const quantity = exact(stated);
  const tolerance = halfUnit(quantity);
  if (isNear(quantity, counted, tolerance)) return;
  if (extra !== undefined && isNear(quantity, plus(counted, extra), tolerance)) return;
  findings.warn(
    'METER_CONSUMPTION_DIFFERS',
    pointer,
    'The meters counted something else: current − previous, times ratio, plus losses.',
    { counted: exactText(counted), given: stated },
  );
}
