// Rules of the payment codes: they can be made, and what they say agrees with what is printed.

import type { Findings } from './findings.ts';
import { type Money, moneyText, parseMoney } from './money.ts';
import { codeAccount, payloadFaults } from './payment-code.ts';
import { type AmountClaim, urlAmounts } from './payment-url.ts';
import type { Readable } from './readable.ts';
import type { PaymentCode } from './schema-payment-code.ts';

export function checkPaymentCodes(bill: Readable, findings: Findings): void {
  bill.paymentCodes?.forEach((code, i) => {
    if (code === undefined) return;
    const pointer = `/paymentCodes/${i}`;
    findings.faults.push(...payloadFaults(code, pointer));
    checkAmounts(amountsOf(code, pointer), bill.totalDue, findings);
    checkAccount(codeAccount(code), bill.account?.number, pointer, findings);
  });
}

function checkAmounts(
  claims: readonly AmountClaim[],
  totalDue: Money | undefined,
  findings: Findings,
): void {
  if (totalDue === undefined) return;
  for (const { pointer, text } of claims) {
    if (parseMoney(text) === totalDue) continue;
    const message = 'The code would ask for another amount than the printed totalDue.';
    findings.contradict(pointer, message, { expected: moneyText(totalDue) });
  }
}

/** The amounts a code carries, as decimal strings in tenge. An opaque one is not looked into. */
function amountsOf(code: PaymentCode, pointer: string): AmountClaim[] {
  switch (code.kind) {
    case 'url-template':
      return urlAmounts(code, pointer);
    case 'emv-mpm':
      if (code.amount === undefined) return [];
      return [{ pointer: `${pointer}/amount`, text: moneyText(code.amount) }];
    case 'st00012':
      if (code.values.Sum === undefined) return [];
      return [{ pointer: `${pointer}/values/Sum`, text: moneyText(Number(code.values.Sum)) }];
    case 'opaque':
    case 'plain':
      return [];
  }
}

/** Banks drop leading zeros, so these do not count. */
function checkAccount(
  named: string | undefined,
  account: string | undefined,
  pointer: string,
  findings: Findings,
): void {
  if (named === undefined || account === undefined || named === account) return;
  if (named.replace(/^0+/, '') === account.replace(/^0+/, '')) return;
  const message = "The code names another account than the bill's own.";
  findings.warn('CODE_ACCOUNT_DIFFERS', pointer, message);
}
