// The entries of a batch as columns of numbers, so that a million of them take some tens of
// megabytes. It sorts nothing.

import type { Money } from '../bill/money.ts';
import { AccountRegister } from './plan-account.ts';
import { Dictionary } from './plan-dictionary.ts';
import type { PlanEntry } from './plan-entry.ts';
import { Growing } from './plan-growing.ts';
import { Keys } from './plan-keys.ts';
import { naturalKey, partKey } from './plan-natural.ts';
import type { PlanOptions } from './plan-options.ts';
import { RiskRegister } from './plan-risk.ts';

export type AddressPart = 'postcode' | 'route' | 'street' | 'house' | 'entrance' | 'flat';

/** One text a bill, as numbers: `ids` by entry, `texts` by id. */
export interface TextColumn {
  readonly ids: Uint32Array;
  readonly texts: Dictionary;
}

/** All columns are by index of the entry. */
export interface Columns {
  readonly count: number;
  readonly total: Money;
  readonly withoutDelivery: number;
  readonly lines: Uint32Array;
  readonly amounts: Float64Array;
  readonly bytes: Float64Array;
  readonly copies: Uint8Array;
  readonly address: Readonly<Record<AddressPart, TextColumn>>;
  /** Natural keys, where the order is by account: hardly two bills share one. */
  readonly accounts: Keys | undefined;
  readonly risks: RiskRegister;
  readonly repeated: AccountRegister;
  isDelivered(entry: number): boolean;
}

/** What an absent part of an address is: nothing, which stands before everything. */
const absent = '';
/** Stands after every postcode, so a bill without delivery comes last. */
const nowhere = '\uffff';

export function readEntries(entries: Iterable<PlanEntry>, options: PlanOptions): Columns {
  const lines = new Growing((size) => new Uint32Array(size));
  const amounts = new Growing((size) => new Float64Array(size));
  const bytes = new Growing((size) => new Float64Array(size));
  const copies = new Growing((size) => new Uint8Array(size));
  const address = new AddressReader();
  const accounts = options.sort === 'account' ? new Keys() : undefined;
  const risks = new RiskRegister();
  const repeated = new AccountRegister();
  let total = 0;
  let withoutDelivery = 0;
  let index = 0;
  for (const entry of entries) {
    lines.push(entry.line);
    amounts.push(entry.amount);
    bytes.push(entry.bytes);
    copies.push(entry.delivery?.copies ?? 1);
    address.push(entry.delivery);
    accounts?.push(naturalKey(entry.account));
    risks.note(index, entry);
    repeated.note(entry);
    total += entry.amount;
    if (entry.delivery === undefined) withoutDelivery += 1;
    index += 1;
  }
  const columns = address.finish();
  const { ids, texts } = columns.postcode;
  return {
    count: index,
    total,
    withoutDelivery,
    lines: lines.finish(),
    amounts: amounts.finish(),
    bytes: bytes.finish(),
    copies: copies.finish(),
    address: columns,
    accounts,
    risks,
    repeated,
    isDelivered: (entry) => texts.text(ids[entry] ?? 0) !== nowhere,
  };
}

class TextReader {
  private readonly ids = new Growing((size) => new Uint32Array(size));
  private readonly texts: Dictionary;

  constructor(key: (text: string) => string) {
    this.texts = new Dictionary(key);
  }

  push(text: string): void {
    this.ids.push(this.texts.id(text));
  }

  finish(): TextColumn {
    return { ids: this.ids.finish(), texts: this.texts };
  }
}

class AddressReader {
  private readonly readers = {
    postcode: new TextReader(naturalKey),
    route: new TextReader(naturalKey),
    street: new TextReader(naturalKey),
    house: new TextReader(partKey),
    entrance: new TextReader(partKey),
    flat: new TextReader(partKey),
  };

  push(delivery: PlanEntry['delivery']): void {
    const { postcode, ...finer } = this.readers;
    postcode.push(delivery === undefined ? nowhere : delivery.postcode);
    finer.route.push(delivery?.route ?? absent);
    finer.street.push(delivery?.street ?? absent);
    finer.house.push(delivery?.house ?? absent);
    finer.entrance.push(delivery?.entrance ?? absent);
    finer.flat.push(delivery?.flat ?? absent);
  }

  finish(): Record<AddressPart, TextColumn> {
    const { postcode, route, street, house, entrance, flat } = this.readers;
    return {
      postcode: postcode.finish(),
      route: route.finish(),
      street: street.finish(),
      house: house.finish(),
      entrance: entrance.finish(),
      flat: flat.finish(),
    };
  }
}
