// Who stands in the strip on top, and which digit each of them is called by further down.

import type { Phrase } from '../bill/phrase.ts';
import type { Bill } from '../bill/schema.ts';
import type { SettlementCentre, Supplier } from '../bill/schema-party.ts';
import { Memo } from '../layout/memo.ts';
import { saysSame } from './same.ts';
import type { OrNull } from './view-null.ts';

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
  readonly byId: ReadonlyMap<string, Party>;
  readonly suppliers: readonly Party[];
  /** Suppliers whose bank account is given. */
  readonly beneficiaries: readonly Party[];
  readonly windows: readonly WindowView[];
  readonly own: Party | null;
}

/** What a bill says of its parties, and what was made of it. */
interface Known {
  readonly suppliers: Bill['suppliers'];
  readonly centre: SettlementCentre | undefined;
  readonly view: Parties;
}

const known = new Memo<string, Known>(128);

/** A whole town has the same parties: bills that name the same ones get the same objects. */
export function partiesView({ suppliers }: Bill, centre: SettlementCentre | undefined): Parties {
  let key = '';
  for (const { id, name } of suppliers) key += `${id} ${name.kk}\n`;
  const before = known.get(key);
  const isSame =
    before !== undefined &&
    saysSame(before.suppliers, suppliers) &&
    saysSame(before.centre, centre);
  if (isSame) return before.view;
  const view = makeParties(suppliers, centre);
  known.set(key, { suppliers, centre, view });
  return view;
}

function makeParties(given: Bill['suppliers'], centre: SettlementCentre | undefined): Parties {
  const own = centre === undefined ? null : sameParty(partyOf(centre, 1));
  const first = own === null ? 1 : 2;
  const suppliers = given.map((supplier, index) => sameParty(partyOf(supplier, first + index)));
  return {
    parties: own === null ? suppliers : [own, ...suppliers],
    byId: new Map(suppliers.map((supplier) => [supplier.id ?? '', supplier])),
    suppliers,
    beneficiaries: suppliers.filter(({ iban }) => iban !== null),
    windows: windowsView(suppliers),
    own,
  };
}

const knownParties = new Memo<string, Party>(512);

/** Houses differ in one supplier: the others are the same objects for all of them. */
function sameParty(party: Party): Party {
  const key = `${party.key} ${party.id} ${party.name.kk}`;
  const before = knownParties.get(key);
  if (before !== undefined && saysSame(before, party)) return before;
  knownParties.set(key, party);
  return party;
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

function windowsView(suppliers: readonly Party[]): readonly WindowView[] {
  return suppliers.flatMap((supplier) => {
    const { readingWindow } = supplier;
    if (readingWindow === null || readingWindow === undefined) return [];
    const { fromDay, toDay, channels } = readingWindow;
    return [
      {
        supplier,
        fromDay,
        toDay,
        channels: channels.map(({ kind, value, hours, url }) => {
          return { kind, value, hours: hours ?? null, url: url ?? null };
        }),
        contacts: channels.map(contactOf).join(', '),
      },
    ];
  });
}

function contactOf({ value, hours }: Channel): string {
  return hours === undefined ? value : `${value} (${hours})`;
}
