// Named parameters of a call. The same values give the same object again, so that what a helper
// worked out from them once serves other bills: templates choose between few values.

import { Memo } from './memo.ts';
import type { Evaluate } from './program-path.ts';
import type { Fields, Scope } from './vocabulary.ts';

/** A named parameter as compiled. */
export interface Pair {
  readonly key: string;
  readonly run: Evaluate;
  readonly literal: boolean;
}

/** What is made of named parameters for `setting`; known ones are given again. */
export type ByHash<T> = (scope: Scope) => T;

/** The same without memory: every call is one of its own. */
export function freshHash<T>(
  pairs: readonly Pair[],
  make: (hash: Fields, scope: Scope) => T,
): ByHash<T> {
  return (scope) => {
    const values = pairs.map(({ key, run }) => [key, run(scope)] as const);
    return make(Object.freeze(Object.fromEntries(values)), scope);
  };
}

/** `make` is asked once for each setting and, where values move, for each combination of them. */
export function compileHash<T>(
  pairs: readonly Pair[],
  make: (hash: Fields, scope: Scope) => T,
): ByHash<T> {
  const fixed: Record<string, unknown> = {};
  for (const { key, run, literal } of pairs) if (literal) fixed[key] = run(nowhere);
  Object.freeze(fixed);
  const moving = pairs.filter(({ literal }) => !literal);
  if (moving.length === 0) return onceASetting((scope) => make(fixed, scope));
  const variantsOf = onceASetting(() => new Variants<T>());
  // Filled anew by each call: nothing that it runs comes back here.
  const values: unknown[] = moving.map(() => undefined);
  return (scope) => {
    for (let index = 0; index < moving.length; index += 1) {
      values[index] = moving[index]?.run(scope);
    }
    const variants = variantsOf(scope);
    const known = variants.find(values);
    if (known !== undefined) return known.made;
    const hash: Record<string, unknown> = { ...fixed };
    for (const [index, { key }] of moving.entries()) hash[key] = values[index];
    return variants.add([...values], make(Object.freeze(hash), scope));
  };
}

/** A place takes its slot when it is run for the first time. */
export function onceASetting<T>(make: (scope: Scope) => T): ByHash<T> {
  let slot = -1;
  return (scope) => {
    const { kept, slots } = scope.host;
    if (slot < 0) {
      slot = slots.next;
      slots.next += 1;
    }
    // One cast: a slot belongs to one place, and only this line writes it.
    const known = kept[slot] as T | undefined;
    if (known !== undefined) return known;
    const made = make(scope);
    kept[slot] = made;
    return made;
  };
}

/** Combinations of one first value that are kept; values of a bill's own push out others. */
const variantsKept = 24;

/** First values that are kept, twice: most places have a few, a service or a unit has more. */
const firstsKept = 64;

interface Variant<T> {
  readonly values: readonly unknown[];
  readonly made: T;
}

/** Combinations that came before, by their first value; a bill's own are soon not kept at all. */
class Variants<T> {
  readonly #byFirst = new Memo<unknown, Variant<T>[]>(firstsKept);
  /** Rows and bills in a row mostly ask for the same. */
  #last: Variant<T> | undefined;
  #next = 0;

  find(values: readonly unknown[]): Variant<T> | undefined {
    const last = this.#last;
    if (last !== undefined && areSame(last.values, values)) return last;
    const list = this.#byFirst.get(values[0]);
    if (list === undefined) return undefined;
    for (const one of list) {
      if (!areSame(one.values, values)) continue;
      this.#last = one;
      return one;
    }
    return undefined;
  }

  add(values: readonly unknown[], made: T): T {
    const list = this.#byFirst.peek(values[0]);
    if (list === undefined) this.#byFirst.set(values[0], [{ values, made }]);
    else if (list.length < variantsKept) list.push({ values, made });
    else {
      list[this.#next % variantsKept] = { values, made };
      this.#next += 1;
    }
    return made;
  }
}

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  for (let index = 0; index < a.length; index += 1) if (a[index] !== b[index]) return false;
  return true;
}

/** Literals look at no scope. */
const nowhere: Scope = {
  context: undefined,
  named: undefined,
  outer: undefined,
  host: { kept: [], slots: { next: 0 } },
  index: -1,
  count: 0,
};
