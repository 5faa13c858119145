// The names inside a bill: ids are given once, and every reference names something that is there.

import type { Findings } from './findings.ts';
import { isPersonNumber } from './identifier.ts';
import type { Readable } from './readable.ts';

export function checkReferences(bill: Readable, findings: Findings): void {
  const { suppliers, charges, meters, consumptionHistory } = bill;
  const supplierIds = idsOf(suppliers, '/suppliers', findings);
  const meterIds = idsOf(meters, '/meters', findings);
  checkUniqueMeters(consumptionHistory, findings);

  for (const key of namingSupplier) {
    bill[key]?.forEach((entry, i) => {
      if (isKnown(entry?.supplier, supplierIds)) return;
      findings.contradict(`/${key}/${i}/supplier`, 'The bill has no supplier with this id.');
    });
  }
  consumptionHistory?.forEach((history, i) => {
    if (isKnown(history?.meter, meterIds)) return;
    findings.contradict(`/consumptionHistory/${i}/meter`, noMeter);
  });
  charges?.forEach((charge, i) => {
    if (charge?.meters === undefined || charge.meters.length === 0) return;
    checkMetersOf(charge.meters, meterIds, i, findings);
  });

  suppliers?.forEach((supplier, i) => {
    if (supplier?.bin === undefined || !isPersonNumber(supplier.bin)) return;
    const message = 'The number is a personal one (IIN), not a BIN; it would be printed.';
    findings.warn('PERSON_NUMBER_SHOWN', `/suppliers/${i}/bin`, message);
  });
}

const namingSupplier = ['charges', 'meters', 'houseMeters', 'tariffs', 'notices'] as const;
const noMeter = 'The bill has no meter with this id.';

/** What references may name; undefined when the list or one of its ids cannot be read. */
type Ids = ReadonlySet<string> | undefined;

function isKnown(name: string | undefined, ids: Ids): boolean {
  return name === undefined || ids === undefined || ids.has(name);
}

/** The ids of a list, each of which must be given once. */
function idsOf(
  entries: readonly ({ readonly id?: string | undefined } | undefined)[] | undefined,
  place: string,
  findings: Findings,
): Ids {
  if (entries === undefined) return undefined;
  const ids = new Set<string>();
  let isWhole = true;
  entries.forEach((entry, i) => {
    if (entry?.id === undefined) isWhole = false;
    else if (ids.has(entry.id))
      findings.contradict(`${place}/${i}/id`, 'Another entry has the same id.');
    else ids.add(entry.id);
  });
  return isWhole ? ids : undefined;
}

function checkUniqueMeters(histories: Readable['consumptionHistory'], findings: Findings): void {
  const seen = new Set<string>();
  histories?.forEach((history, i) => {
    if (history?.meter === undefined) return;
    if (!seen.has(history.meter)) seen.add(history.meter);
    else findings.contradict(`/consumptionHistory/${i}/meter`, 'Another entry has the same meter.');
  });
}

/** Several charges may share a meter, as water and sewerage do; one charge counts it once. */
function checkMetersOf(
  names: readonly (string | undefined)[],
  ids: Ids,
  i: number,
  findings: Findings,
): void {
  names.forEach((name, j) => {
    if (!isKnown(name, ids)) findings.contradict(`/charges/${i}/meters/${j}`, noMeter);
  });
  names.forEach((name, j) => {
    if (name === undefined || names.indexOf(name) === j) return;
    findings.contradict(`/charges/${i}/meters/${j}`, 'The charge names the same meter twice.');
  });
}
