// Named parameters of a call. The same values give the same call again, so that what a helper
// worked out from them once serves other bills: templates choose between few values.

import { Memo } from './memo.ts';
import { indented } from './program-function.ts';
import type { TemplateCall } from './vocabulary.ts';

/** A named parameter as an expression. */
export interface Pair {
  readonly key: string;
  readonly code: string;
  readonly constant: boolean;
}

/** An object of them. A name may be any, so those that mean something in a literal are computed. */
export function hashSource(pairs: readonly Pair[]): string {
  if (pairs.length === 0) return 'none';
  const fields = pairs.map(({ key, code }) => `[${JSON.stringify(key)}]: ${code}`);
  return `{ ${fields.map((field) => field.replace(plainKey, '$1:')).join(', ')} }`;
}

const plainKey = /^\[("(?!__proto__")[^"\\]*")\]:/;

interface Site {
  /** Of the function that is written. */
  readonly name: string;
  /** The expression of the site. */
  readonly site: string;
  /** Numbers of what it keeps: the call as it was last, and those before. */
  readonly slot: number;
  readonly variants: number;
}

/**
 * A function that gives the call of a site for the values of its named parameters that move. One
 * for each site, so that it compares fields of objects that are all made alike.
 */
export function variantSource(
  { name, site, slot, variants }: Site,
  pairs: readonly Pair[],
): string {
  const moving = pairs.filter(({ constant }) => !constant);
  const values = moving.map((_, index) => `v${index}`);
  const isSame = moving.map(({ key }, index) => `call.hash[${JSON.stringify(key)}] === v${index}`);
  const hash = hashSource(
    pairs.map((pair) => (pair.constant ? pair : { ...pair, code: `v${moving.indexOf(pair)}` })),
  );
  return [
    `function ${name}(${['host', ...values].join(', ')}) {`,
    ...indented([
      'const { kept } = host;',
      `let t, call = kept[${slot}];`,
      `if (call !== undefined && ${isSame.join(' && ')}) return call;`,
      `const before = variantsIn(kept, ${variants}).of(v0);`,
      'for (let i = 0; i < before.length; i += 1) {',
      '  call = before[i];',
      `  if (${isSame.join(' && ')}) return (kept[${slot}] = call);`,
      '}',
      `call = keptCall(${site}, host, ${hash});`,
      `variantsIn(kept, ${variants}).add(v0, call);`,
      'return call;',
    ]),
    '}',
  ].join('\n');
}

/** Calls with one first value that are kept; values of a bill's own push out others. */
const variantsKept = 24;

/** First values that are kept, twice: most sites have a few, a service or a unit has more. */
const firstsKept = 64;

/** Calls that came before, by their first value; a bill's own are soon not kept at all. */
class Variants {
  readonly #byFirst = new Memo<unknown, TemplateCall[]>(firstsKept);
  #next = 0;

  of(first: unknown): readonly TemplateCall[] {
    return this.#byFirst.get(first) ?? noCalls;
  }

  add(first: unknown, call: TemplateCall): void {
    const list = this.#byFirst.peek(first);
    if (list === undefined) this.#byFirst.set(first, [call]);
    else if (list.length < variantsKept) list.push(call);
    else {
      list[this.#next % variantsKept] = call;
      this.#next += 1;
    }
  }
}

const noCalls: readonly TemplateCall[] = [];

export function variantsIn(kept: unknown[], slot: number): Variants {
  // One cast: the slot is of this site, and only this function writes it.
  const known = kept[slot] as Variants | undefined;
  if (known !== undefined) return known;
  const made = new Variants();
  kept[slot] = made;
  return made;
}
