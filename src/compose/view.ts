// The bill as templates see it: every field is there (null where the bill has none, as templates
// are strict), and what follows from the data alone is worked out once. No words, no lengths.

import type { Phrase } from '../bill/phrase.ts';
import type { Bill } from '../bill/schema.ts';
import type { StandingNotice } from '../layout/package.ts';
import type { Bar } from '../typeset/block.ts';
import { type ChargeView, chargesView, isDebited } from './view-charges.ts';
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
  /** Whom to ask about the bill: the settlement centre, else the only supplier. */
  readonly contact: Party | null;
  /** In the order of the strip: the settlement centre first, then the suppliers. */
  readonly parties: readonly Party[];
  readonly suppliers: readonly Party[];
  readonly severalSuppliers: boolean;
  /** Suppliers whose bank account is given. */
  readonly beneficiaries: readonly Party[];
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
  readonly payment: PaymentView;
  /** The sum is taken from the payer's account: there is nothing to pay by hand. */
  readonly debited: boolean;
  readonly codes: readonly CodeView[];
  readonly notices: readonly NoticeView[];
}

/** How the account is paid; nulls where the payer has not chosen or no purpose is dictated. */
export interface PaymentView {
  readonly method: NonNullable<Bill['payment']>['method'] | null;
  readonly purpose: Phrase | null;
}

/** A bill and what templates see of it. */
export interface ViewedBill {
  readonly bill: Bill;
  readonly view: BillView;
}

/**
 * `centre` is the layout's own settlement centre, for bills that name none; `standing` are the
 * layout's notices.
 */
export function viewBill(
  bill: Bill,
  centre: Bill['settlementCentre'],
  standing: readonly StandingNotice[] = [],
): ViewedBill & { readonly failures: readonly Failure[] } {
  const { parties, suppliers, own } = partiesView(bill, bill.settlementCentre ?? centre);
  const contact = own ?? (parties.length === 1 ? (parties[0] ?? null) : null);
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
    contact,
    parties,
    suppliers: [...suppliers.values()],
    severalSuppliers: bill.suppliers.length > 1,
    beneficiaries: [...suppliers.values()].filter(({ iban }) => iban !== null),
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
    payment: { method: bill.payment?.method ?? null, purpose: bill.payment?.purpose ?? null },
    debited: isDebited(bill),
    codes,
    notices: noticesView(bill, { suppliers, contact, standing }),
  };
  return { bill, view, failures };
}
