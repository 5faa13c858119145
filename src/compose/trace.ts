// A view whose values know where the bill has them, for traced pages. It is a copy: views of many
// bills share objects, and one object may come from several places.

import type { Bill } from '../bill/schema.ts';
import type { Trace } from '../layout/vocabulary.ts';
import { type Source, sourceOf } from './trace-source.ts';
import type { BillView } from './view.ts';

export function traceView(bill: Bill, view: BillView): { readonly view: object; trace: Trace } {
  const sources = new WeakMap<object, Source>();
  const names = new WeakMap<object, Map<string, readonly string[]>>();
  const trace: Trace = {
    place: {},
    fieldsOf(holder, name) {
      if (typeof holder !== 'object' || holder === null) return [];
      if (name === undefined) return sources.get(holder)?.self ?? [];
      // One cast: whatever a template names is looked for by its name.
      const value = (holder as Record<string, unknown>)[name];
      const own = typeof value === 'object' && value !== null ? sources.get(value) : undefined;
      return own?.self ?? names.get(holder)?.get(name) ?? sources.get(holder)?.of(name) ?? [];
    },
    name(holder, name, fields) {
      const known = names.get(holder) ?? new Map<string, readonly string[]>();
      names.set(holder, known.set(name, fields));
    },
    lay(laid, all) {
      const known = all.flatMap((one) => [...(names.get(one) ?? [])]);
      names.set(laid, new Map(known));
    },
  };
  return { view: copy(view, sourceOf(bill, view), sources), trace };
}

function copy(node: object, source: Source, sources: WeakMap<object, Source>): object {
  const inner = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null
      ? copy(value, source.into(key, value), sources)
      : value;
  const made = Array.isArray(node)
    ? node.map((value, index) => inner(value, String(index)))
    : Object.fromEntries(Object.entries(node).map(([key, value]) => [key, inner(value, key)]));
  sources.set(made, source);
  return made;
}
