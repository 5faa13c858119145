// Rules of the common-house meters: an equation that the payer can follow.

import { compare, type Exact, exact, exactText, isNear, minus, plus, times } from './exact.ts';
import type { Findings } from './findings.ts';
import { moneyText } from './money.ts';
import { isProduct } from './product.ts';
import type { Readable, ReadableHouseMeter } from './readable.ts';

export function checkHouseMeters(bill: Readable, findings: Findings): void {
  bill.houseMeters?.forEach((house, i) => {
    if (house === undefined) return;
    const pointer = `/houseMeters/${i}`;
    checkVolume(house, pointer, findings);
    checkDifference(house, pointer, findings);
    checkOwnVolume(house, pointer, findings);
    checkKey(house, pointer, findings);
    checkShare(house, pointer, findings);
    checkCharge(house, pointer, findings);
  });
  checkChargeLines(bill, findings);
}

/** Volume = current − previous, unless the meter rolled over or was replaced. */
function checkVolume(house: ReadableHouseMeter, pointer: string, findings: Findings): void {
  const { previous, current, volume, rollover, replaced } = house;
  if (previous === undefined || current === undefined || volume === undefined) return;
  if (rollover !== false || replaced !== false) return;
  const expected = minus(exact(current.value), exact(previous.value));
  const message = 'This must be current − previous.';
  requireEqual({ given: volume, expected, pointer: `${pointer}/volume`, message }, findings);
}

function checkDifference(house: ReadableHouseMeter, pointer: string, findings: Findings): void {
  const { volume, individualTotal, difference: given } = house;
  if (volume === undefined || individualTotal === undefined || given === undefined) return;
  const expected = minus(exact(volume), exact(individualTotal));
  const message = 'This must be volume − individualTotal.';
  requireEqual({ given, expected, pointer: `${pointer}/difference`, message }, findings);
}

function checkOwnVolume(house: ReadableHouseMeter, pointer: string, findings: Findings): void {
  const { ownVolume, individualTotal } = house;
  if (ownVolume === undefined || individualTotal === undefined) return;
  if (compare(exact(ownVolume), exact(individualTotal)) <= 0) return;
  const message = 'The own volume is part of individualTotal, so it cannot be larger.';
  findings.contradict(`${pointer}/ownVolume`, message);
}

function checkKey({ keyOwn, keyTotal }: ReadableHouseMeter, pointer: string, findings: Findings) {
  if (keyOwn === undefined || keyTotal === undefined) return;
  if (compare(exact(keyOwn), exact(keyTotal)) <= 0) return;
  const message = 'The own part of the key is part of keyTotal, so it cannot be larger.';
  findings.contradict(`${pointer}/keyOwn`, message);
}

/**
 * The shares of a house are rounded so that they add up (largest remainder), which moves one of
 * them by less than a unit of its last digit. A house without a difference shares nothing.
 */
function checkShare(house: ReadableHouseMeter, pointer: string, findings: Findings): void {
  const { difference, share, charged } = house;
  if (difference === undefined || share === undefined) return;
  if (!/[1-9]/.test(difference) || difference.startsWith('-')) {
    if (!/[1-9]/.test(share) && (charged ?? 0) === 0) return;
    const message = 'The difference is not positive, so nothing should be shared and charged.';
    findings.warn('HOUSE_SHARE_UNFOUNDED', `${pointer}/share`, message);
    return;
  }
  const key = keyOf(house);
  const message =
    key === undefined
      ? 'The share is not a part of the difference.'
      : 'The share is not difference × own / total by the key of allocation.';
  if (isShareOf(exact(difference), exact(share), key)) return;
  findings.warn('HOUSE_SHARE_DIFFERS', `${pointer}/share`, message);
}

/** Without a key, any part of the difference is one. */
function isShareOf(difference: Exact, share: Exact, key: Key | undefined): boolean {
  const unit = { units: 1, scale: share.scale };
  if (key === undefined) {
    return share.units >= 0 && compare(share, plus(difference, unit)) <= 0;
  }
  return isNear(times(share, key.total), times(difference, key.own), times(unit, key.total));
}

interface Key {
  readonly own: Exact;
  readonly total: Exact;
}

/** By volume, the key is printed anyway; by another key, only if the caller gave both parts. */
function keyOf(house: ReadableHouseMeter): Key | undefined {
  const isByVolume = house.allocation === 'by-volume';
  const own = isByVolume ? house.ownVolume : house.keyOwn;
  const total = isByVolume ? house.individualTotal : house.keyTotal;
  if (house.allocation === undefined || own === undefined || total === undefined) return undefined;
  // Where nobody used anything, nothing follows from the key.
  const whole = exact(total);
  return whole.units === 0 ? undefined : { own: exact(own), total: whole };
}

function checkCharge(house: ReadableHouseMeter, pointer: string, findings: Findings): void {
  const { share, tariff, charged } = house;
  if (share === undefined || tariff === undefined || charged === undefined) return;
  if (isProduct(charged, share, tariff)) return;
  const message = 'Share × tariff is further from this charge than rounding explains.';
  findings.warn('HOUSE_CHARGE_DIFFERS', `${pointer}/charged`, message);
}

/**
 * The charge of the equation stands in the table too: in a charge of basis house-meter, or in a
 * sub-line of kind house-share, of the same supplier. Where the table has such lines, each house
 * meter must find one with its own amount; a table without them is left alone.
 */
function checkChargeLines(bill: Readable, findings: Findings): void {
  if (bill.houseMeters === undefined || bill.houseMeters.length === 0) return;
  const amounts = new Map<string, (number | undefined)[]>();
  for (const charge of bill.charges ?? [undefined]) {
    if (charge?.supplier === undefined || charge.lines === undefined) return;
    const found = amounts.get(charge.supplier) ?? [];
    if (charge.basis === 'house-meter') found.push(charge.charged);
    for (const line of charge.lines) if (line?.kind === 'house-share') found.push(line.charged);
    amounts.set(charge.supplier, found);
  }
  bill.houseMeters.forEach((house, i) => {
    if (house?.supplier === undefined || house.charged === undefined) return;
    const found = amounts.get(house.supplier);
    if (found === undefined || found.length === 0 || found.includes(undefined)) return;
    const index = found.indexOf(house.charged);
    // A line answers for one house meter only. An empty list would say that there were no lines.
    if (index >= 0) found[index] = Number.NaN;
    else {
      const message =
        'The table has common-house lines of this supplier, but none with this charge.';
      const details = { given: moneyText(house.charged) };
      findings.contradict(`/houseMeters/${i}/charged`, message, details);
    }
  });
}

interface Equation {
  readonly given: string;
  readonly expected: Exact;
  readonly pointer: string;
  readonly message: string;
}

function requireEqual({ given, expected, pointer, message }: Equation, findings: Findings): void {
  if (compare(exact(given), expected) === 0) return;
  const difference = exactText(minus(exact(given), expected));
  findings.contradict(pointer, message, { expected: exactText(expected), given, difference });
}
