// How many bills of a volume take each step together. It renders nothing.

/**
 * The code of one step and what it looks up are pushed out of the caches of a processor by the next
 * step: bills that take a step in a row find them there. What waits between the steps is copied by
 * the collector, so they are few: see docs/decisions/0040-pages-of-a-volume.md.
 */
export const handfulSize = 6;

export function inHandfuls<T>(values: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(values.length / handfulSize);
  return Array.from({ length: count }, (_, index) =>
    values.slice(index * handfulSize, (index + 1) * handfulSize),
  );
}
