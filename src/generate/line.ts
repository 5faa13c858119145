// The lines of a batch of invented bills: towns in turns, bad lines among them. It writes no file.

import { type BadLine, badLine } from './bad-line.ts';
import { billOf, type Town } from './bill.ts';
import { Chance } from './chance.ts';
import { Houses } from './house.ts';
import type { Recipe, Words } from './recipe.ts';

export interface LineOrder {
  /** Layout ids and what their bills are made of. */
  readonly recipes: readonly (readonly [layout: string, recipe: Recipe])[];
  readonly words: Words;
  readonly seed: number;
  readonly period: string;
  /** So many bad lines of `count`, or so great a share of them. */
  readonly bad?: { readonly lines: number; readonly of: number } | { readonly share: number };
}

export interface Line extends Partial<BadLine> {
  /** JSON without a line end. */
  readonly text: string;
}

/** A good line depends on the seed and its number alone, whatever the length of the batch. */
export class Lines {
  private readonly order: LineOrder;
  private readonly towns: readonly Town[];

  constructor(order: LineOrder) {
    const { recipes, words, seed, period } = order;
    this.order = order;
    this.towns = recipes.map(([layout, recipe], index) => {
      const own = (seed + Math.imul(index, 0x01000193)) >>> 0;
      return { layout, recipe, words, houses: new Houses(recipe, words, own), seed: own, period };
    });
  }

  /** `index` counts from 0. */
  at(index: number): Line {
    const town = this.towns[index % this.towns.length];
    if (town === undefined) throw new RangeError('there are no layouts to make bills of');
    const bill = billOf(Math.floor(index / this.towns.length), town);
    const turn = this.badTurn(index);
    return turn === undefined ? { text: JSON.stringify(bill) } : badLine(bill, turn);
  }

  /** Which of the ways to be bad is next; undefined for a good line. */
  private badTurn(index: number): number | undefined {
    const { bad, seed } = this.order;
    if (bad === undefined) return undefined;
    if ('share' in bad) {
      const chance = new Chance(seed, badSalt, index);
      return chance.happens(bad.share) ? chance.below(1000) : undefined;
    }
    const { lines, of } = bad;
    if (lines === 0 || index >= of) return undefined;
    // Spread over the batch: one in each of so many equal stretches.
    const stretch = Math.floor((index * lines) / of);
    const first = Math.ceil((stretch * of) / lines);
    const next = Math.ceil(((stretch + 1) * of) / lines);
    const at = first + new Chance(seed, badSalt, stretch).below(next - first);
    return index === at ? stretch : undefined;
  }
}

const badSalt = 0x4261644c;
