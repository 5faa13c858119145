// Two pages side by side on a press sheet, in cut-and-stack order. Pages are moved as they are,
// never scaled or turned.

import { z } from 'zod';
import { failure, type Outcome, success } from '../fault.ts';
import type { Item, Page } from '../typeset/page.ts';
import { mmToPt, ptToMm } from '../typeset/unit.ts';
import { made } from './mark.ts';

/** On their side (ISO 216), in millimetres: half of each is the next smaller format. */
const papers = {
  a3: { width: 420, height: 297 },
  a4: { width: 297, height: 210 },
} as const;

export type Paper = keyof typeof papers;

/** Flat, so that it is one query parameter or one flag of the command line. */
export const twoUpOptionsSchema = z
  .strictObject({
    twoUp: z
      .enum(Object.keys(papers) as [Paper, ...Paper[]])
      .optional()
      .meta({
        description:
          'Paper on which two bills stand side by side: A4 bills on a3, A5 bills on a4. ' +
          'One cut and one stack put a volume in order.',
      }),
  })
  .meta({ id: 'TwoUpOptions', description: 'How many bills a press sheet has.' });

/** Where a page stands on its press sheet. */
export const sides = ['left', 'right'] as const;
export type Side = (typeof sides)[number];

type Size = Pick<Page, 'width' | 'height'>;

/** What each page of such a press sheet has, in points. */
export function halfOf(paper: Paper): Size {
  const { width, height } = papers[paper];
  return { width: mmToPt(width / 2), height: mmToPt(height) };
}

/** How much larger a page may be by rounding: a hundredth of a millimetre. */
const tolerance = mmToPt(0.01);
/** How much smaller: formats of ISO 216 are whole millimetres, half of 297 mm is called 148 mm. */
const slack = mmToPt(1);

/** DOES_NOT_FIT unless the page is half a press sheet: a pile is of one format. */
export function checkHalf({ width, height }: Size, paper: Paper): Outcome<Size> {
  const half = halfOf(paper);
  const [across, down] = [half.width - width, half.height - height];
  const isHalf = [across, down].every((rest) => rest >= -tolerance && rest <= slack);
  if (isHalf) return success(half);
  const message =
    `The page is ${sizeText({ width, height })}; half a sheet of ${paper.toUpperCase()} is ` +
    `${sizeText(half)}. Print bills of another format in a batch of their own.`;
  return failure([{ code: 'DOES_NOT_FIT', message }]);
}

/**
 * Indices of the pages on each press sheet, left and right. After one cut through the whole pile,
 * the right pile laid under the left one has all pages in order. The last press sheet of an odd
 * number has nothing on its right.
 */
export function cutAndStack(
  pageCount: number,
): readonly (readonly [left: number, right?: number])[] {
  const pressSheets = Math.ceil(pageCount / 2);
  return Array.from({ length: pressSheets }, (_, index) => {
    const right = index + pressSheets;
    return right < pageCount ? [index, right] : [index];
  });
}

/** A press sheet of pages that were checked. */
export function twoUp(paper: Paper, left: Page, right?: Page): Page {
  const half = halfOf(paper);
  const sheet = { width: 2 * half.width, height: half.height };
  const others = (right?.items ?? []).map((item) => moved(item, half.width));
  return { ...sheet, items: [...left.items, ...others, ...cutMarks(sheet)] };
}

function sizeText({ width, height }: Size): string {
  const [across, down] = [width, height].map((length) => Number(ptToMm(length).toFixed(1)));
  return `${across} × ${down} mm`;
}

function moved(item: Item, dx: number): Item {
  return item.kind === 'line'
    ? { ...item, x1: item.x1 + dx, x2: item.x2 + dx }
    : { ...item, x: item.x + dx };
}

/** Where the pile is cut: short dotted lines at both ends of the cut, in the margins. */
function cutMarks({ width, height }: Size): readonly Item[] {
  const length = mmToPt(5);
  return [0, height - length].map((y) => ({
    ...made,
    kind: 'line',
    x1: width / 2,
    y1: y,
    x2: width / 2,
    y2: y + length,
    width: 0.3,
    gray: 0,
    dash: [1, 1],
    roundCaps: false,
  }));
}
