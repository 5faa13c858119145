// Which layout a bill gets: by id, by pinned revision, else by its billing period. Pure look-ups.

import { type Fault, failure, type Outcome, success } from '../fault.ts';
import { nearestOf } from './nearest.ts';
import type { LayoutPackage } from './package.ts';

export interface Catalogue {
  /** In the order of ids, then of revisions. */
  readonly layouts: readonly LayoutPackage[];
}

export function createCatalogue(layouts: readonly LayoutPackage[]): Outcome<Catalogue> {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  for (const { reference } of layouts) {
    if (seen.has(reference)) {
      const message = `Two folders hold ${reference}: give one of them another revision.`;
      faults.push({ code: 'LAYOUT_BROKEN', message, source: reference });
    }
    seen.add(reference);
  }
  const sorted = layouts.toSorted(byReference);
  return faults.length > 0 ? failure(faults) : success({ layouts: sorted });
}

function byReference(a: LayoutPackage, b: LayoutPackage): number {
  if (a.file.id !== b.file.id) return a.file.id < b.file.id ? -1 : 1;
  return a.file.revision - b.file.revision;
}

/**
 * `wanted` is `id` or `id@revision`; `period` is `YYYY-MM`. Without a revision the highest one
 * valid in the period is taken, so that a reprint of an old bill takes its old form.
 */
export function findLayout(
  catalogue: Catalogue,
  wanted: string,
  period?: string,
): Outcome<LayoutPackage> {
  const isPinned = wanted.includes('@');
  // In the order of revisions.
  const found = catalogue.layouts.findLast(({ file, reference }) =>
    isPinned ? reference === wanted : file.id === wanted && isValid(file.valid, period),
  );
  if (found !== undefined) return success(found);
  const [id = '', revision] = wanted.split('@');
  const named = catalogue.layouts.filter(({ file }) => file.id === id);
  return failure([unknown(catalogue, { id, revision, period, named })]);
}

function isValid(valid: { from: string; to?: string | undefined }, period?: string): boolean {
  if (period === undefined) return true;
  return valid.from <= period && (valid.to === undefined || period <= valid.to);
}

function unknown(
  catalogue: Catalogue,
  asked: {
    readonly id: string;
    readonly revision: string | undefined;
    readonly period: string | undefined;
    readonly named: readonly LayoutPackage[];
  },
): Fault {
  const { named } = asked;
  const base = { code: 'LAYOUT_UNKNOWN', pointer: '/layout' } as const;
  if (named.length === 0) {
    const nearest = nearestOf(
      catalogue.layouts.map(({ file }) => file.id),
      asked.id,
    );
    const message = `There is no such layout. The nearest are: ${nearest.join(', ')}.`;
    return { ...base, message, details: { nearest } };
  }
  const nearest = named.map(({ reference }) => reference);
  const message =
    asked.revision === undefined
      ? `No revision of this layout is valid in ${asked.period}; pin one of: ${nearest.join(', ')}.`
      : `This layout has no such revision. It has: ${nearest.join(', ')}.`;
  return { ...base, message, details: { nearest } };
}
