// Looks names up for an edition and reports those that resolve to nothing.

import type { Fault } from '../fault.ts';

export interface Names {
  /** layout.json, as faults name it. */
  readonly source: string;
  readonly faults: Fault[];
}

export function pick<T>(
  all: ReadonlyMap<string, T>,
  key: string,
  what: string,
  names: Names,
): T | undefined {
  const found = all.get(key);
  if (found === undefined) {
    names.faults.push(broken(names.source, `it uses ${what} "${key}", which it does not define`));
  }
  return found;
}

export function broken(source: string, reason: string): Fault {
  return { code: 'LAYOUT_BROKEN', message: `${source} is broken: ${reason}.`, source };
}
