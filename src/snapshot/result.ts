// What is told of each bill of a run, for lines, programs and the report alike. It prints nothing.

import type { Comparison, Finding } from './finding.ts';

/** In the order in which they are counted. */
const statuses = ['failed', 'differs', 'new', 'gone', 'same'] as const;

export type Status = (typeof statuses)[number];

export interface CaseResult {
  /** As the files beside it begin, or file and line. */
  readonly name: string;
  readonly status: Status;
  readonly findings: readonly Finding[];
  /** True, but no difference on paper. */
  readonly notes: readonly string[];
  readonly weight: number;
  /** Present for what differs, as PNG files; the page's size in points. */
  readonly pictures?: Pictures;
}

export interface Pictures {
  readonly before: Uint8Array;
  readonly after: Uint8Array;
  readonly overlay: Uint8Array;
  readonly page: { readonly width: number; readonly height: number };
}

/** Of one bill: what was compared, and whether bytes and pixels are the same. */
export interface Evidence {
  readonly name: string;
  readonly comparison: Comparison;
  readonly sameBytes: boolean;
  /** Pixels that differ; undefined where the pictures differ in size. 0 for equal bytes. */
  readonly pixels: number | undefined;
  /** Other bytes are a difference too, though nobody sees them. */
  readonly strict: boolean;
}

/** Pixels are what counts from one version to the next; bytes alone are worth a note. */
export function judge({ name, comparison, sameBytes, pixels, strict }: Evidence): CaseResult {
  const findings = [...comparison.findings];
  const notes = [...comparison.notes];
  const samePicture = pixels === 0;
  if (!samePicture && findings.length === 0) findings.push(plain(drawnOtherwise(pixels)));
  if (!sameBytes && samePicture && findings.length === 0) {
    const sentence = 'the PDF has other bytes; its pixels and its page model are the same';
    if (strict) findings.push(plain(sentence));
    else notes.push(sentence);
  }
  const weight = findings.reduce((sum, finding) => sum + finding.weight, 0);
  return { name, status: findings.length > 0 ? 'differs' : 'same', findings, notes, weight };
}

function drawnOtherwise(pixels: number | undefined): string {
  if (pixels === undefined) return 'the picture has another size';
  const many = `${pixels} ${pixels === 1 ? 'pixel differs' : 'pixels differ'}`;
  return `${many}, though the page model is the same: it is drawn otherwise`;
}

/** A case without a comparison, with the reason. */
export function unjudged(name: string, status: Status, reasons: readonly string[]): CaseResult {
  return { name, status, findings: reasons.map(plain), notes: [], weight: 0 };
}

function plain(sentence: string): Finding {
  return {
    kind: 'page',
    sentence,
    consequences: [],
    fields: [],
    before: [],
    after: [],
    weight: 1,
  };
}

export interface Summary {
  readonly counts: Readonly<Record<Status, number>>;
  /** Sentences that several bills share, the commonest first. */
  readonly shared: readonly { readonly sentence: string; readonly bills: number }[];
}

export function summarise(results: readonly CaseResult[]): Summary {
  const counts = { same: 0, differs: 0, new: 0, gone: 0, failed: 0 };
  const bills = new Map<string, number>();
  for (const { status, findings } of results) {
    counts[status] += 1;
    if (status !== 'differs') continue;
    for (const sentence of new Set(findings.map((finding) => finding.sentence))) {
      bills.set(sentence, (bills.get(sentence) ?? 0) + 1);
    }
  }
  const shared = [...bills]
    .filter(([, number]) => number > 1)
    .toSorted(([, a], [, b]) => b - a)
    .map(([sentence, number]) => ({ sentence, bills: number }));
  return { counts, shared };
}

/** Most changed first; what is the same comes last, in the order it was given. */
export function ranked(results: readonly CaseResult[]): readonly CaseResult[] {
  return results.toSorted((a, b) => rank(b) - rank(a));
}

function rank({ status, weight }: CaseResult): number {
  if (status === 'failed') return Number.MAX_VALUE;
  return status === 'same' ? -1 : weight;
}

/** `3 bills: 1 differs, 2 are the same.` */
export function tally({ counts }: Summary): string {
  const total = Object.values(counts).reduce((sum, number) => sum + number, 0);
  const words: Readonly<Record<Status, readonly [string, string]>> = {
    failed: ['cannot be rendered', 'cannot be rendered'],
    differs: ['differs', 'differ'],
    new: ['has no golden', 'have no golden'],
    gone: ['golden has no bill', 'goldens have no bill'],
    same: ['is the same', 'are the same'],
  };
  const parts = statuses
    .filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${words[status][counts[status] === 1 ? 0 : 1]}`);
  return `${total} ${total === 1 ? 'bill' : 'bills'}: ${parts.join(', ') || 'none'}.`;
}

/** On a badge. */
export function statusWords(status: Status, findings: number): string {
  if (status !== 'differs') return status;
  return findings === 1 ? '1 difference' : `${findings} differences`;
}
