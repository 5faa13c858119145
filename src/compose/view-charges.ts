// Charges as rows: which supplier they open, which readings stand behind them. Amounts are the
// bill's own, in tiyn; nothing is computed but what is in the data already.

import type { Bill } from '../bill/schema.ts';
import type { Charge, ChargeLine } from '../bill/schema-charge.ts';
import type { Meter } from '../bill/schema-meter.ts';
import { type OrNull, orNull } from './view-null.ts';
import type { Party } from './view-parties.ts';

type ChargeFields = OrNull<
  Omit<Charge, 'supplier' | 'meters' | 'lines'>,
  'period' | 'quantity' | 'unit' | 'tariff' | 'recalculationReason'
>;

export interface ChargeView extends ChargeFields {
  readonly supplier: Party | null;
  /** First of a run of lines of one supplier, within its group of obligatory or optional ones. */
  readonly opensSupplier: boolean;
  readonly opensGroup: boolean;
  /** Obligatory and optional charges stand in groups of their own. */
  readonly grouped: boolean;
  readonly severalSuppliers: boolean;
  readonly overpaid: boolean;
  /** There is something to pay and the payer pays it by hand. */
  readonly asksForPayment: boolean;
  /** Charged for another period than the bill's, else null. */
  readonly otherPeriod: string | null;
  readonly readings: readonly ReadingsView[];
  /** One entry a meter in both, so that the two stand beside each other; null: not read. */
  readonly previous: readonly string[];
  readonly current: readonly (string | null)[];
  readonly lines: readonly OrNull<ChargeLine, 'quantity' | 'tariff'>[];
}

/** What an annex to the bill says of each meter behind a charge. */
export type ReadingsView = OrNull<
  Omit<Meter, 'id' | 'supplier' | 'service' | 'verifyBy'>,
  'place' | 'current' | 'unit' | 'consumption' | 'ratio' | 'losses'
>;

export function chargesView(
  bill: Bill,
  suppliers: ReadonlyMap<string, Party>,
): readonly ChargeView[] {
  const meters = new Map(bill.meters.map((meter) => [meter.id, meter]));
  const before = new Map<boolean, Charge>();
  const grouped = new Set(bill.charges.map(({ optional }) => optional)).size > 1;
  return bill.charges.map((charge) => {
    const previous = before.get(charge.optional);
    before.set(charge.optional, charge);
    return chargeView(charge, {
      bill,
      supplier: suppliers.get(charge.supplier) ?? null,
      meters: charge.meters.flatMap((id) => meters.get(id) ?? []),
      previous,
      grouped,
    });
  });
}

function chargeView(
  charge: Charge,
  around: {
    readonly bill: Bill;
    readonly supplier: Party | null;
    readonly meters: readonly Meter[];
    readonly previous: Charge | undefined;
    readonly grouped: boolean;
  },
): ChargeView {
  const { bill, supplier, meters, previous, grouped } = around;
  const nullable = ['period', 'quantity', 'unit', 'tariff', 'recalculationReason'] as const;
  return {
    ...orNull(charge, nullable),
    supplier,
    opensSupplier: previous?.supplier !== charge.supplier,
    opensGroup: previous === undefined,
    grouped,
    severalSuppliers: bill.suppliers.length > 1,
    overpaid: charge.due < 0,
    asksForPayment: charge.due > 0 && !isDebited(bill),
    otherPeriod:
      charge.period === undefined || charge.period === bill.period ? null : charge.period,
    readings: meters.map((meter) => readingsView(meter, charge)),
    previous: meters.map((meter) => meter.previous.value),
    current: meters.map((meter) => meter.current?.value ?? null),
    lines: charge.lines.map((line) => orNull(line, ['quantity', 'tariff'])),
  };
}

/** By agreement the bank takes the sum from the payer's account. */
export function isDebited(bill: Bill): boolean {
  return bill.payment?.method === 'debit';
}

/** A meter that says no unit counts in the unit of its charge. */
function readingsView(meter: Meter, { unit }: Charge): ReadingsView {
  const nullable = ['place', 'current', 'unit', 'consumption', 'ratio', 'losses'] as const;
  const readings = orNull(meter, nullable);
  return { ...readings, unit: readings.unit ?? unit ?? null };
}
