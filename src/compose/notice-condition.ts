// Whether a bill meets the condition of a standing notice. It reads the bill and says yes or no.

import type { Bill } from '../bill/schema.ts';
import type { Charge } from '../bill/schema-charge.ts';
import type { Meter } from '../bill/schema-meter.ts';
import type { NoticeCondition } from '../layout/schema-notice.ts';

/** Everything that the condition gives has to hold. */
export function meetsCondition(bill: Bill, when: NoticeCondition): boolean {
  const { charge, premises, paymentMethod, verificationWithinMonths: months } = when;
  return (
    meetsClaims(bill, when) &&
    (charge === undefined || bill.charges.some((one) => isLike(one, charge))) &&
    (premises === undefined || premises.includes(bill.account.premises)) &&
    (paymentMethod === undefined || paymentMethod.includes(bill.payment?.method ?? 'none')) &&
    (months === undefined || metersToVerify(bill, months).length > 0) &&
    meetsPeriod(bill, when) &&
    !bill.notices.some(({ kind }) => when.unlessBillHas?.includes(kind))
  );
}

/** Meters whose verification is due by so many months after the billing period, or overdue. */
export function metersToVerify(bill: Bill, months: number): readonly Meter[] {
  const last = addMonths(bill.period, months);
  return bill.meters.filter(({ verifyBy }) => verifyBy !== undefined && verifyBy <= last);
}

type Claim = Extract<keyof NoticeCondition, `has${string}` | `is${string}`>;

/** Line by line; what is paid at will is never a debt, however long it stays unpaid. */
const claims: Readonly<Record<Claim, (bill: Bill) => boolean>> = {
  hasDebt: ({ charges }) =>
    charges.some(({ optional, openingBalance, paid }) => !optional && openingBalance > paid),
  hasOverpayment: ({ charges }) => charges.some(({ due }) => due < 0),
  hasPenalty: ({ charges }) => charges.some(({ penalty }) => penalty !== 0),
  hasRecalculation: ({ charges }) => charges.some(({ recalculation }) => recalculation !== 0),
  hasMeters: ({ meters }) => meters.length > 0,
  hasHouseMeter: ({ houseMeters }) => houseMeters.length > 0,
  hasPaymentCode: ({ paymentCodes }) => paymentCodes.length > 0,
  isDuplicate: ({ duplicate }) => duplicate,
};

/** Object.entries() widens the keys of `claims` to any string. */
const claimList = Object.entries(claims) as [Claim, (bill: Bill) => boolean][];

/** `false` asks for the opposite. */
function meetsClaims(bill: Bill, when: NoticeCondition): boolean {
  return claimList.every(
    ([claim, holds]) => when[claim] === undefined || when[claim] === holds(bill),
  );
}

function isLike(charge: Charge, like: NonNullable<NoticeCondition['charge']>): boolean {
  const { basis, supplier, unit, optional } = like;
  return (
    (basis === undefined || basis.includes(charge.basis)) &&
    (supplier === undefined || supplier.includes(charge.supplier)) &&
    (unit === undefined || (charge.unit !== undefined && unit.includes(charge.unit))) &&
    (optional === undefined || charge.optional === optional)
  );
}

function meetsPeriod({ period }: Bill, { periodFrom, periodTo, months }: NoticeCondition): boolean {
  if (periodFrom !== undefined && period < periodFrom) return false;
  if (periodTo !== undefined && period > periodTo) return false;
  return months === undefined || months.includes(Number(period.slice(5)));
}

function addMonths(period: string, months: number): string {
  const count = Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1 + months;
  const month = String((count % 12) + 1).padStart(2, '0');
  return `${Math.floor(count / 12)}-${month}`;
}
