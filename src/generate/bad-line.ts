// Lines that must be refused, each in another way, for tests of rejects. Which code they get is the
// parser's affair; here stands what is expected.

import { moneyText, parseMoney } from '../bill/money.ts';
import type { BillInput } from '../bill/schema.ts';
import type { FaultCode } from '../fault.ts';

export interface BadLine {
  readonly text: string;
  readonly expected: FaultCode;
}

const ways: readonly [(bill: BillInput) => BadLine, ...((bill: BillInput) => BadLine)[]] = [
  (bill) => spoilt({ ...bill, totalDue: oneTiynMore(bill.totalDue) }, 'BILL_CONTRADICTORY'),
  ({ payBy: _, ...rest }) => spoilt(rest, 'BILL_INVALID'),
  (bill) => ({ text: JSON.stringify(bill).slice(0, -40), expected: 'REQUEST_MALFORMED' }),
  (bill) => spoilt({ ...bill, layout: 'no-such-layout' }, 'LAYOUT_UNKNOWN'),
  (bill) => spoilt({ ...bill, account: { ...bill.account, payer: '\u6c34' } }, 'GLYPH_MISSING'),
  (bill) => spoilt({ ...bill, remark: 'x' }, 'BILL_INVALID'),
  (bill) => spoilt({ ...bill, charges: firstDueChanged(bill.charges) }, 'BILL_CONTRADICTORY'),
  (bill) => spoilt({ ...bill, charges: manyLines(bill.charges) }, 'DOES_NOT_FIT'),
];

/** All ways in turns. */
export function badLine(bill: BillInput, turn: number): BadLine {
  return (ways[turn % ways.length] ?? ways[0])(bill);
}

function spoilt(bill: object, expected: FaultCode): BadLine {
  return { text: JSON.stringify(bill), expected };
}

function oneTiynMore(amount: string | number): string {
  return moneyText((parseMoney(amount) ?? 0) + 1);
}

function firstDueChanged([first, ...rest]: BillInput['charges']): BillInput['charges'] {
  return first === undefined ? [] : [{ ...first, due: oneTiynMore(first.due) }, ...rest];
}

/** More lines than any sheet holds, at no cost, so that nothing else is wrong. */
function manyLines(charges: BillInput['charges']): BillInput['charges'] {
  const [first] = charges;
  if (first === undefined) return charges;
  const free = { supplier: first.supplier, service: first.service, basis: 'flat-rate' as const };
  const line = { ...free, openingBalance: '0.00', charged: '0.00', due: '0.00' };
  return [...charges, ...Array.from({ length: 150 }, () => line)];
}
