// Regions onto one sheet: flowing ones from the top margin down, anchored ones on the bottom
// margin. It measures what is needed; whether that is too much is fit.ts's question.

import type { Region, Sheet } from './block.ts';
import type { Context, Fragment, Sink } from './fragment.ts';
import type { Page } from './page.ts';
import { PaintOrder } from './paint-order.ts';
import { layoutAll, stackFragments } from './stack.ts';
import { Structure } from './structure.ts';

export interface Flow {
  /** Heights in points of the flowing part: what it takes and what it may take. */
  readonly needed: number;
  readonly available: number;
  /** Flowing and anchored ones: either may be what takes too much. */
  regions(): readonly RegionHeight[];
  /** Makes the page; only sensible where `needed` ≤ `available`. */
  draw(): Page;
}

export interface RegionHeight {
  readonly name: string;
  readonly source: string;
  readonly height: number;
}

interface Laid {
  readonly region: Region;
  readonly fragment: Fragment;
}

export function flowSheet(sheet: Sheet, context: Context): Flow {
  const { margin } = sheet;
  const width = sheet.width - margin.left - margin.right;
  const flowing: Laid[] = [];
  const anchored: Laid[] = [];
  let needed = 0;
  let foot = 0;
  for (const region of sheet.regions) {
    const fragment = stackFragments(layoutAll(region.children, width, context), 0);
    if (region.anchor === 'bottom') {
      anchored.push({ region, fragment });
      foot += fragment.height;
    } else if (fragment.height > 0) {
      needed += fragment.height + (flowing.length === 0 ? 0 : region.gap);
      flowing.push({ region, fragment });
    }
  }
  const footTop = sheet.height - margin.bottom - foot;
  const available = footTop - (anchored.length > 0 ? sheet.clearance : 0) - margin.top;
  const parts = { flowing, anchored, footTop };
  return {
    needed,
    available,
    // No getter: V8 would keep one of an object literal, and the page with it, in the shape of it.
    regions: () => [...flowing, ...anchored].map(regionHeight),
    draw: () => (context.structured ? drawStructured(sheet, parts) : drawPlain(sheet, parts)),
  };
}

function regionHeight({ region: { name, source }, fragment: { height } }: Laid): RegionHeight {
  return { name, source, height };
}

interface Parts {
  readonly flowing: readonly Laid[];
  readonly anchored: readonly Laid[];
  readonly footTop: number;
}

function drawPlain({ width, height, margin }: Sheet, parts: Parts): Page {
  const order = new PaintOrder();
  placeRegions(margin, parts, (item) => order.add(item));
  return { width, height, items: order.finish() };
}

function drawStructured({ width, height, margin }: Sheet, parts: Parts): Page {
  const structure = new Structure();
  placeRegions(margin, parts, structure.sink);
  const order = new PaintOrder();
  for (const item of structure.items) order.add(item);
  const items = order.finish(structure.ranks());
  return { width, height, items, structure: structure.finish(items) };
}

function placeRegions(
  { left, top }: Sheet['margin'],
  { flowing, anchored, footTop }: Parts,
  sink: Sink,
): void {
  let y = top;
  let isFirst = true;
  for (const { region, fragment } of flowing) {
    if (!isFirst) y += region.gap;
    isFirst = false;
    fragment.place(left, y, fragment.height, inRegion(sink));
    y += fragment.height;
  }
  y = footTop;
  for (const { fragment } of anchored) {
    fragment.place(left, y, fragment.height, inRegion(sink));
    y += fragment.height;
  }
}

function inRegion(sink: Sink): Sink {
  return sink.part?.begin({ kind: 'region' }) ?? sink;
}
