// Optional fields as null: in templates an absent field is an error. Types only; each view writes
// its fields out.

import type { Fault } from '../fault.ts';

export type Failure = Fault;

export type OrNull<T, K extends keyof T> = Omit<T, K> & {
  readonly [P in K]: Exclude<T[P], undefined> | null;
};
