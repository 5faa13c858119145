// Bars in the left margin for inserters without a camera. What each bar means is docs/marks.md.

import type { RectItem } from '../typeset/page.ts';
import { mmToPt } from '../typeset/unit.ts';
import { made, type SheetFacts, type Zone } from './mark.ts';

/** From the left edge, from the top; a bar each sixth of an inch, as inserters count them. */
const leftMm = 3.2;
const topMm = 100;
const barMm = { width: 4, height: 0.5 };
const pitchMm = 25.4 / 6;

/** Bits of the sequence number: sixteen sheets in a row differ. */
const sequenceBits = 4;

/** True for a bar, from the top. The first and the last are on every sheet. */
export function omrBars({ sequence, copy, copies, reprint }: SheetFacts): readonly boolean[] {
  const bars = [true, copy === copies];
  for (let bit = sequenceBits - 1; bit >= 0; bit -= 1) bars.push(((sequence >> bit) & 1) === 1);
  bars.push(reprint);
  const isOdd = bars.filter((bar) => bar).length % 2 === 1;
  return [...bars, isOdd, true];
}

export function omrMark(facts: SheetFacts): {
  readonly items: readonly RectItem[];
  readonly zone: Zone;
} {
  const bars = omrBars(facts);
  const items = bars.flatMap((bar, index): RectItem[] => {
    if (!bar) return [];
    const place = { x: mmToPt(leftMm), y: mmToPt(topMm + index * pitchMm) };
    const size = { width: mmToPt(barMm.width), height: mmToPt(barMm.height) };
    return [{ ...made, kind: 'rect', ...place, ...size, fill: 0 }];
  });
  const zone = {
    x: mmToPt(leftMm),
    y: mmToPt(topMm),
    width: mmToPt(barMm.width),
    height: mmToPt((bars.length - 1) * pitchMm + barMm.height),
  };
  return { items, zone };
}
