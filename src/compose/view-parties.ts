// Who stands in the strip on top, and which digit each of them is called by further down.

import type { Phrase } from '../bill/phrase.ts';
import type { Bill } from '../bill/schema.ts';
import type { SettlementCentre, Supplier } from '../bill/schema-party.ts';
import { type OrNull, orNull } from './view-null.ts';

/** A supplier or the settlement centre; `key` is its number in the strip. */
export interface Party {
  readonly key: number;
  readonly id: string | null;
  readonly name: Phrase;
  readonly logo: string | null;
  readonly phones: readonly string[];
  readonly phone: string | null;
  readonly site: string | null;
  readonly email: string | null;
  readonly address: Phrase | null;
  readonly bin: string | null;
  readonly bank: Phrase | null;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly kbe: string | null;
  readonly knp: string | null;
  readonly readingWindow: Supplier['readingWindow'] | null;
}

export interface Parties {
  readonly parties: readonly Party[];
  /** By the id that charges, meters and notices use. */
  readonly suppliers: ReadonlyMap<string, Party>;
  readonly own: Party | null;
}

export function partiesView(bill: Bill, centre: SettlementCentre | undefined): Parties {
  const own = centre === undefined ? null : partyOf(centre, 1);
  const first = own === null ? 1 : 2;
  const suppliers = new Map(
    bill.suppliers.map((supplier, index) => [supplier.id, partyOf(supplier, first + index)]),
  );
  const parties = own === null ? [...suppliers.values()] : [own, ...suppliers.values()];
  return { parties, suppliers, own };
}

function partyOf(source: Supplier | SettlementCentre, key: number): Party {
  const bank: Partial<Supplier> = 'id' in source ? source : {};
  return {
    key,
    id: bank.id ?? null,
    name: source.name,
    logo: source.logo ?? null,
    phones: source.phones,
    phone: source.phones[0] ?? null,
    site: source.site ?? null,
    email: source.email ?? null,
    address: source.address ?? null,
    bin: bank.bin ?? null,
    bank: bank.bank ?? null,
    iban: bank.iban ?? null,
    bic: bank.bic ?? null,
    kbe: bank.kbe ?? null,
    knp: bank.knp ?? null,
    readingWindow: bank.readingWindow ?? null,
  };
}

type Channel = NonNullable<Supplier['readingWindow']>['channels'][number];

/** When and how a supplier takes readings; `contacts` is all channels on one line. */
export interface WindowView {
  readonly supplier: Party;
  readonly fromDay: number;
  readonly toDay: number;
  readonly channels: readonly OrNull<Channel, 'hours' | 'url'>[];
  readonly contacts: string;
}

export function windowsView(suppliers: ReadonlyMap<string, Party>): readonly WindowView[] {
  return [...suppliers.values()].flatMap((supplier) => {
    const { readingWindow } = supplier;
    if (readingWindow === null || readingWindow === undefined) return [];
    const { fromDay, toDay, channels } = readingWindow;
    return [
      {
        supplier,
        fromDay,
        toDay,
        channels: channels.map((channel) => orNull(channel, ['hours', 'url'])),
        contacts: channels.map(contactOf).join(', '),
      },
    ];
  });
}

function contactOf({ value, hours }: Channel): string {
  return hours === undefined ? value : `${value} (${hours})`;
}
