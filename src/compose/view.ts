// The bill as templates see it: every field is there (null where the bill has none, as templates
// are strict), and what follows from the data alone is worked out once. No words, no lengths.

import type { Bill } from '../bill/schema.ts';
import type { Bar } from '../typeset/block.ts';
import { type ChargeView, chargesView } from './view-charges.ts';
import { type CodeView, codesView } from './view-codes.ts';
import {
  type HouseMeterView,
  houseMetersView,
  type MeterView,
  metersView,
  monthBars,
} from './view-meters.ts';
import { type NoticeView, noticesView } from './view-notices.ts';
import { type Failure, type OrNull, orNull } from './view-null.ts';
import { type Party, partiesView, type WindowView, windowsView } from './view-parties.ts';
import { type TariffTableView, tariffTablesView } from './view-tariffs.ts';

export interface BillView {
  readonly number: string | null;
  readonly period: string;
  readonly issuedOn: string;
  readonly printedOn: string;
  readonly payBy: string;
  readonly paymentsCountedTo: string | null;
  readonly lastPayment: Bill['lastPayment'] | null;
  readonly duplicate: boolean;
  readonly account: OrNull<Bill['account'], 'residents' | 'area' | 'heatedArea' | 'contract'>;
  readonly centre: Party | null;
  /** In the order of the strip: the settlement centre first, then the suppliers. */
  readonly parties: readonly Party[];
  readonly suppliers: readonly Party[];
  readonly severalSuppliers: boolean;
  readonly obligatory: readonly ChargeView[];
  readonly optional: readonly ChargeView[];
  readonly hasOverpayment: boolean;
  readonly totalDue: number;
  readonly optionalDue: number;
  readonly meters: readonly MeterView[];
  /** Characters of the longest serial number: long ones need wider columns. */
  readonly longestSerial: number;
  readonly hasHistory: boolean;
  readonly metersWithHistory: readonly MeterView[];
  readonly months: readonly Bar[];
  readonly windows: readonly WindowView[];
  readonly houseMeters: readonly HouseMeterView[];
  readonly tariffTables: readonly TariffTableView[];
  readonly hasReadings: boolean;
  readonly payment: OrNull<NonNullable<Bill['payment']>, 'purpose'> | null;
  readonly codes: readonly CodeView[];
  readonly notices: readonly NoticeView[];
}

/** A bill and what templates see of it. */
export interface ViewedBill {
  readonly bill: Bill;
  readonly view: BillView;
}

/** `centre` is the layout's own settlement centre, for bills that name none. */
export function viewBill(
  bill: Bill,
  centre: Bill['settlementCentre'],
): ViewedBill & { readonly failures: readonly Failure[] } {
  const { parties, suppliers, own } = partiesView(bill, bill.settlementCentre ?? centre);
  const charges = chargesView(bill, suppliers);
  const optional = charges.filter((charge) => charge.optional);
  const meters = metersView(bill, suppliers);
  const { codes, failures } = codesView(bill);
  const view: BillView = {
    number: bill.number ?? null,
    period: bill.period,
    issuedOn: bill.issuedOn,
    printedOn: bill.printedOn,
    payBy: bill.payBy,
    paymentsCountedTo: bill.paymentsCountedTo ?? null,
    lastPayment: bill.lastPayment ?? null,
    duplicate: bill.duplicate,
    account: orNull(bill.account, ['residents', 'area', 'heatedArea', 'contract']),
    centre: own,
    parties,
    suppliers: [...suppliers.values()],
    severalSuppliers: bill.suppliers.length > 1,
    obligatory: charges.filter((charge) => !charge.optional),
    optional,
    hasOverpayment: charges.some((charge) => charge.overpaid),
    totalDue: bill.totalDue,
    optionalDue: bill.optionalDue ?? optional.reduce((sum, { due }) => sum + Math.max(0, due), 0),
    meters,
    longestSerial: Math.max(0, ...bill.meters.map(({ serial }) => serial.length)),
    months: monthBars(bill),
    hasHistory: meters.some((meter) => meter.history !== null),
    metersWithHistory: meters.filter((meter) => meter.history !== null),
    windows: windowsView(suppliers),
    houseMeters: houseMetersView(bill, suppliers),
    tariffTables: tariffTablesView(bill, suppliers),
    hasReadings: charges.some(({ readings }) => readings.length > 0),
    payment: bill.payment === undefined ? null : orNull(bill.payment, ['purpose']),
    codes,
    notices: noticesView(bill, suppliers),
  };
  return { bill, view, failures };
}
