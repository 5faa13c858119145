// The pages of a volume in the order in which they go to paper: one by one, or two on a press
// sheet. It draws none of them.

import { cutAndStack, type Paper } from '../impose/two-up.ts';
import type { PlannedSeparator } from './plan-page.ts';
import { separatorOfRest } from './separator-rest.ts';
import type { SpooledSheet } from './spooled-sheet.ts';
import type { VolumePlan } from './write-plan.ts';

/** A page of a plan that is printed. */
export interface PressedPage {
  /** In the plan, from 0. */
  readonly index: number;
  readonly planned: SpooledSheet | PlannedSeparator;
  /** The house that it belongs to. */
  readonly section: string | undefined;
}

/** Of one page of the PDF: the left one first. */
export type PressSheet = readonly [PressedPage, PressedPage?];

export function pressOrder(
  pages: readonly PressedPage[],
  paper: Paper | undefined,
): readonly PressSheet[] {
  if (paper === undefined) return pages.map((page) => [page]);
  return cutAndStack(pages.length).flatMap(([left, right]): PressSheet[] => {
    const [one, other] = [pages[left], right === undefined ? undefined : pages[right]];
    if (one === undefined) return [];
    return [other === undefined ? [one] : [one, other]];
  });
}

/** Without bills that are given up, and with what separators say of the others. */
export function pressedPages(
  { pages, houses }: VolumePlan,
  given: ReadonlySet<number>,
  amountOf: Parameters<typeof separatorOfRest>[3],
): readonly PressedPage[] {
  const titles = new Map(houses.map(({ page, title }) => [page, title]));
  const sheets = pages.filter((page) => page.kind === 'sheet');
  const isAbsent = ({ line }: SpooledSheet) => given.has(line);
  const isWhole = given.size === 0;
  let section: string | undefined;
  return pages.flatMap((page, index): PressedPage[] => {
    section = titles.get(index + 1) ?? section;
    if (page.kind === 'sheet') return isAbsent(page) ? [] : [{ index, planned: page, section }];
    const planned = isWhole ? page : separatorOfRest(page, sheets, isAbsent, amountOf);
    return planned === undefined ? [] : [{ index, planned, section }];
  });
}
