// Finished pages as one page of a volume: alone, or two on a press sheet; and how a reader finds
// what stands on it. It draws nothing.

import type { PageMarks } from '../draw/volume.ts';
import { type Paper, type Side, sides, twoUp } from '../impose/two-up.ts';
import type { Page } from '../typeset/page.ts';
import type { PressedPage, PressSheet } from './press-order.ts';

export function imposed(paper: Paper | undefined, left: Page, right?: Page): Page {
  return paper === undefined ? left : twoUp(paper, left, right);
}

/** None where a page has the paper for itself. */
export function sidesOf(paper: Paper | undefined): readonly Side[] {
  return paper === undefined ? [] : sides;
}

/** `12`; two on a press sheet `12 | 512`, with a dash for what has no number. */
export function marksOf(paper: Paper | undefined, [left, right]: PressSheet): PageMarks {
  const { section } = left;
  const sectionBeside = right?.section;
  return {
    ...labelOf(paper, numberOf(left), right && numberOf(right)),
    ...(section !== undefined && { section }),
    ...(sectionBeside !== undefined && { sectionBeside }),
  };
}

function labelOf(
  paper: Paper | undefined,
  left: string | undefined,
  right: string | undefined,
): Pick<PageMarks, 'label'> {
  if (left === undefined && right === undefined) return {};
  if (paper === undefined) return { label: left ?? '' };
  return { label: `${left ?? '-'} | ${right ?? '-'}` };
}

function numberOf({ planned }: PressedPage): string | undefined {
  return planned.kind === 'sheet' ? String(planned.sequence) : undefined;
}
