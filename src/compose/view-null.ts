// Optional fields as null, for templates in strict mode, where an absent field is an error.

import type { Fault } from '../fault.ts';

export type Failure = Fault;

export type OrNull<T, K extends keyof T> = Omit<T, K> & {
  readonly [P in K]: Exclude<T[P], undefined> | null;
};

/** A copy in which each of the named fields is there. */
export function orNull<T extends object, K extends keyof T>(
  value: T,
  keys: readonly K[],
): OrNull<T, K> {
  const absent = keys.filter((key) => value[key] === undefined).map((key) => [key, null]);
  // Object.fromEntries knows no keys; each one of `keys` is now null or what it was.
  return { ...value, ...Object.fromEntries(absent) } as OrNull<T, K>;
}
