// What can still be read of a bill that broke its schema, so that its sums are checked too.

import { z } from 'zod';
import type { Immutable } from './immutable.ts';
import { maxEntries } from './limit.ts';
import { billSchema } from './schema.ts';
import { chargeSchema, tariffSchema } from './schema-charge.ts';
import { consumptionHistorySchema, houseMeterSchema, meterSchema } from './schema-meter.ts';
import { accountSchema, supplierSchema } from './schema-party.ts';

/** Undefined stands for what is absent and for what cannot be read: no check concludes from it. */
function maybe<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().catch(undefined);
}

function maybeEach<Schema extends z.ZodType>(schema: Schema, maxCount: number) {
  return maybe(z.array(maybe(schema)).max(maxCount));
}

const { shape } = billSchema;
const { shape: charge } = chargeSchema;
const { shape: line } = charge.lines.unwrap().element;
const { shape: meter } = meterSchema;
const { shape: house } = houseMeterSchema;
const { shape: history } = consumptionHistorySchema;
const { shape: tariff } = tariffSchema;

const readableLine = z.object({
  kind: maybe(line.kind),
  quantity: maybe(line.quantity),
  tariff: maybe(line.tariff),
  charged: maybe(line.charged),
});

const readableCharge = z.object({
  supplier: maybe(charge.supplier),
  service: maybe(charge.service),
  optional: maybe(charge.optional),
  period: maybe(charge.period),
  basis: maybe(charge.basis),
  quantity: maybe(charge.quantity),
  unit: z.unknown().optional(),
  tariff: maybe(charge.tariff),
  openingBalance: maybe(charge.openingBalance),
  charged: maybe(charge.charged),
  recalculation: maybe(charge.recalculation),
  recalculationReason: z.unknown().optional(),
  penalty: maybe(charge.penalty),
  benefit: maybe(charge.benefit),
  paid: maybe(charge.paid),
  due: maybe(charge.due),
  meters: maybeEach(charge.meters.unwrap().element, maxEntries.chargeMeters),
  lines: maybeEach(readableLine, maxEntries.chargeLines),
});

const readableMeter = z.object({
  id: maybe(meter.id),
  supplier: maybe(meter.supplier),
  previous: maybe(meter.previous),
  current: maybe(meter.current),
  digits: maybe(meter.digits),
  decimals: maybe(meter.decimals),
  consumption: maybe(meter.consumption),
  ratio: maybe(meter.ratio),
  losses: maybe(meter.losses),
  verifyBy: maybe(meter.verifyBy),
  rollover: maybe(meter.rollover),
  replaced: maybe(meter.replaced),
});

const readableHouseMeter = z.object({
  supplier: maybe(house.supplier),
  service: maybe(house.service),
  previous: maybe(house.previous),
  current: maybe(house.current),
  volume: maybe(house.volume),
  individualTotal: maybe(house.individualTotal),
  difference: maybe(house.difference),
  allocation: maybe(house.allocation),
  keyOwn: maybe(house.keyOwn),
  keyTotal: maybe(house.keyTotal),
  ownVolume: maybe(house.ownVolume),
  share: maybe(house.share),
  tariff: maybe(house.tariff),
  charged: maybe(house.charged),
  rollover: maybe(house.rollover),
  replaced: maybe(house.replaced),
});

const readableSupplier = z.object({
  id: maybe(supplierSchema.shape.id),
  bin: maybe(supplierSchema.shape.bin),
  readingWindow: maybe(supplierSchema.shape.readingWindow),
});

const readableHistory = z.object({ meter: maybe(history.meter), months: maybe(history.months) });

const readableTariff = z.object({
  supplier: maybe(tariff.supplier),
  from: maybe(tariff.from),
  to: maybe(tariff.to),
});

const readableNotice = z.object({
  supplier: maybe(shape.notices.unwrap().element.shape.supplier),
});

export const readableSchema = z.object({
  period: maybe(shape.period),
  issuedOn: maybe(shape.issuedOn),
  printedOn: maybe(shape.printedOn),
  payBy: maybe(shape.payBy),
  paymentsCountedTo: maybe(shape.paymentsCountedTo),
  lastPayment: maybe(shape.lastPayment),
  duplicate: maybe(shape.duplicate),
  account: maybe(z.object({ number: maybe(accountSchema.shape.number) })),
  // Without suppliers, every reference to one would be refused as well.
  suppliers: maybe(z.array(maybe(readableSupplier)).min(1).max(maxEntries.suppliers)),
  charges: maybeEach(readableCharge, maxEntries.charges),
  meters: maybeEach(readableMeter, maxEntries.meters),
  houseMeters: maybeEach(readableHouseMeter, maxEntries.houseMeters),
  consumptionHistory: maybeEach(readableHistory, maxEntries.consumptionHistory),
  tariffs: maybeEach(readableTariff, maxEntries.tariffs),
  totalDue: maybe(shape.totalDue),
  optionalDue: maybe(shape.optionalDue),
  paymentCodes: maybeEach(shape.paymentCodes.unwrap().element, maxEntries.paymentCodes),
  notices: maybeEach(readableNotice, maxEntries.notices),
});

/** A bill, or the rest of one. */
export type Readable = Immutable<z.output<typeof readableSchema>>;
export type ReadableCharge = NonNullable<NonNullable<Readable['charges']>[number]>;
export type ReadableMeter = NonNullable<NonNullable<Readable['meters']>[number]>;
export type ReadableHouseMeter = NonNullable<NonNullable<Readable['houseMeters']>[number]>;
