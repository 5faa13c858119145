// Charges as rows: which supplier they open, which readings stand behind them. Amounts are the
// bill's own, in tiyn; nothing is computed but what is in the data already.

import type { Bill } from '../bill/schema.ts';
import type { Charge, ChargeLine } from '../bill/schema-charge.ts';
import type { Meter } from '../bill/schema-meter.ts';
import { samePhrase } from './same.ts';
import type { OrNull } from './view-null.ts';
import type { Party } from './view-parties.ts';

type ChargeFields = OrNull<
  Omit<Charge, 'supplier' | 'lines'>,
  'period' | 'quantity' | 'unit' | 'tariff' | 'recalculationReason'
>;

export interface ChargeView extends ChargeFields {
  readonly supplier: Party | null;
  /** First of a run of lines of one supplier, within its group of obligatory or optional ones. */
  readonly opensSupplier: boolean;
  /** The supplier whose run of lines it opens; null where the bill has one supplier only. */
  readonly opens: Party | null;
  /** Another charge or the heading of its group stands above it. */
  readonly follows: boolean;
  /** Its quantity was counted by meters that the bill shows. */
  readonly metered: boolean;
  readonly overpaid: boolean;
  /** There is something to pay and the payer pays it by hand. */
  readonly asksForPayment: boolean;
  /** Charged for another period than the bill's, else null. */
  readonly otherPeriod: string | null;
  readonly readings: readonly ReadingsView[];
  /** One entry a meter in both, so that the two stand beside each other; null: not read. */
  readonly previous: readonly string[];
  readonly current: readonly (string | null)[];
  readonly lines: readonly ChargeLineView[];
}

export type ChargeLineView = OrNull<ChargeLine, 'quantity' | 'tariff'>;

/** What an annex to the bill says of each meter behind a charge. */
export type ReadingsView = OrNull<
  Omit<Meter, 'id' | 'supplier' | 'service' | 'verifyBy'>,
  'place' | 'current' | 'unit' | 'consumption' | 'ratio' | 'losses'
>;

export function chargesView(
  bill: Bill,
  suppliers: ReadonlyMap<string, Party>,
): readonly ChargeView[] {
  const { charges } = bill;
  const meters = new Map<string, Meter>();
  for (const meter of bill.meters) meters.set(meter.id, meter);
  const around: Around = {
    bill,
    suppliers,
    meters,
    grouped: charges.some(({ optional }) => optional !== charges[0]?.optional),
    debited: isDebited(bill),
  };
  const previous: Previous = { obligatory: undefined, optional: undefined };
  return charges.map((charge) => {
    const group = charge.optional ? 'optional' : 'obligatory';
    const view = chargeView(charge, previous[group], around);
    previous[group] = charge;
    return view;
  });
}

/** The charge before, in its group. */
interface Previous {
  obligatory: Charge | undefined;
  optional: Charge | undefined;
}

interface Around {
  readonly bill: Bill;
  readonly suppliers: ReadonlyMap<string, Party>;
  readonly meters: ReadonlyMap<string, Meter>;
  readonly grouped: boolean;
  readonly debited: boolean;
}

/** Written out field by field: every charge of every bill has the same shape in memory. */
function chargeView(charge: Charge, previous: Charge | undefined, around: Around): ChargeView {
  const { bill, grouped, debited } = around;
  const { period, recalculationReason, due } = charge;
  const meters = metersOf(charge, around.meters);
  const supplier = around.suppliers.get(charge.supplier) ?? null;
  const opensSupplier = previous?.supplier !== charge.supplier;
  return {
    supplier,
    service: samePhrase(charge.service),
    optional: charge.optional,
    period: period ?? null,
    basis: charge.basis,
    quantity: charge.quantity ?? null,
    unit: charge.quantity === undefined ? null : (charge.unit ?? null),
    tariff: charge.tariff ?? null,
    openingBalance: charge.openingBalance,
    charged: charge.charged,
    recalculation: charge.recalculation,
    recalculationReason: recalculationReason === undefined ? null : samePhrase(recalculationReason),
    penalty: charge.penalty,
    benefit: charge.benefit,
    paid: charge.paid,
    due,
    meters: charge.meters,
    lines: charge.lines.length === 0 ? none : charge.lines.map(lineView),
    opensSupplier,
    opens: opensSupplier && bill.suppliers.length > 1 ? supplier : null,
    follows: grouped || previous !== undefined,
    metered: meters.length > 0 && charge.basis === 'meter',
    overpaid: due < 0,
    asksForPayment: due > 0 && !debited,
    otherPeriod: period === undefined || period === bill.period ? null : period,
    readings: meters.length === 0 ? none : meters.map((meter) => readingsView(meter, charge)),
    previous: meters.length === 0 ? none : meters.map((meter) => meter.previous.value),
    current: meters.length === 0 ? none : meters.map((meter) => meter.current?.value ?? null),
  };
}

const none: readonly never[] = [];

function metersOf(charge: Charge, meters: ReadonlyMap<string, Meter>): readonly Meter[] {
  const found: Meter[] = [];
  for (const id of charge.meters) {
    const meter = meters.get(id);
    if (meter !== undefined) found.push(meter);
  }
  return found;
}

function lineView({ kind, label, quantity, tariff, charged }: ChargeLine): ChargeLineView {
  return {
    kind,
    label: samePhrase(label),
    quantity: quantity ?? null,
    tariff: tariff ?? null,
    charged,
  };
}

/** By agreement the bank takes the sum from the payer's account. */
export function isDebited(bill: Bill): boolean {
  return bill.payment?.method === 'debit';
}

/** A meter that says no unit counts in the unit of its charge. */
function readingsView(meter: Meter, { unit }: Charge): ReadingsView {
  return {
    serial: meter.serial,
    place: meter.place === undefined ? null : samePhrase(meter.place),
    previous: meter.previous,
    current: meter.current ?? null,
    digits: meter.digits,
    decimals: meter.decimals,
    unit: meter.unit ?? unit ?? null,
    consumption: meter.consumption ?? null,
    ratio: meter.ratio ?? null,
    losses: meter.losses ?? null,
    rollover: meter.rollover,
    replaced: meter.replaced,
  };
}
