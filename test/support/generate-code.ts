// Payment codes of every kind at random, each for the account and total of its bill.

import fc from 'fast-check';
import { moneyText } from '../../src/bill/money.ts';
import type { BillInput } from '../../src/bill/schema.ts';
import * as words from './words.ts';

type PaymentCode = NonNullable<BillInput['paymentCodes']>[number];

/** What does not depend on the bill; `text` is used by the kinds that carry one. */
export interface DrawnCode {
  readonly kind: PaymentCode['kind'];
  readonly text: string;
  readonly withSum: boolean;
  readonly caption: words.Phrase | undefined;
}

export const anyCode: fc.Arbitrary<DrawnCode> = fc.record({
  kind: fc.constantFrom('url-template', 'opaque', 'emv-mpm', 'st00012', 'plain'),
  text: fc.string({ minLength: 1, maxLength: 150, unit: fc.constantFrom(...'ABCdef0123./:?=&') }),
  withSum: fc.boolean(),
  caption: fc.option(words.caption, { nil: undefined, freq: 3 }),
});

/** `totalDue` is in tiyn; a code with a sum asks for exactly that, and for none if it is 0. */
export function codeOf(drawn: DrawnCode, account: string, totalDue: number): PaymentCode {
  const { kind, text, caption } = drawn;
  const withSum = drawn.withSum && totalDue > 0;
  switch (kind) {
    case 'url-template': {
      const template = 'https://pay.example/{alias}?account={account}';
      const values = { alias: 'almaty', account };
      if (!withSum) return { kind, template, values, caption };
      const sum = moneyText(totalDue);
      return { kind, template: `${template}&sum={sum}`, values: { ...values, sum }, caption };
    }
    case 'emv-mpm': {
      const fields = [{ id: '01', value: account }];
      const schemes = [{ id: '26', scheme: 'kz.example', fields }];
      const merchant = { merchantName: 'ULGI CENTRE', merchantCity: 'ALMATY' };
      const amount = withSum ? moneyText(totalDue) : undefined;
      return { kind, schemes, ...merchant, amount, caption };
    }
    case 'st00012': {
      const bank = { BankName: 'Үлгі Банк', BIC: '044525225', CorrespAcc: '3'.repeat(20) };
      const payee = { Name: 'Үлгі БЕО', PersonalAcc: '4'.repeat(20), ...bank };
      const Sum = withSum ? String(totalDue) : undefined;
      return { kind, values: { ...payee, PersAcc: account, Sum }, caption };
    }
    case 'opaque':
    case 'plain':
      return { kind, text, caption };
  }
}
