// The bill as templates see it: every field is there (null where the bill has none, as templates
// are strict), and what follows from the data alone is worked out once. No words, no lengths.

import type { Phrase } from '../bill/phrase.ts';
import type { Bill } from '../bill/schema.ts';
import type { StandingNotice } from '../layout/package.ts';
import type { Bar } from '../typeset/leaf-block.ts';
import { type ChargeView, chargesView, isDebited } from './view-charges.ts';
import { type CodeView, codesView } from './view-codes.ts';
import {
  type HouseMeterView,
  houseMetersView,
  type MeterView,
  metersView,
  monthAxis,
} from './view-meters.ts';
import { type NoticeView, noticesView } from './view-notices.ts';
import type { Failure, OrNull } from './view-null.ts';
import { type Party, partiesView, type WindowView } from './view-parties.ts';
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
  const around = partiesView(bill, bill.settlementCentre ?? centre);
  const { parties, byId } = around;
  const contact = around.own ?? (parties.length === 1 ? (parties[0] ?? null) : null);
  const charges = chargesView(bill, byId);
  const optional = charges.filter((charge) => charge.optional);
  const axis = monthAxis(bill);
  const meters = metersView(bill, byId, axis);
  const metersWithHistory = meters.filter((meter) => meter.history !== null);
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
    account: accountView(bill.account),
    centre: around.own,
    contact,
    parties,
    suppliers: around.suppliers,
    severalSuppliers: bill.suppliers.length > 1,
    beneficiaries: around.beneficiaries,
    obligatory: optional.length === 0 ? charges : charges.filter((charge) => !charge.optional),
    optional,
    hasOverpayment: charges.some((charge) => charge.overpaid),
    totalDue: bill.totalDue,
    optionalDue: bill.optionalDue ?? optional.reduce((sum, { due }) => sum + Math.max(0, due), 0),
    meters,
    longestSerial: meters.reduce((longest, { serial }) => Math.max(longest, serial.length), 0),
    months: axis.numbers,
    hasHistory: metersWithHistory.length > 0,
    metersWithHistory,
    windows: around.windows,
    houseMeters: houseMetersView(bill, byId),
    tariffTables: tariffTablesView(bill, byId),
    hasReadings: charges.some(({ readings }) => readings.length > 0),
    payment: { method: bill.payment?.method ?? null, purpose: bill.payment?.purpose ?? null },
    debited: isDebited(bill),
    codes,
    notices: noticesView(bill, { suppliers: byId, contact, standing }),
  };
  return { bill, view, failures };
}

function accountView(account: Bill['account']): BillView['account'] {
  return {
    number: account.number,
    payer: account.payer,
    address: account.address,
    premises: account.premises,
    residents: account.residents ?? null,
    area: account.area ?? null,
    heatedArea: account.heatedArea ?? null,
    contract: account.contract ?? null,
  };
}
