// The units a bill counts in. Their printed forms per language belong to format/.

import { z } from 'zod';

/** `point` is a connection point, such as a radio or television socket. */
export const units = [
  'kWh',
  'MWh',
  'Gcal',
  'm3',
  'm2',
  'l',
  'kg',
  'tonne',
  'person',
  'flat',
  'house',
  'month',
  'day',
  'hour',
  'point',
  'piece',
] as const;

export type Unit = (typeof units)[number];

export const unitField = z.enum(units).meta({ description: 'What the quantity is counted in.' });
