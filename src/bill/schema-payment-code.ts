// Schemas of the payment codes, one per kind. The payloads are built in payment-*.ts.

import { z } from 'zod';
import type { Immutable } from './immutable.ts';
import { maxLength } from './limit.ts';
import { amountField } from './money.ts';
import { phraseField } from './phrase.ts';
import { emvMpmSchema } from './schema-payment-emv.ts';
import { st00012Schema } from './schema-payment-st00012.ts';
import { textField } from './text.ts';

const caption = phraseField(maxLength.caption).optional();

/** The host is fixed by the template: a value must not choose who is paid. */
const templateField = z
  .string()
  .max(maxLength.payloadValue)
  .regex(/^https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?(?:[/?][\x21-\x7e]*)?$/, {
    error: 'This must be an https address in ASCII whose host has no placeholder.',
  })
  .meta({
    description: 'An https address; {name} stands for a value, which is percent-encoded.',
    examples: ['https://pay.example/{alias}?account={account}'],
  });

const urlTemplateSchema = z
  .strictObject({
    kind: z.literal('url-template'),
    template: templateField,
    values: z.record(
      z.string().regex(/^[A-Za-z]\w{0,31}$/, { error: 'This is no name of a placeholder.' }),
      textField(maxLength.payloadValue),
    ),
    caption,
  })
  .meta({ id: 'UrlTemplateCode', description: 'An address built from a template.' });

const opaqueSchema = z
  .strictObject({
    kind: z.literal('opaque'),
    text: z
      .string()
      .min(1)
      .max(maxLength.payload)
      .refine((text) => text.isWellFormed(), { error: 'This holds half of a surrogate pair.' })
      .meta({ description: 'Carried verbatim.' }),
    caption,
  })
  .meta({ id: 'OpaqueCode', description: 'A string issued by a bank, not looked into.' });

const plainSchema = z
  .strictObject({ kind: z.literal('plain'), text: textField(maxLength.payload), caption })
  .meta({ id: 'PlainCode', description: 'A text, such as the account number alone.' });

const emvMpmCodeSchema = emvMpmSchema
  .extend({
    kind: z.literal('emv-mpm'),
    amount: amountField.optional().meta({ description: 'If given, it equals totalDue.' }),
    caption,
  })
  .meta({ id: 'EmvMpmCode', description: 'EMVCo merchant-presented QR, in KZT and KZ.' });

const st00012CodeSchema = z
  .strictObject({ kind: z.literal('st00012'), values: st00012Schema, caption })
  .meta({ id: 'St00012Code', description: 'ГОСТ Р 56042-2014 in UTF-8, with its own keys.' });

export const paymentCodeSchema = z
  .discriminatedUnion('kind', [
    urlTemplateSchema,
    opaqueSchema,
    emvMpmCodeSchema,
    st00012CodeSchema,
    plainSchema,
  ])
  .meta({ id: 'PaymentCode', description: 'One code to pay with.' });

export type PaymentCode = Immutable<z.output<typeof paymentCodeSchema>>;
export type UrlTemplateCode = Extract<PaymentCode, { kind: 'url-template' }>;
export type EmvMpmCode = Extract<PaymentCode, { kind: 'emv-mpm' }>;
export type St00012Code = Extract<PaymentCode, { kind: 'st00012' }>;
