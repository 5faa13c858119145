// Invented bills of the checkout's recipes, as `tolem generate` makes them. Bills that are odd on
// purpose come from generate-bill.ts.

import { layoutsWithRecipe, readRecipes } from '../../src/cli/recipes.ts';
import { type LineOrder, Lines } from '../../src/generate/line.ts';
import { layoutsDir } from './render.ts';

export const ids = await layoutsWithRecipe(layoutsDir);
const { recipes, words } = await readRecipes(layoutsDir, ids);

export interface Wish extends Partial<Pick<LineOrder, 'seed' | 'period' | 'bad'>> {
  readonly layouts?: readonly string[];
  /** Share of bills with everything at once. */
  readonly crowded?: number;
}

export function generated({ layouts = ids, crowded, ...given }: Wish = {}): Lines {
  const chosen = recipes
    .filter(([id]) => layouts.includes(id))
    .map(([id, recipe]) => [id, crowded === undefined ? recipe : { ...recipe, crowded }] as const);
  return new Lines({ recipes: chosen, words, seed: 1, period: '2026-10', ...given });
}
