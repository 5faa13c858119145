// The ladder of a layout that keeps the shared rungs and changes some of them. What a rung means is
// edition.ts's.

import { isObject, mergeJson } from './merge.ts';
import type { LayoutFile } from './schema.ts';

/**
 * Lays `rungs` over the ladder's entries of the same id, before the schema sees them: arrays are
 * replaced whole, so a layout could otherwise change a rung only by copying the ladder.
 */
export function settleLadder(settings: unknown): unknown {
  if (!isObject(settings)) return settings;
  const { ladder, rungs } = settings;
  if (!Array.isArray(ladder) || !isObject(rungs)) return settings;
  const settled = ladder.map((rung: unknown) => {
    const own = isObject(rung) ? rungs[String(rung.id)] : undefined;
    return own === undefined ? rung : mergeJson(rung, own);
  });
  return { ...settings, ladder: settled };
}

/** Why the ladder is wrong, or `rungs`: a misspelt id would change nothing, in silence. */
export function checkRungs({ ladder, rungs = {} }: LayoutFile): readonly string[] {
  const known = new Set(ladder.map(({ id }) => id));
  const misspelt = Object.keys(rungs)
    .filter((id) => !known.has(id))
    .map((id) => `rungs changes "${id}", which the ladder does not have`);
  return [...misspelt, ...checkLuxuries(ladder)];
}

/** They are tried first, and a bill with more on it than all of them allow needs a rung too. */
function checkLuxuries(ladder: LayoutFile['ladder']): readonly string[] {
  const first = ladder.findIndex(({ upTo }) => upTo === undefined);
  if (first < 0) return ['every rung has upTo, so a bill with more on it has none'];
  return ladder
    .slice(first)
    .filter(({ upTo }) => upTo !== undefined)
    .map(({ id }) => `rung "${id}" has upTo, so it stands before all that have none`);
}
