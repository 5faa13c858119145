// How many bills of a volume take each step together. It renders nothing.

/**
 * The code of one step and what it looks up are pushed out of the caches of a processor by the next
 * step: bills that take a step in a row find them there. What waits between the steps is copied by
 * the collector, so they are few: see docs/decisions/0040-pages-of-a-volume.md.
 */
export const groupSize = 6;

export function inGroups<T>(values: readonly T[], size: number): readonly (readonly T[])[] {
  const count = Math.ceil(values.length / size);
  return Array.from({ length: count }, (_, i) => values.slice(i * size, (i + 1) * size));
}
