// Ids that resemble a mistyped one. Pure.

/** Up to three different ids by edit distance, nearest first. */
export function nearestOf(ids: readonly string[], wanted: string): readonly string[] {
  return [...new Set(ids)]
    .map((known) => ({ known, distance: editDistance(wanted.slice(0, 64), known) }))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ known }) => known);
}

/** Levenshtein's, with one row of memory. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substituted = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, substituted));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
