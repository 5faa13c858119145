// Schemas of what is charged: charges, sub-lines, the tariff table. Sums are checked later.

import { z } from 'zod';
import { dateField } from './date.ts';
import { decimalField, signedDecimalField } from './decimal.ts';
import { idField } from './id.ts';
import type { Immutable } from './immutable.ts';
import { maxEntries, maxLength } from './limit.ts';
import { moneyField } from './money.ts';
import { periodField } from './period.ts';
import { phraseField } from './phrase.ts';
import { unitField } from './unit.ts';

export const serviceField = phraseField(maxLength.service);

/** An amount that is nothing unless given. */
const addend = moneyField.default(0).meta({ description: 'Counts as 0 when absent.' });

/**
 * `tier` and `period` split the charge, `house-share` is its part of the common-house difference,
 * `of-which` names a part without splitting.
 */
const chargeLineSchema = z
  .strictObject({
    kind: z.enum(['tier', 'period', 'house-share', 'of-which']),
    label: phraseField(maxLength.label),
    quantity: signedDecimalField.optional(),
    tariff: decimalField.optional(),
    charged: moneyField,
  })
  .meta({ id: 'ChargeLine', description: 'A sub-line of a charge.' });

export const chargeSchema = z
  .strictObject({
    supplier: idField,
    service: serviceField,
    optional: z.boolean().default(false).meta({ description: 'Paid at will, not in totalDue.' }),
    period: periodField.optional().meta({ description: "If not the bill's own." }),
    basis: z.enum(['meter', 'norm', 'average', 'area', 'residents', 'flat-rate', 'house-meter']),
    quantity: signedDecimalField.optional(),
    unit: unitField.optional(),
    tariff: decimalField.optional(),
    openingBalance: moneyField.meta({ description: 'A debt is positive.' }),
    charged: moneyField,
    recalculation: addend,
    recalculationReason: phraseField(maxLength.reason).optional(),
    penalty: addend,
    benefit: addend,
    paid: addend,
    due: moneyField.meta({
      description: 'openingBalance + charged + recalculation + penalty − paid − benefit, exactly.',
    }),
    meters: z.array(idField).max(maxEntries.chargeMeters).default([]),
    lines: z.array(chargeLineSchema).max(maxEntries.chargeLines).default([]),
  })
  .meta({ id: 'Charge', description: 'One service of one supplier.' });

/** A row of the tariff table that some utilities print: who pays what, and from when. */
export const tariffSchema = z
  .strictObject({
    supplier: idField.optional(),
    service: serviceField,
    group: phraseField(maxLength.label).meta({ description: 'The group of consumers.' }),
    unit: unitField,
    tariff: decimalField,
    from: dateField,
    to: dateField.optional(),
  })
  .meta({ id: 'Tariff', description: 'A tariff of a consumer group and its validity.' });

export type ChargeLine = Immutable<z.output<typeof chargeLineSchema>>;
export type Charge = Immutable<z.output<typeof chargeSchema>>;
export type Tariff = Immutable<z.output<typeof tariffSchema>>;
