// What drawing needs of each accepted bill, in some ten bytes: where it is in the spool, and the
// rung that its check ended on. By index of the entry.

import { Dictionary } from './plan-dictionary.ts';
import { Growing } from './plan-growing.ts';

export interface SpoolPlace {
  readonly offset: number;
  readonly length: number;
  /** Id of the rung of the fitting ladder. */
  readonly rung?: string | undefined;
}

export class Places {
  readonly #offsets = new Growing((size) => new Float64Array(size));
  readonly #lengths = new Growing((size) => new Uint32Array(size));
  readonly #rungs = new Growing((size) => new Uint16Array(size));
  readonly #names = new Dictionary((name) => name);
  #finished: Finished | undefined;

  push({ offset, length, rung = unknown }: SpoolPlace): void {
    this.#offsets.push(offset);
    this.#lengths.push(length);
    this.#rungs.push(this.#names.id(rung));
  }

  at(entry: number): SpoolPlace {
    this.#finished ??= this.#finish();
    const { offsets, lengths, rungs } = this.#finished;
    const offset = offsets[entry];
    const length = lengths[entry];
    if (offset === undefined || length === undefined) throw new RangeError('no such entry');
    const rung = this.#names.text(rungs[entry] ?? 0);
    return rung === unknown ? { offset, length } : { offset, length, rung };
  }

  #finish(): Finished {
    return {
      offsets: this.#offsets.finish(),
      lengths: this.#lengths.finish(),
      rungs: this.#rungs.finish(),
    };
  }
}

interface Finished {
  readonly offsets: Float64Array;
  readonly lengths: Uint32Array;
  readonly rungs: Uint16Array;
}

/** No rung is called so. */
const unknown = '';
