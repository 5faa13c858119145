// The names inside a bill: ids are given once, and every reference names something that is there.

import type { Findings } from './findings.ts';
import { isPersonNumber } from './identifier.ts';
import type { Readable } from './readable.ts';

export function checkReferences(bill: Readable, findings: Findings): void {
  const { suppliers, charges, meters, consumptionHistory } = bill;
  checkUnique(suppliers, 'id', '/suppliers', findings);
  checkUnique(meters, 'id', '/meters', findings);
  checkUnique(consumptionHistory, 'meter', '/consumptionHistory', findings);

  const toSupplier = new Target('supplier', namesOf(suppliers), findings);
  for (const key of ['charges', 'meters', 'houseMeters', 'tariffs', 'notices'] as const) {
    bill[key]?.forEach((entry, i) => {
      toSupplier.check(entry?.supplier, `/${key}/${i}/supplier`);
    });
  }

  const toMeter = new Target('meter', namesOf(meters), findings);
  consumptionHistory?.forEach((history, i) => {
    toMeter.check(history?.meter, `/consumptionHistory/${i}/meter`);
  });
  charges?.forEach((charge, i) => {
    charge?.meters?.forEach((meter, j) => {
      toMeter.check(meter, `/charges/${i}/meters/${j}`);
    });
    // Several charges may share a meter, as water and sewerage do; one charge counts it once.
    checkOnce(charge?.meters, `/charges/${i}/meters`, findings);
  });

  suppliers?.forEach((supplier, i) => {
    if (supplier?.bin === undefined || !isPersonNumber(supplier.bin)) return;
    const message = 'The number is a personal one (IIN), not a BIN; it would be printed.';
    findings.warn('PERSON_NUMBER_SHOWN', `/suppliers/${i}/bin`, message);
  });
}

/** What references may name; undefined when the list or one of its ids cannot be read. */
class Target {
  private readonly kind: string;
  private readonly names: ReadonlySet<string> | undefined;
  private readonly findings: Findings;

  constructor(kind: string, names: ReadonlySet<string> | undefined, findings: Findings) {
    this.kind = kind;
    this.names = names;
    this.findings = findings;
  }

  check(name: string | undefined, pointer: string): void {
    if (name === undefined || this.names === undefined || this.names.has(name)) return;
    this.findings.contradict(pointer, `The bill has no ${this.kind} with this id.`);
  }
}

function namesOf(
  entries: readonly ({ readonly id?: string | undefined } | undefined)[] | undefined,
): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const entry of entries ?? []) {
    if (entry?.id === undefined) return undefined;
    names.add(entry.id);
  }
  return entries && names;
}

function checkUnique<Key extends string>(
  entries: readonly ({ readonly [key in Key]?: string | undefined } | undefined)[] | undefined,
  key: Key,
  pointer: string,
  findings: Findings,
): void {
  const seen = new Set<string>();
  entries?.forEach((entry, i) => {
    const name = entry?.[key];
    if (name === undefined) return;
    if (seen.has(name)) {
      findings.contradict(`${pointer}/${i}/${key}`, `Another entry has the same ${key}.`);
    }
    seen.add(name);
  });
}

function checkOnce(
  names: readonly (string | undefined)[] | undefined,
  pointer: string,
  findings: Findings,
): void {
  names?.forEach((name, i) => {
    if (name === undefined || names.indexOf(name) === i) return;
    findings.contradict(`${pointer}/${i}`, 'The charge names the same meter twice.');
  });
}
