// The totals of a bill: what is due, obligatory and optional apart.

import type { Findings } from './findings.ts';
import { type Money, moneyText } from './money.ts';
import type { Readable, ReadableCharge } from './readable.ts';

/** Only positive lines count: an overpayment to one supplier never pays another. */
export function checkTotals(bill: Readable, findings: Findings): void {
  const { charges, totalDue, optionalDue } = bill;
  if (charges === undefined) return;
  const obligatory = { pointer: '/totalDue', given: totalDue, sum: sumOfDue(charges, false) };
  const optional = { pointer: '/optionalDue', given: optionalDue, sum: sumOfDue(charges, true) };
  checkTotal({ ...obligatory, kind: 'obligatory' }, findings);
  checkTotal({ ...optional, kind: 'optional' }, findings);
}

interface Total {
  readonly kind: 'obligatory' | 'optional';
  readonly pointer: string;
  readonly given: Money | undefined;
  readonly sum: Money | undefined;
}

function checkTotal({ kind, pointer, given, sum }: Total, findings: Findings): void {
  if (given === undefined || sum === undefined || given === sum) return;
  findings.contradict(
    pointer,
    `This must be the sum of the positive due amounts of the ${kind} charges.`,
    { expected: moneyText(sum), given: moneyText(given), difference: moneyText(given - sum) },
  );
}

/** Undefined if a charge cannot be read: then nothing can be said of the sum. */
function sumOfDue(
  charges: readonly (ReadableCharge | undefined)[],
  optional: boolean,
): Money | undefined {
  let sum = 0;
  for (const charge of charges) {
    if (charge?.due === undefined || charge.optional === undefined) return undefined;
    if (charge.optional === optional && charge.due > 0) sum += charge.due;
  }
  return sum;
}
