// What an invented bill of a layout is made of: layouts/<id>/generate.json. It holds no figures of
// bills, only what they are drawn from.

import { z } from 'zod';
import { decimalField } from '../bill/decimal.ts';
import { phraseField } from '../bill/phrase.ts';
import { noticeKind } from '../bill/schema.ts';
import { tariffSchema } from '../bill/schema-charge.ts';
import { settlementCentreSchema, supplierSchema } from '../bill/schema-party.ts';
import { unitField } from '../bill/unit.ts';

const phrase = phraseField(160);
/** Of bills, of houses, of accounts: 0 never, 1 always. */
const share = z.number().min(0).max(1).default(1);
const atLeastOne = <T extends z.ZodType>(item: T) => z.tuple([item], item);

/** One that differs from house to house: `{n}` in its name is the number of the house. */
const supplierRecipe = supplierSchema.extend({ ofHouse: z.boolean().default(false) });

/** `kind` is a short name that services use; `monthly` is what a resident uses in a month. */
const meterRecipe = z.strictObject({
  kind: z.string().regex(/^[A-Z]$/),
  supplier: z.string(),
  service: phrase,
  unit: unitField,
  digits: z.int().min(4).max(6),
  decimals: z.int().min(0).max(3),
  monthly: z.int().min(1).meta({ description: 'In units of the last decimal.' }),
  /** One is picked for each account. */
  counts: atLeastOne(z.int().min(1).max(4)),
  places: z.array(phrase).default([]),
  /** `#` is a digit. */
  serials: atLeastOne(z.string()),
});

const serviceRecipe = z.strictObject({
  supplier: z.string(),
  service: phrase,
  /** `area` counts square metres, `heated` those that are heated. */
  by: z.enum(['meter', 'residents', 'area', 'heated', 'flat-rate', 'house-meter']),
  tariff: decimalField,
  unit: unitField.optional(),
  optional: z.boolean().default(false),
  /** Houses that have it, accounts that take it, flats that a house must have. */
  houses: share,
  accounts: share,
  leastFlats: z.int().default(0),
  monthsBack: z.int().min(0).max(2).default(0),
  /** Kinds of meters that count it, and whether the charge names them. */
  meters: z.array(z.string()).default([]),
  namesMeters: z.boolean().default(true),
  /** What a resident without a meter is charged for, at the decimals of the meter. */
  norm: decimalField.optional(),
  /** Steps above the tariff, each from so much a resident on. */
  tiers: z.array(z.strictObject({ from: decimalField, tariff: decimalField })).default([]),
});

const noticeRecipe = z.strictObject({
  supplier: z.string().optional(),
  kind: noticeKind,
  text: phrase.or(phraseField(900)),
  priority: z.int().min(1).max(9),
  share,
});

const codeRecipe = z.strictObject({
  template: z.string(),
  alias: z.string(),
  caption: phrase.optional(),
});

export const recipeSchema = z.strictObject({
  city: phrase,
  /** Of the post office: four digits, two more are drawn. */
  postcode: z.string().regex(/^\d{4}$/),
  /** One is picked for each bill; a language may stand here several times. */
  languages: atLeastOne(z.enum(['kk-ru', 'kk', 'ru', 'en'])),
  accountDigits: z.int().min(8).max(12),
  contract: z.boolean().default(false),
  settlementCentre: settlementCentreSchema.optional(),
  suppliers: atLeastOne(supplierRecipe),
  meters: z.array(meterRecipe).default([]),
  services: atLeastOne(serviceRecipe),
  tariffs: z.array(tariffSchema).default([]),
  codes: z.array(codeRecipe).default([]),
  notices: z.array(noticeRecipe).default([]),
  /** Where payers choose between bank details and direct debit: the purpose, with `{contract}`. */
  payment: z.strictObject({ purpose: phrase, debit: share }).optional(),
  /** Bills with everything that the recipe has. */
  crowded: share.default(0.04),
});

export const wordsSchema = z.strictObject({
  streets: atLeastOne(phrase),
  /** `{name}` is the street's, with its number in front where it has one. */
  streetKinds: atLeastOne(phrase),
  numberedStreet: phrase,
  /** With `{city}`, `{street}`, `{house}` and `{flat}`. */
  flatAddress: phrase,
  houseAddress: phrase,
  surnames: atLeastOne(z.string()),
  names: atLeastOne(z.string()),
  longPayers: atLeastOne(z.string()),
  firms: atLeastOne(z.string()),
  /** Of tiers, the first first. */
  tiers: atLeastOne(phrase),
  reasons: atLeastOne(phrase),
});

export type Recipe = z.output<typeof recipeSchema>;
export type Words = z.output<typeof wordsSchema>;
export type ServiceRecipe = Recipe['services'][number];
export type MeterRecipe = Recipe['meters'][number];
