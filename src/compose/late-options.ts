// The options of {{#choose}}: the first is composed with the sheet, a later one when typesetting
// asks for it, as most bills take the first. It does not choose.

import type { Bill } from '../bill/schema.ts';
import type { Fault } from '../fault.ts';
import type { Run, Scope } from '../layout/vocabulary.ts';
import type { Block, Options } from '../typeset/block.ts';
import type { Call } from './call.ts';
import { type Composer, collect, leave } from './composer.ts';

/** What a late option found wrong with the bill, on its way through typesetting. */
export class LateFaults extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super('an option that was composed late has faults');
    this.faults = faults;
  }
}

/**
 * Whether the options must be whole at once: what other bills get as well may not hold on to this
 * one, and what is traced ends with the run.
 */
export function mustBeWhole({ composer, steady }: Call): boolean {
  return steady || composer.remembering || composer.trace !== undefined;
}

export function lateOptions({ composer, steps = [] }: Call, scope: Scope): Options {
  const options = new LateOptions(composer, scope, steps);
  options.composeFirst();
  return options;
}

/** A statement of the body gives no option, one or several. */
class LateOptions implements Options {
  readonly #composer: Composer;
  readonly #scope: Scope;
  readonly #steps: readonly Run[];
  readonly #bill: Bill | undefined;
  readonly #made: Block[] = [];
  #step = 0;

  constructor(composer: Composer, scope: Scope, steps: readonly Run[]) {
    this.#composer = composer;
    this.#scope = scope;
    this.#steps = steps;
    this.#bill = composer.bill;
  }

  /** While the template runs: its faults are told with those of the sheet. */
  composeFirst(): void {
    while (this.#made.length === 0 && this.#step < this.#steps.length) this.#compose();
  }

  at(index: number): Block | undefined {
    if (index >= this.#made.length) this.#composeUpTo(index);
    return this.#made[index];
  }

  /** Between runs of the composer, which is left as a run leaves it. */
  #composeUpTo(index: number): void {
    const composer = this.#composer;
    composer.bill = this.#bill;
    try {
      while (this.#made.length <= index && this.#step < this.#steps.length) this.#compose();
      if (composer.faults.length > 0) throw new LateFaults(composer.faults);
    } finally {
      leave(composer);
    }
  }

  #compose(): void {
    const run = this.#steps[this.#step];
    this.#step += 1;
    if (run !== undefined) collect({ kind: 'blocks', blocks: this.#made }, run, this.#scope);
  }
}
