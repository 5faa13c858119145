// Rules of the common-house meters: an equation that the payer can follow.

import { compare, type Exact, exact, exactText, minus, times } from './exact.ts';
import type { Findings } from './findings.ts';
import { moneyText } from './money.ts';
import { isProduct } from './product.ts';
import type { Readable, ReadableHouseMeter } from './readable.ts';
import { isNear } from './tolerance.ts';

export function checkHouseMeters(bill: Readable, findings: Findings): void {
  bill.houseMeters?.forEach((house, i) => {
    if (house === undefined) return;
    const pointer = `/houseMeters/${i}`;
    checkVolume(house, pointer, findings);
    checkDifference(house, pointer, findings);
    checkOwnVolume(house, pointer, findings);
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
  if (key === undefined) return;
  const given = exact(share);
  const unit = { units: 1, scale: given.scale };
  const expected = times(exact(difference), key.own);
  if (isNear(times(given, key.total), expected, times(unit, key.total))) return;
  const message = 'The share is not difference × own / total by the key of allocation.';
  findings.warn('HOUSE_SHARE_DIFFERS', `${pointer}/share`, message);
}

/** By volume, the key is printed anyway; by another key, only if the caller gave both parts. */
function keyOf(house: ReadableHouseMeter): { own: Exact; total: Exact } | undefined {
  const isByVolume = house.allocation === 'by-volume';
  const own = isByVolume ? house.ownVolume : house.keyOwn;
  const total = isByVolume ? house.individualTotal : house.keyTotal;
  if (house.allocation === undefined || own === undefined || total === undefined) return undefined;
  return { own: exact(own), total: exact(total) };
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
