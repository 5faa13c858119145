// Codes carry their payloads to the page unchanged; scanners read them in other tests.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodeSymbol } from '../../src/barcode/encode.ts';
import { paymentPayload } from '../../src/bill/payment-code.ts';
import type { Bill } from '../../src/bill/schema.ts';
import { typesetBill } from '../../src/render/typeset-bill.ts';
import { anyBill } from '../support/generate-bill.ts';
import { itemsOf, parsed, resources } from '../support/render.ts';
import { numRuns } from './runs.ts';

test('the QR code is the first payment code, the linear one the account', () => {
  fc.assert(
    fc.property(anyBill, (input) => {
      const bill = parsed(input);
      const outcome = typesetBill(bill, resources);
      if (!outcome.ok) return;
      const codes = itemsOf(outcome.value.page).flatMap((item) =>
        item.kind === 'code' ? item : [],
      );
      const shown = codes.map(({ symbol, payload }) => [symbol.symbology, payload]);
      assert.deepEqual(shown, expectedCodes(bill));
      for (const { symbol, payload } of codes) {
        const symbology = symbol.symbology === 'qr' ? 'qr' : 'code128';
        const encoded = encodeSymbol({ symbology, text: payload });
        assert.deepEqual(encoded.ok && encoded.value, symbol);
      }
    }),
    { numRuns },
  );
});

function expectedCodes(bill: Bill): readonly (readonly [string, string])[] {
  const linear = ['code128', bill.account.number] as const;
  const [first] = bill.paymentCodes;
  if (first === undefined) return [linear];
  const payload = paymentPayload(first, bill);
  assert.ok(payload.ok);
  return [linear, ['qr', payload.value.text]];
}
