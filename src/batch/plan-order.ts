// The order of the entries, stable. Addresses are ranked first, so that sorting compares no texts;
// accounts hardly repeat and are compared.

import type { Columns, TextColumn } from './plan-columns.ts';
import type { Keys } from './plan-keys.ts';
import type { SortOrder } from './plan-options.ts';

/** Indices of the entries in the order of printing. */
export function orderOf(columns: Columns, sort: SortOrder): Uint32Array {
  const asSent = Uint32Array.from({ length: columns.count }, (_, index) => index);
  const { accounts } = columns;
  if (accounts !== undefined) return byAccount(asSent, accounts);
  let order: Uint32Array = asSent;
  // From the finest key to the coarsest: each pass keeps what the passes before have ordered.
  for (const column of keysOf(columns, sort).toReversed()) order = pass(order, column);
  return order;
}

function byAccount(order: Uint32Array, keys: Keys): Uint32Array {
  return order.sort((a, b) => keys.compare(a, b) || a - b);
}

function keysOf({ address }: Columns, sort: SortOrder): readonly TextColumn[] {
  const { postcode, route, street, house, entrance, flat } = address;
  if (sort === 'address') return [postcode, street, house, entrance, flat];
  return sort === 'route' ? [postcode, route, street, house, entrance, flat] : [];
}

/** Counting sort by the rank of the text. */
function pass(order: Uint32Array, { ids, texts }: TextColumn): Uint32Array {
  const ranks = texts.ranks();
  const starts = new Uint32Array(texts.size + 1);
  for (const id of ids) starts[(ranks[id] ?? 0) + 1] = (starts[(ranks[id] ?? 0) + 1] ?? 0) + 1;
  for (let rank = 1; rank < starts.length; rank += 1) {
    starts[rank] = (starts[rank] ?? 0) + (starts[rank - 1] ?? 0);
  }
  const sorted = new Uint32Array(order.length);
  for (const index of order) {
    const rank = ranks[ids[index] ?? 0] ?? 0;
    const at = starts[rank] ?? 0;
    sorted[at] = index;
    starts[rank] = at + 1;
  }
  return sorted;
}
