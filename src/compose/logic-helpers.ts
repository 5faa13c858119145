// Helpers for conditions. Each returns true or false and touches nothing.

import { says } from '../layout/program-callee.ts';
import type { Call } from './call.ts';
import * as read from './call.ts';

/** `(eq a b)` */
export function eq(_: Call, a: unknown, b: unknown): boolean {
  return a === b;
}

/** `(gt a b)`; lists count by their length. */
export function gt(_: Call, a: unknown, b: unknown): boolean {
  return sizeOf(a) > sizeOf(b);
}

function sizeOf(value: unknown): number {
  return Array.isArray(value) ? value.length : Number(value);
}

/**
 * `(and a b …)`: whether all say yes, by Handlebars' own idea of emptiness. Two have names of their
 * own, because a list for each call takes longer than the answer.
 */
export function and(
  _: Call,
  a: unknown,
  b: unknown = true,
  ...others: readonly unknown[]
): boolean {
  return says(a) && says(b) && others.every(says);
}

export function or(_: Call, a: unknown, b: unknown, ...others: readonly unknown[]): boolean {
  return says(a) || says(b) || others.some(says);
}

export function not(_: Call, value: unknown): boolean {
  return !says(value);
}

/** `(either condition a b)`, for parameters that depend on one. */
export function either(_: Call, condition: unknown, yes: unknown, no: unknown): unknown {
  return says(condition) ? yes : (no ?? null);
}

/** `(switch "optionalTotalInHeading")`: what the rung of the ladder turns on. */
export function switchOn(call: Call, given: unknown): boolean {
  const name = String(given);
  const value = call.composer.edition.switches.get(name);
  if (value === undefined) throw read.mistake(call, `knows no switch "${name}".`);
  return value;
}

/** `(bilingual)`: whether two languages are printed. */
export function bilingual({ composer }: Call): boolean {
  return composer.languages.length > 1;
}
