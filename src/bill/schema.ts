// The bill as a caller sends it and as the program reads it. Rules across fields are in check.ts.

import { z } from 'zod';
import { dateField, type LocalDate } from './date.ts';
import { idField } from './id.ts';
import type { Immutable } from './immutable.ts';
import { maxEntries, maxLength } from './limit.ts';
import { amountField } from './money.ts';
import { periodField } from './period.ts';
import { phraseField } from './phrase.ts';
import { chargeSchema, tariffSchema } from './schema-charge.ts';
import { consumptionHistorySchema, houseMeterSchema, meterSchema } from './schema-meter.ts';
import {
  accountSchema,
  deliverySchema,
  settlementCentreSchema,
  supplierSchema,
} from './schema-party.ts';
import { paymentCodeSchema } from './schema-payment-code.ts';
import { textField } from './text.ts';

/** `id`, or pinned to a revision: `id@2`. */
const layoutField = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}(?:@[1-9]\d{0,3})?$/, {
    error: 'This must be the id of a layout, alone or with a revision: id or id@2.',
  })
  .meta({ description: 'Layout id, with @revision to pin it. GET /v1/layouts lists them.' });

export const noticeKind = z.enum([
  'deadline',
  'debt',
  'tariff',
  'outage',
  'readings',
  'verification',
  'quality',
  'legal',
  'info',
]);

const noticeSchema = z
  .strictObject({
    supplier: idField.optional(),
    kind: noticeKind,
    text: phraseField(maxLength.noticeText),
    priority: z.int().min(1).max(9).meta({ description: '9 is dropped first, 1 last.' }),
  })
  .meta({ id: 'Notice', description: 'A notice; deadlines and debts are never dropped.' });

const lastPaymentSchema = z
  .strictObject({ on: dateField, amount: amountField })
  .meta({ id: 'LastPayment', description: 'The last payment that was counted.' });

/** How the account is paid, where the payer has chosen: by bank details, or by direct debit. */
const paymentSchema = z
  .strictObject({
    method: z.enum(['requisites', 'debit']),
    purpose: phraseField(maxLength.purpose).optional(),
  })
  .meta({ id: 'Payment', description: 'The chosen way to pay and the purpose to write.' });

/** The contract with callers; `z.toJSONSchema(billSchema, { io: 'input' })` is its JSON Schema. */
export const billSchema = z
  .strictObject({
    layout: layoutField,
    language: z.enum(['kk-ru', 'kk', 'ru', 'en']).default('kk-ru'),
    number: textField(maxLength.number).optional(),
    period: periodField.meta({ description: 'The billing period.' }),
    issuedOn: dateField.meta({ description: 'The day the bill was formed.' }),
    printedOn: dateField.optional().meta({ description: 'Today when absent.' }),
    payBy: dateField,
    paymentsCountedTo: dateField.optional(),
    lastPayment: lastPaymentSchema.optional(),
    duplicate: z.boolean().default(false).meta({ description: 'Prints the mark of a duplicate.' }),
    account: accountSchema,
    settlementCentre: settlementCentreSchema.optional(),
    suppliers: z.array(supplierSchema).min(1).max(maxEntries.suppliers),
    charges: z.array(chargeSchema).min(1).max(maxEntries.charges),
    meters: z.array(meterSchema).max(maxEntries.meters).default([]),
    houseMeters: z.array(houseMeterSchema).max(maxEntries.houseMeters).default([]),
    consumptionHistory: z
      .array(consumptionHistorySchema)
      .max(maxEntries.consumptionHistory)
      .default([]),
    tariffs: z.array(tariffSchema).max(maxEntries.tariffs).default([]),
    totalDue: amountField.meta({ description: 'Σ max(0, due) of the charges not optional.' }),
    optionalDue: amountField.optional().meta({ description: 'The same of the optional ones.' }),
    payment: paymentSchema.optional(),
    paymentCodes: z.array(paymentCodeSchema).max(maxEntries.paymentCodes).default([]),
    notices: z.array(noticeSchema).max(maxEntries.notices).default([]),
    delivery: deliverySchema.optional(),
  })
  .meta({ id: 'Bill', description: 'One bill: one account, one billing period.' });

/** What a caller may send, as a type. */
export type BillInput = z.input<typeof billSchema>;

/** A bill that passed every check. The print date is settled: the caller's, or today. */
export type Bill = Immutable<z.output<typeof billSchema>> & { readonly printedOn: LocalDate };
export type Language = Bill['language'];
export type Notice = Bill['notices'][number];
export type LastPayment = NonNullable<Bill['lastPayment']>;
export type Payment = NonNullable<Bill['payment']>;
