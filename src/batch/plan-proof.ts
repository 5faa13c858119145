// The bills of the proof run: those that risk most, then some of the rest, evenly. It renders none.

import type { Warning } from '../fault.ts';
import type { Columns } from './plan-columns.ts';
import type { Risk } from './plan-risk.ts';
import type { Sheets } from './plan-sheet.ts';

/** A bill of the proof run; `risks` is empty if it is there to stand for the rest. */
export interface ProofPick {
  readonly sequence: number;
  readonly entry: number;
  readonly line: number;
  readonly risks: readonly Risk[];
}

export interface ProofRun {
  /** In the order of printing. */
  readonly picks: readonly ProofPick[];
  /** What the run was too short to show. */
  readonly leftOut: readonly Risk[];
  readonly warnings: readonly Warning[];
}

/** `size` is the number of bills; 0 is no proof run. */
export function chooseProofs(columns: Columns, sheets: Sheets, size: number): ProofRun {
  if (size === 0) return { picks: [], leftOut: [], warnings: [] };
  const chosen = new Map<number, Risk[]>();
  const leftOut: Risk[] = [];
  for (const risk of columns.risks.list()) {
    const risks = chosen.get(risk.entry);
    if (risks !== undefined) risks.push(risk);
    else if (chosen.size < size) chosen.set(risk.entry, [risk]);
    else leftOut.push(risk);
  }
  fill(chosen, Math.min(size, columns.count), sheets);
  return { picks: picksOf(chosen, columns, sheets), leftOut, warnings: shortfall(leftOut, size) };
}

/** Evenly over the order of printing, from its middle outwards in equal steps. */
function fill(chosen: Map<number, Risk[]>, size: number, { entryOf }: Sheets): void {
  const missing = size - chosen.size;
  for (let step = 0; step < missing; step += 1) {
    let at = Math.floor(((step + 0.5) * entryOf.length) / missing);
    while (chosen.has(entryOf[at] ?? 0)) at = (at + 1) % entryOf.length;
    chosen.set(entryOf[at] ?? 0, []);
  }
}

function picksOf(
  chosen: ReadonlyMap<number, readonly Risk[]>,
  { lines }: Columns,
  { entryOf, copyOf }: Sheets,
): readonly ProofPick[] {
  const picks: ProofPick[] = [];
  entryOf.forEach((entry, at) => {
    const risks = chosen.get(entry);
    if (risks === undefined || copyOf[at] !== 1) return;
    picks.push({ sequence: at + 1, entry, line: lines[entry] ?? 0, risks });
  });
  return picks;
}

function shortfall(leftOut: readonly Risk[], size: number): readonly Warning[] {
  if (leftOut.length === 0) return [];
  const message =
    `A proof run of ${size} bills leaves out ${leftOut.length} risks. ` +
    `${size + leftOut.length} bills show all of them.`;
  return [{ code: 'PROOF_INCOMPLETE', message, details: { leftOut: leftOut.length } }];
}
