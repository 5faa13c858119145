// The layouts of a catalogue as callers choose them: ids, titles, languages, periods.

import type { Catalogue } from '../layout/catalogue.ts';
import type { LayoutPackage } from '../layout/package.ts';
import type { LayoutSummary } from '../worker/protocol.ts';

export function summariesOf(catalogue: Catalogue): readonly LayoutSummary[] {
  return catalogue.layouts.map(summaryOf);
}

function summaryOf({ file, digest }: LayoutPackage): LayoutSummary {
  const { id, revision, languages, valid } = file;
  const { kk, ru, en } = file.title;
  return {
    id,
    revision,
    title: { kk, ru, ...(en !== undefined && { en }) },
    languages,
    digest,
    validFrom: valid.from,
    ...(valid.to !== undefined && { validTo: valid.to }),
  };
}
