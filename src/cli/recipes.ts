// What invented bills are made of, read from the layouts folder. It makes no bills.

import { access, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Recipe, recipeSchema, type Words, wordsSchema } from '../generate/recipe.ts';
import { hasDistinctStreets } from '../generate/town.ts';
import { UsageError } from './command.ts';

export interface Recipes {
  readonly words: Words;
  readonly recipes: readonly (readonly [layout: string, recipe: Recipe])[];
}

const recipeFile = 'generate.json';

/** Ids in the order of their names. */
export async function layoutsWithRecipe(layoutsDir: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of (await readdir(layoutsDir)).sort()) {
    const isThere = await access(join(layoutsDir, name, recipeFile)).then(
      () => true,
      () => false,
    );
    if (isThere) ids.push(name);
  }
  if (ids.length === 0) throw new UsageError(`No layout has a ${recipeFile}.`);
  return ids;
}

/** `ids` are layouts; one without a recipe is an error of usage that names the file. */
export async function readRecipes(layoutsDir: string, ids: readonly string[]): Promise<Recipes> {
  const words = await readData(layoutsDir, '_generate/words.json', wordsSchema);
  if (!hasDistinctStreets(words)) {
    throw new UsageError('_generate/words.json: add a street, so that houses stay apart.');
  }
  const recipes: (readonly [string, Recipe])[] = [];
  for (const id of ids) {
    recipes.push([id, await readData(layoutsDir, `${id}/${recipeFile}`, recipeSchema)]);
  }
  return { words, recipes };
}

async function readData<S extends z.ZodType>(
  layoutsDir: string,
  file: string,
  schema: S,
): Promise<z.output<S>> {
  const text = await readFile(join(layoutsDir, file), 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new UsageError(`layouts/${file} is not there: it says what invented bills are made of.`);
  }
  const read = schema.safeParse(parsed(text));
  if (read.success) return read.data;
  throw new UsageError(`layouts/${file}: ${z.prettifyError(read.error)}`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
