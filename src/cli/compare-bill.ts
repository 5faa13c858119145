// One bill, drawn twice → what is told of it. Where from the two drawings come is the caller's:
// a golden and the renderer, or two layouts.

import { overlay } from '../draw/overlay.ts';
import { type PageModel, pageSchema } from '../draw/page-schema.ts';
import { comparePages } from '../snapshot/compare.ts';
import { type CaseResult, judge, type Pictures } from '../snapshot/result.ts';

/** A drawing of which the picture is made only when someone has to look at it. */
export interface Drawing {
  /** Text of the page model. */
  readonly page: string;
  readonly digest: string;
  picture(): Promise<Uint8Array>;
}

export interface Sides {
  readonly name: string;
  readonly before: Drawing;
  readonly after: Drawing;
  readonly strict: boolean;
}

/** Pictures are left out where page and PDF are the same: then there is nothing to see. */
export async function compareBill({ name, before, after, strict }: Sides): Promise<CaseResult> {
  const sameBytes = before.digest === after.digest;
  const pages = { before: readPage(before.page), after: readPage(after.page) };
  const comparison = comparePages(pages.before, pages.after);
  if (sameBytes && comparison.findings.length === 0) {
    return judge({ name, comparison, sameBytes, pixels: 0, strict });
  }
  const [first, second] = [await before.picture(), await after.picture()];
  const { different, picture } = overlay(first, second);
  const result = judge({ name, comparison, sameBytes, pixels: different, strict });
  if (result.status === 'same') return result;
  const { width, height } = pages.before;
  const pictures: Pictures = {
    before: first,
    after: second,
    overlay: picture,
    page: { width, height },
  };
  return { ...result, pictures };
}

/** A golden of another kind than this program reads. */
export class StrangePageError extends Error {}

function readPage(text: string): PageModel {
  const parsed = pageSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new StrangePageError('it is no page model of this version');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
