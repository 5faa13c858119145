// Schemas of what is measured: meters, house meters, consumption histories.

import { z } from 'zod';
import { dateField } from './date.ts';
import { decimalField, positiveDecimalField, signedDecimalField } from './decimal.ts';
import { idField } from './id.ts';
import type { Immutable } from './immutable.ts';
import { maxEntries, maxLength } from './limit.ts';
import { moneyField } from './money.ts';
import { periodField } from './period.ts';
import { phraseField } from './phrase.ts';
import { serviceField } from './schema-charge.ts';
import { textField } from './text.ts';
import { unitField } from './unit.ts';

const serialField = textField(maxLength.serial).meta({ description: 'Printed exactly.' });

const readingSchema = z
  .strictObject({ value: decimalField, on: dateField })
  .meta({ id: 'Reading', description: 'What a meter showed on a day.' });

const currentReadingSchema = readingSchema
  .extend({ source: z.enum(['consumer', 'supplier', 'estimated']) })
  .meta({ id: 'CurrentReading', description: 'The last reading, and who took it.' });

/** Why a current reading below the previous one is no mistake. */
const turnover = {
  rollover: z.boolean().default(false).meta({ description: 'It passed its highest number.' }),
  replaced: z.boolean().default(false).meta({ description: 'Another meter stands there now.' }),
};

export const meterSchema = z
  .strictObject({
    id: idField,
    supplier: idField,
    service: serviceField,
    serial: serialField,
    place: phraseField(maxLength.label).optional(),
    previous: readingSchema,
    current: currentReadingSchema.optional(),
    digits: z.int().min(1).max(12).meta({ description: 'Digits before the decimal point.' }),
    decimals: z.int().min(0).max(6).default(0),
    unit: unitField.optional(),
    consumption: decimalField.optional().meta({ description: 'As the supplier counted it.' }),
    ratio: positiveDecimalField.optional().meta({ description: 'Transformer ratio.' }),
    losses: decimalField.optional().meta({ description: 'Added to the consumption.' }),
    verifyBy: periodField.optional(),
    ...turnover,
  })
  .meta({ id: 'Meter', description: 'A meter of the premises.' });

/**
 * The common-house meter and how its difference is shared: shown and checked, not computed.
 * `keyOwn` of `keyTotal` is the premises' part when the key is not the volume: residents of
 * residents, square metres of square metres, 1 of the number of premises.
 */
export const houseMeterSchema = z
  .strictObject({
    supplier: idField,
    service: serviceField,
    serial: serialField,
    unit: unitField.optional(),
    previous: readingSchema,
    current: readingSchema,
    volume: decimalField,
    individualTotal: decimalField,
    difference: signedDecimalField,
    allocation: z.enum(['by-volume', 'by-residents', 'by-area', 'equal']),
    keyOwn: decimalField.optional(),
    keyTotal: positiveDecimalField.optional(),
    ownVolume: decimalField,
    share: signedDecimalField,
    tariff: decimalField,
    charged: moneyField,
    ...turnover,
  })
  .meta({ id: 'HouseMeter', description: 'The common-house meter (ОДПУ) of one service.' });

const historyMonthSchema = z
  .strictObject({ period: periodField, quantity: decimalField })
  .meta({ id: 'HistoryMonth', description: 'Consumption of one month.' });

export const consumptionHistorySchema = z
  .strictObject({
    meter: idField,
    unit: unitField,
    months: z.array(historyMonthSchema).min(1).max(maxEntries.historyMonths),
  })
  .meta({ id: 'ConsumptionHistory', description: 'Up to 13 months of one meter, rising.' });

export type Reading = Immutable<z.output<typeof readingSchema>>;
export type CurrentReading = Immutable<z.output<typeof currentReadingSchema>>;
export type Meter = Immutable<z.output<typeof meterSchema>>;
export type HouseMeter = Immutable<z.output<typeof houseMeterSchema>>;
export type ConsumptionHistory = Immutable<z.output<typeof consumptionHistorySchema>>;
