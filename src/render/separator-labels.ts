// The words of separator sheets, from layouts/_print/labels.json, read once like the layouts.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { failure, type Outcome, success } from '../fault.ts';
import { type SeparatorLabels, separatorLabelsSchema } from '../impose/separator-labels.ts';

const place = '_print/labels.json';

/** LAYOUT_BROKEN where the file is missing, no JSON, or lacks a word in a language. */
export async function loadSeparatorLabels(layoutsDir: string): Promise<Outcome<SeparatorLabels>> {
  const text = await readFile(join(layoutsDir, place), 'utf8').catch(() => undefined);
  if (text === undefined) return broken('the file is missing');
  const read = separatorLabelsSchema.safeParse(parsed(text));
  return read.success ? success(read.data) : broken(z.prettifyError(read.error));
}

/** Undefined is no object either, so the schema says what is wrong. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function broken(reason: string): Outcome<never> {
  const message = `${place}: ${reason}.`;
  return failure([{ code: 'LAYOUT_BROKEN', message, source: place }]);
}
