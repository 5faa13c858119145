// Which bills of a batch are the likeliest to print wrong: extremes of every layout, found while
// the entries pass by. It keeps a handful of indices, whatever the size of the batch.

import type { PlanEntry } from './plan-entry.ts';

/** `rung` is one for each rung of the ladder that a bill needed. */
export type RiskKind =
  | 'most-lines'
  | 'rung'
  | 'longest-name'
  | 'largest-sum'
  | 'overpayment'
  | 'zero-sum';

/** What of a layout must be seen first: the later ones go without where a proof run is short. */
const riskKinds: readonly RiskKind[] = [
  'most-lines',
  'rung',
  'longest-name',
  'largest-sum',
  'overpayment',
  'zero-sum',
];

export interface Risk {
  readonly kind: RiskKind;
  readonly layout: string;
  readonly rung?: string;
  /** Index of the entry that shows it best. */
  readonly entry: number;
}

interface Candidate extends Risk {
  readonly value: number;
}

export class RiskRegister {
  private readonly candidates = new Map<string, Candidate>();

  note(entry: number, { layout, amount, risk }: PlanEntry): void {
    const { lines, longestName, lowestDue, rung } = risk;
    this.offer({ kind: 'most-lines', layout, entry, value: lines });
    this.offer({ kind: 'longest-name', layout, entry, value: longestName });
    if (amount > 0) this.offer({ kind: 'largest-sum', layout, entry, value: amount });
    else this.offer({ kind: 'zero-sum', layout, entry, value: lines });
    if (lowestDue < 0) this.offer({ kind: 'overpayment', layout, entry, value: -lowestDue });
    if (rung !== undefined) this.offer({ kind: 'rung', layout, rung, entry, value: lines });
  }

  /** By kind, then by layout and rung: so a short proof run shows a little of everything. */
  list(): readonly Risk[] {
    const place = ({ kind, layout, rung = '' }: Risk) =>
      `${riskKinds.indexOf(kind)} ${layout} ${rung}`;
    return [...this.candidates.values()]
      .toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
      .map(({ value: _, ...risk }) => risk);
  }

  /** The first of equals stays, so the order of the entries alone decides. */
  private offer(candidate: Candidate): void {
    const key = `${candidate.kind} ${candidate.layout} ${candidate.rung ?? ''}`;
    const best = this.candidates.get(key);
    if (best === undefined || candidate.value > best.value) this.candidates.set(key, candidate);
  }
}
