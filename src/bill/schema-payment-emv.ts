// Schema of the fields of an EMVCo merchant-presented code. The payload is built in payment-emv.ts.

import { z } from 'zod';

/** EMVCo MPM 1.1, 4.3: «ans», the printable characters of ASCII. */
function ansField(maxLength: number) {
  return z
    .string()
    .min(1)
    .max(maxLength)
    .regex(/^[\x20-\x7e]*$/, { error: 'This must be printable ASCII.' });
}

/** Alternative names may be in any script; their length is counted in characters. */
function anyScriptField(maxLength: number) {
  return z.string().min(1).max(maxLength);
}

const subfieldSchema = z.strictObject({
  id: z.string().regex(/^(?:0[1-9]|[1-9]\d)$/, { error: 'This must be 01 to 99.' }),
  value: ansField(99),
});

/** A template of a payment scheme: sub-field 00 names the scheme, the others are its own. */
function schemeSchema(ids: RegExp, range: string) {
  return z.strictObject({
    id: z.string().regex(ids, { error: `This must be ${range}.` }),
    scheme: ansField(32).meta({ description: 'Globally unique identifier, sub-field 00.' }),
    fields: z.array(subfieldSchema).max(20).default([]),
  });
}

const cardSchema = z.strictObject({
  id: z.string().regex(/^(?:0[2-9]|1\d|2[0-5])$/, { error: 'This must be 02 to 25.' }),
  value: ansField(99),
});

/** EMVCo MPM 1.1, table 3.7: sub-fields of the additional data template 62. */
const additionalSchema = z.strictObject({
  billNumber: ansField(25).optional(),
  mobileNumber: ansField(25).optional(),
  storeLabel: ansField(25).optional(),
  loyaltyNumber: ansField(25).optional(),
  referenceLabel: ansField(25).optional(),
  customerLabel: ansField(25).optional(),
  terminalLabel: ansField(25).optional(),
  purpose: ansField(25).optional(),
  dataRequest: ansField(3).optional(),
});

/** EMVCo MPM 1.1, table 3.8: the merchant in another language, template 64. */
const languageSchema = z.strictObject({
  language: z.enum(['kk', 'ru', 'en']),
  merchantName: anyScriptField(25),
  merchantCity: anyScriptField(15).optional(),
});

export const emvMpmSchema = z.strictObject({
  initiation: z
    .enum(['static', 'dynamic'])
    .optional()
    .meta({ description: 'dynamic by default if there is an amount, else static.' }),
  cards: z.array(cardSchema).max(24).default([]),
  schemes: z
    .array(schemeSchema(/^(?:2[6-9]|3\d|4\d|5[01])$/, '26 to 51'))
    .max(26)
    .default([]),
  categoryCode: z
    .string()
    .regex(/^\d{4}$/, { error: 'This must be 4 digits.' })
    .default('4900')
    .meta({ description: 'ISO 18245; 4900 is utilities and the default.' }),
  merchantName: ansField(25),
  merchantCity: ansField(15),
  postalCode: ansField(10).optional(),
  additional: additionalSchema.optional(),
  language: languageSchema.optional(),
  unreserved: z
    .array(schemeSchema(/^[89]\d$/, '80 to 99'))
    .max(20)
    .default([]),
});
