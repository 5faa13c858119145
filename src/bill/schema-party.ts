// Schemas of who takes part in a bill: account, settlement centre, suppliers, delivery.

import { z } from 'zod';
import { decimalField } from './decimal.ts';
import { idField } from './id.ts';
import { bicField, binField, ibanField, kbeField, knpField } from './identifier.ts';
import type { Immutable } from './immutable.ts';
import { maxEntries, maxLength } from './limit.ts';
import { phraseField } from './phrase.ts';
import { textField } from './text.ts';

const name = phraseField(maxLength.name);
const address = phraseField(maxLength.address);

/** The name of an image in the layout package: never a path, never a URL. */
const imageField = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, {
    error: 'This must name an image of the layout: small Latin letters, digits and dashes.',
  })
  .meta({ description: 'Name of an image in the layout package.', examples: ['water'] });

/** Latin only: a Cyrillic letter of the same look cannot be keyed in at a bank's terminal. */
const accountNumberField = z
  .string()
  .max(maxLength.account)
  .regex(/^[0-9A-Za-z](?:[0-9A-Za-z./-]*[0-9A-Za-z])?$/, {
    error: 'This must be digits and Latin letters; inside also points, dashes and slashes.',
  })
  .meta({ description: 'A string: leading zeros are kept.', examples: ['000123457'] });

/** Whose bill it is: the account, its payer and premises. */
export const accountSchema = z
  .strictObject({
    number: accountNumberField,
    payer: textField(maxLength.payer),
    address,
    premises: z.enum(['flat', 'house', 'non-residential']),
    residents: z.int().min(0).max(999).optional(),
    area: decimalField.optional().meta({ description: 'Square metres.' }),
    heatedArea: decimalField.optional().meta({ description: 'Square metres.' }),
    contract: textField(maxLength.contract).optional(),
  })
  .meta({ id: 'Account', description: 'Whose bill it is.' });

const contacts = {
  name,
  logo: imageField.optional(),
  phones: z
    .array(textField(maxLength.phone))
    .max(maxEntries.phones)
    .default([])
    .meta({ description: 'Printed as given.', examples: [['+7 727 000 00 00']] }),
  site: textField(maxLength.site).optional(),
  email: textField(maxLength.email).optional(),
  address: address.optional(),
};

export const settlementCentreSchema = z
  .strictObject(contacts)
  .meta({ id: 'SettlementCentre', description: 'Who issues the bill.' });

const channelSchema = z
  .strictObject({
    kind: z.enum(['phone', 'voice', 'site', 'email', 'app', 'whatsapp', 'telegram', 'office']),
    value: textField(maxLength.site),
    hours: textField(maxLength.hours).optional(),
    url: z
      .string()
      .max(maxLength.payloadValue)
      .regex(/^https:\/\/[\x21-\x7e]+$/, { error: 'This must be an https address in ASCII.' })
      .optional()
      .meta({ description: 'What a code beside the channel opens.' }),
  })
  .meta({ id: 'ReadingChannel', description: 'One way to hand in a reading.' });

const dayOfMonth = z.int().min(1).max(31);

const readingWindowSchema = z
  .strictObject({
    fromDay: dayOfMonth,
    toDay: dayOfMonth,
    channels: z.array(channelSchema).max(maxEntries.readingChannels).default([]),
  })
  .meta({ id: 'ReadingWindow', description: 'When and how readings are taken in, each month.' });

export const supplierSchema = z
  .strictObject({
    id: idField,
    ...contacts,
    bin: binField.optional(),
    bank: phraseField(maxLength.name).optional(),
    iban: ibanField.optional(),
    bic: bicField.optional(),
    kbe: kbeField.optional(),
    knp: knpField.optional(),
    readingWindow: readingWindowSchema.optional(),
  })
  .meta({ id: 'Supplier', description: 'Who supplies a service and is paid for it.' });

/** Used for the print order and for separators between piles; never printed on the bill. */
export const deliverySchema = z
  .strictObject({
    postcode: textField(maxLength.part),
    route: textField(maxLength.part),
    street: textField(maxLength.name),
    house: textField(maxLength.part),
    entrance: textField(maxLength.part).optional(),
    flat: textField(maxLength.part).optional(),
    copies: z.int().min(1).max(9).optional(),
  })
  .meta({ id: 'Delivery', description: 'Print order and separators; not printed.' });

export type Account = Immutable<z.output<typeof accountSchema>>;
export type SettlementCentre = Immutable<z.output<typeof settlementCentreSchema>>;
export type ReadingChannel = Immutable<z.output<typeof channelSchema>>;
export type ReadingWindow = Immutable<z.output<typeof readingWindowSchema>>;
export type Supplier = Immutable<z.output<typeof supplierSchema>>;
export type Delivery = Immutable<z.output<typeof deliverySchema>>;
