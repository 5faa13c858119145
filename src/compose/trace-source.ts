// Which part of the bill each part of a view comes from. Views are the bill's own words in another
// order, so most names are the bill's; what is not is written out here.

import type { Bill } from '../bill/schema.ts';
import type { BillView } from './view.ts';
import type { ChargeView } from './view-charges.ts';

export interface Source {
  /** Pointers of the node itself; none for what no field of the bill says. */
  readonly self: readonly string[];
  /** Pointers of a value in it that is no node. */
  of(key: string): readonly string[];
  /** The source of a node in it. */
  into(key: string, node: object): Source;
}

const nowhere: Source = { self: [], of: () => [], into: () => nowhere };

export function sourceOf(bill: Bill, view: BillView): Source {
  const at = pointerSources(bill);
  const charges = chargePointers(bill, view);
  const top = at('');
  const lists: Readonly<Record<string, (entry: object) => Source>> = {
    obligatory: (entry) => at(charges.get(entry)),
    optional: (entry) => at(charges.get(entry)),
    parties: (entry) => at(partyPointer(bill, entry)),
    suppliers: (entry) => at(partyPointer(bill, entry)),
    beneficiaries: (entry) => at(partyPointer(bill, entry)),
    meters: (entry) => at(meterPointer(bill, entry)),
    metersWithHistory: (entry) => at(meterPointer(bill, entry)),
    windows: (entry) => at(windowPointer(bill, entry)),
    notices: (entry) => at(ownPointer(entry)),
    codes: (entry) => at(ownPointer(entry)),
  };
  return {
    self: [],
    of: top.of,
    into(key, node) {
      const entryOf = lists[key];
      if (entryOf !== undefined) return { ...nowhere, into: (_, entry) => entryOf(entry) };
      if (key === 'centre' || key === 'contact') return at(partyPointer(bill, node));
      return key === 'months' ? nowhere : top.into(key, node);
    },
  };
}

type At = (pointer: string | undefined) => Source;

/** Names of a view that the bill has under another name, relative to what they stand in. */
const otherNames: Readonly<Record<string, string>> = {
  phone: 'phones/0',
  otherPeriod: 'period',
  payload: '',
  readable: '',
  key: '',
};

function pointerSources(bill: Bill): At {
  const at: At = (pointer) => {
    if (pointer === undefined) return nowhere;
    const self = pointer === '' ? [] : [pointer];
    return {
      self,
      // What was worked out from a part of the bill comes from that part.
      of(key) {
        const there = found(bill, below(pointer, otherNames[key] ?? key));
        return there.length > 0 ? there : self;
      },
      into: (key, node) =>
        ofSeveral(key, bill, pointer) ?? at(elsewhere(key, node, { bill, pointer })),
    };
  };
  return at;

  function ofSeveral(key: string, of: Bill, pointer: string): Source | undefined {
    const meters = chargeMeters(of, pointer);
    if (key === 'readings') return { ...nowhere, into: (index) => at(meters[Number(index)]) };
    if (meters.length === 0 || (key !== 'previous' && key !== 'current')) return undefined;
    return listOf(meters.flatMap((meter) => found(of, `${meter}/${key}/value`)));
  }
}

/** The pointer of a node that the view has below another one than the bill. */
function elsewhere(
  key: string,
  node: object,
  { bill, pointer }: { readonly bill: Bill; readonly pointer: string },
): string | undefined {
  switch (key) {
    case 'supplier':
    case 'opens':
      return partyPointer(bill, node);
    case 'history':
      return historyPointer(bill, pointer);
    case 'lastReading':
      return exists(bill, `${pointer}/current`) ?? `${pointer}/previous`;
    case 'tariffTables':
      return exists(bill, '/tariffs');
    default:
      return exists(bill, below(pointer, key)) ?? pointer;
  }
}

/** Values of several places, one for each entry. */
function listOf(pointers: readonly string[]): Source {
  return {
    self: pointers,
    of: (key) => pointers.slice(Number(key), Number(key) + 1),
    into: () => nowhere,
  };
}

function below(pointer: string, key: string): string {
  return key === '' ? pointer : `${pointer}/${key}`;
}

function found(bill: Bill, pointer: string): readonly string[] {
  const there = exists(bill, pointer);
  return there === undefined || there === '' ? [] : [there];
}

/** The pointer, if the bill has a value there. */
function exists(bill: Bill, pointer: string): string | undefined {
  let value: unknown = bill;
  for (const step of pointer.split('/').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step))
      return undefined;
    // The step was just found; TypeScript has no type for an object known by one key.
    value = (value as Record<string, unknown>)[step];
  }
  return value === undefined || value === null ? undefined : pointer;
}

/** Views keep the order of charges within obligatory and optional ones. */
function chargePointers(bill: Bill, view: BillView): ReadonlyMap<object, string> {
  const waiting = { true: [...view.optional], false: [...view.obligatory] };
  const pointers = new Map<object, string>();
  for (const [index, { optional }] of bill.charges.entries()) {
    const charge: ChargeView | undefined = waiting[optional ? 'true' : 'false'].shift();
    if (charge !== undefined) pointers.set(charge, `/charges/${index}`);
  }
  return pointers;
}

function chargeMeters(bill: Bill, pointer: string): readonly string[] {
  const index = /^\/charges\/(\d+)$/.exec(pointer)?.[1];
  const charge = index === undefined ? undefined : bill.charges[Number(index)];
  const ids = charge?.meters ?? [];
  return ids.map((id) => `/meters/${bill.meters.findIndex((meter) => meter.id === id)}`);
}

function historyPointer(bill: Bill, meterPointer: string): string | undefined {
  const meter = bill.meters[Number(meterPointer.split('/')[2])];
  const index = bill.consumptionHistory.findLastIndex((one) => one.meter === meter?.id);
  return index === -1 ? undefined : `/consumptionHistory/${index}`;
}

function partyPointer(bill: Bill, node: object): string | undefined {
  const id = textAt(node, 'id');
  if (id === undefined)
    return bill.settlementCentre === undefined ? undefined : '/settlementCentre';
  const index = bill.suppliers.findIndex((supplier) => supplier.id === id);
  return index === -1 ? undefined : `/suppliers/${index}`;
}

function meterPointer(bill: Bill, node: object): string | undefined {
  const index = bill.meters.findIndex(({ id }) => id === textAt(node, 'id'));
  return index === -1 ? undefined : `/meters/${index}`;
}

function windowPointer(bill: Bill, node: object): string | undefined {
  const supplier = 'supplier' in node ? node.supplier : undefined;
  if (typeof supplier !== 'object' || supplier === null) return undefined;
  const party = partyPointer(bill, supplier);
  return party === undefined ? undefined : `${party}/readingWindow`;
}

/** Of a standing notice, which the layout says, it is none of the bill. */
function ownPointer(node: object): string | undefined {
  const pointer = textAt(node, 'pointer');
  return pointer?.startsWith('/') === true ? pointer : undefined;
}

function textAt(node: object, key: string): string | undefined {
  const value = new Map<string, unknown>(Object.entries(node)).get(key);
  return typeof value === 'string' ? value : undefined;
}
