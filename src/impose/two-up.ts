// Two small pages on one sheet, in cut-and-stack order. Pages are moved as they are, never scaled.

import { failure, type Outcome, success } from '../fault.ts';
import type { Item, Page } from '../typeset/page.ts';
import { mmToPt, ptToMm } from '../typeset/unit.ts';

/** A4 on its side (ISO 216), and half of it. */
const sheet = { width: mmToPt(297), height: mmToPt(210) };
const half = { width: sheet.width / 2, height: sheet.height };

/** How much larger a page may be by rounding: a hundredth of a millimetre. */
const tolerance = mmToPt(0.01);

/**
 * Indices of the pages on each sheet, left and right. After one cut through the whole pile, the
 * right pile laid under the left one has all pages in order. The last sheet of an odd number has
 * nothing on its right.
 */
export function cutAndStack(
  pageCount: number,
): readonly (readonly [left: number, right: number | undefined])[] {
  const sheets = Math.ceil(pageCount / 2);
  return Array.from({ length: sheets }, (_, index) => {
    const right = index + sheets;
    return [index, right < pageCount ? right : undefined];
  });
}

/** DOES_NOT_FIT if a page is larger than half a sheet. */
export function twoUp(left: Page, right?: Page): Outcome<Page> {
  for (const page of right === undefined ? [left] : [left, right]) {
    if (page.width > half.width + tolerance || page.height > half.height + tolerance) {
      return tooLarge(page);
    }
  }
  const items = [
    ...left.items,
    ...(right?.items ?? []).map((item) => moved(item, half.width)),
    ...cutMarks,
  ];
  return success({ ...sheet, items });
}

function tooLarge({ width, height }: Page): Outcome<never> {
  const [given, room] = [sizeText({ width, height }), sizeText(half)];
  const message = `The page is ${given}; two on a sheet of A4 may have ${room} each.`;
  return failure([{ code: 'DOES_NOT_FIT', message }]);
}

function sizeText({ width, height }: Pick<Page, 'width' | 'height'>): string {
  const [across, down] = [width, height].map((length) => Number(ptToMm(length).toFixed(1)));
  return `${across} × ${down} mm`;
}

function moved(item: Item, dx: number): Item {
  return item.kind === 'line'
    ? { ...item, x1: item.x1 + dx, x2: item.x2 + dx }
    : { ...item, x: item.x + dx };
}

/** Where the pile is cut: short dotted lines at both ends of the cut, in the margins. */
const cutMarks: readonly Item[] = [0, sheet.height - mmToPt(5)].map((y) => ({
  kind: 'line',
  x1: half.width,
  y1: y,
  x2: half.width,
  y2: y + mmToPt(5),
  width: 0.3,
  gray: 0,
  dash: [1, 1],
  roundCaps: false,
  source: 'impose',
  role: 'decoration',
}));
