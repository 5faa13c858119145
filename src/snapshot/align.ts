// Two lists → which entry of one is which of the other, in order. It knows nothing of what the
// entries are: how alike two of them are is the caller's to say.

/** Indices into both lists; each entry stands in one pair at most, and order is kept. */
export type Pairs = readonly (readonly [before: number, after: number])[];

/**
 * Above `impossible`, the more alike the higher; `same` asks whether two are alike in everything,
 * which ends and beginnings of lists mostly are.
 */
export interface Likeness {
  readonly before: number;
  readonly after: number;
  same(before: number, after: number): boolean;
  score(before: number, after: number): number;
}

export const impossible = Number.NEGATIVE_INFINITY;

/**
 * The best alignment with affine gaps (Gotoh 1982): to leave out a run costs once for the run and a
 * little for each entry, so that an inserted row is one run and not crumbs in several rows.
 */
export function align(likeness: Likeness): Pairs {
  const { before, after, same } = likeness;
  const short = Math.min(before, after);
  let head = 0;
  while (head < short && same(head, head)) head += 1;
  let tail = 0;
  while (tail < short - head && same(before - 1 - tail, after - 1 - tail)) tail += 1;
  const beginning = Array.from({ length: head }, (_, index) => [index, index] as const);
  const middle = alignMiddle(likeness, { head, rows: before - tail, columns: after - tail });
  const end = Array.from(
    { length: tail },
    (_, index) => [before - tail + index, after - tail + index] as const,
  );
  return [...beginning, ...middle, ...end];
}

const openGap = -2.5;
const extendGap = -0.5;

/** Where the best alignment up to a cell comes from: a pair, or an entry left out on one side. */
const steps = [0, 1, 2] as const;
const [fromPair, fromBefore, fromAfter] = steps;

type Step = (typeof steps)[number];

interface Part {
  readonly head: number;
  readonly rows: number;
  readonly columns: number;
}

/** Scores by the kind of the last step, and for each the kind of the step before it. */
interface Grid {
  readonly width: number;
  readonly scores: readonly [Float64Array, Float64Array, Float64Array];
  readonly origins: readonly [Uint8Array, Uint8Array, Uint8Array];
}

function alignMiddle(likeness: Likeness, { head, rows, columns }: Part): Pairs {
  const [n, m] = [rows - head, columns - head];
  if (n === 0 || m === 0) return [];
  const grid = emptyGrid(n, m);
  for (let i = 0; i <= n; i += 1) {
    for (let j = 0; j <= m; j += 1) {
      if (i + j > 0) fill(grid, i, j, (a, b) => likeness.score(head + a, head + b));
    }
  }
  return trace(grid, n, m).map(([i, j]) => [head + i, head + j]);
}

function emptyGrid(n: number, m: number): Grid {
  const width = m + 1;
  const size = (n + 1) * width;
  const scores = () => new Float64Array(size).fill(impossible);
  const grid: Grid = {
    width,
    scores: [scores(), scores(), scores()],
    origins: [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size)],
  };
  grid.scores[0][0] = 0;
  return grid;
}

function fill(
  grid: Grid,
  i: number,
  j: number,
  score: (before: number, after: number) => number,
): void {
  const { width } = grid;
  const cell = i * width + j;
  if (i > 0 && j > 0) keepBest(grid, fromPair, cell, [cell - width - 1, score(i - 1, j - 1)]);
  if (i > 0) keepBest(grid, fromBefore, cell, [cell - width, extendGap]);
  if (j > 0) keepBest(grid, fromAfter, cell, [cell - 1, extendGap]);
}

/** A gap that begins here costs its opening as well. */
function keepBest(
  { scores, origins }: Grid,
  step: Step,
  cell: number,
  [previous, gain]: readonly [number, number],
): void {
  let best = impossible;
  let origin = 0;
  for (const last of steps) {
    const opening = step !== fromPair && last !== step ? openGap : 0;
    const total = (scores[last][previous] ?? impossible) + gain + opening;
    if (total > best) {
      best = total;
      origin = last;
    }
  }
  scores[step][cell] = best;
  origins[step][cell] = origin;
}

function trace({ width, scores, origins }: Grid, n: number, m: number): [number, number][] {
  const pairs: [number, number][] = [];
  let [i, j] = [n, m];
  const end = i * width + j;
  let step = steps.reduce((best, other) =>
    (scores[other][end] ?? impossible) > (scores[best][end] ?? impossible) ? other : best,
  );
  while (i > 0 || j > 0) {
    const origin = origins[step][i * width + j];
    if (step === fromPair) pairs.push([i - 1, j - 1]);
    if (step !== fromAfter) i -= 1;
    if (step !== fromBefore) j -= 1;
    step = steps.find((known) => known === origin) ?? fromPair;
  }
  return pairs.toReversed();
}
