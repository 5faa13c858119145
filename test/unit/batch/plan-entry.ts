// Entries of batches for tests of planning: short to write, invented.

import type { PlanEntry } from '../../../src/batch/plan-entry.ts';
import { type PlanOptions, planOptionsSchema } from '../../../src/batch/plan-options.ts';

export interface Place {
  readonly postcode?: string;
  readonly route?: string;
  readonly street?: string;
  readonly house?: string;
  readonly entrance?: string;
  readonly flat?: string;
  readonly copies?: number;
}

/** The account of a bill that gets its line for one. */
const unnamed = '';

/** A bill at this place; its account is its line unless something else is said. */
export function at(place: Place, more: Partial<PlanEntry> = {}): PlanEntry {
  const { postcode = '050000', route = '1', street = 'Үлгі', house = '1', ...rest } = place;
  return { ...plain(more), delivery: { postcode, route, street, house, ...rest } };
}

/** A bill without delivery. */
export function plain(more: Partial<PlanEntry> = {}): PlanEntry {
  const risk = { lines: 1, longestName: 1, lowestDue: 0 };
  return { line: 1, account: unnamed, amount: 100, layout: 'town@1', bytes: 1000, risk, ...more };
}

export function numbered(entries: readonly PlanEntry[]): readonly PlanEntry[] {
  return entries.map(({ account, ...entry }, index) => {
    const line = index + 1;
    return { ...entry, line, account: account === unnamed ? String(line) : account };
  });
}

export function options(given: Record<string, unknown> = {}): PlanOptions {
  return planOptionsSchema.parse(given);
}
