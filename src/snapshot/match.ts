// Pieces of two pages → which is which. By what they say, where the template makes them and the
// order in which they are read; never by where they stand, for that is what may have changed.

import { align, impossible } from './align.ts';
import type { Piece } from './piece.ts';

export interface Matching {
  readonly pairs: readonly Pair[];
  readonly removed: readonly Piece[];
  readonly added: readonly Piece[];
}

export interface Pair {
  readonly before: Piece;
  readonly after: Piece;
}

export function matchPieces(before: readonly Piece[], after: readonly Piece[]): Matching {
  const pairs = align({
    before: before.length,
    after: after.length,
    same: (a, b) => isSame(before[a], after[b]),
    score: (a, b) => likeness(before[a], after[b]),
  }).flatMap(([a, b]) => pairOf(before[a], after[b]));
  const left = new Set(pairs.map((pair) => pair.before));
  const right = new Set(pairs.map((pair) => pair.after));
  return findElsewhere({
    pairs,
    removed: before.filter((piece) => !left.has(piece)),
    added: after.filter((piece) => !right.has(piece)),
  });
}

function pairOf(before: Piece | undefined, after: Piece | undefined): Pair[] {
  return before === undefined || after === undefined ? [] : [{ before, after }];
}

function isSame(a: Piece | undefined, b: Piece | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return a.kind === b.kind && a.source === b.source && a.content === b.content && stands(a, b);
}

function stands({ box: a }: Piece, { box: b }: Piece): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/**
 * The figures only have to keep an order: the same text from the same line before the same text
 * from another line, before another text from the same line, before anything else. The small ones
 * decide between equals, as rules are.
 */
function likeness(a: Piece | undefined, b: Piece | undefined): number {
  if (a === undefined || b === undefined || a.kind !== b.kind) return impossible;
  const ties = tieBreak(a, b);
  const sameSource = a.source === b.source;
  if (a.content === b.content && sameSource) return (a.content === '' ? 3 : 10) + ties;
  if (a.content !== '' && a.core === b.core) {
    return (sameSource ? 9 : 6) + ties;
  }
  if (sameSource) return (sharesOrigin(a, b) ? 3 : 1) + ties;
  return a.content !== '' && sharesOrigin(a, b) && hasOrigin(a) ? 2 + ties : impossible;
}

function tieBreak({ box: a }: Piece, { box: b }: Piece): number {
  const beside = a.x === b.x && a.width === b.width ? 0.3 : 0;
  return beside + (a.y === b.y && a.height === b.height ? 0.3 : 0);
}

function hasOrigin({ field, label }: Piece): boolean {
  return field !== undefined || label !== undefined;
}

function sharesOrigin(a: Piece, b: Piece): boolean {
  return a.label === b.label && a.fieldOfAnyRow === b.fieldOfAnyRow && a.column === b.column;
}

/** What was read elsewhere than before: the same text, once on each side. */
function findElsewhere({ pairs, removed, added }: Matching): Matching {
  const byKey = Map.groupBy(added, elsewhereKey);
  const found: Pair[] = [];
  for (const [key, pieces] of Map.groupBy(removed, elsewhereKey)) {
    const [before, ...others] = pieces;
    const [after, ...more] = byKey.get(key) ?? [];
    const isUnique = others.length === 0 && more.length === 0 && key !== '';
    if (isUnique) found.push(...pairOf(before, after));
  }
  const taken = new Set(found.flatMap(({ before, after }) => [before, after]));
  return {
    pairs: [...pairs, ...found],
    removed: removed.filter((piece) => !taken.has(piece)),
    added: added.filter((piece) => !taken.has(piece)),
  };
}

function elsewhereKey({ kind, core }: Piece): string {
  return core.length < 2 ? '' : `${kind} ${core}`;
}
