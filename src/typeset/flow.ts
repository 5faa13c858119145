// Regions onto one sheet: flowing ones from the top margin down, anchored ones on the bottom
// margin. It measures what is needed; whether that is too much is fit.ts's question.

import type { Region, Sheet } from './block.ts';
import type { Context, Fragment, Sink } from './fragment.ts';
import type { Item, Page } from './page.ts';
import { paintOrder } from './paint-order.ts';
import { layoutAll, stackFragments } from './stack.ts';
import { Structure } from './structure.ts';

export interface Flow {
  /** Heights in points of the flowing part: what it takes and what it may take. */
  readonly needed: number;
  readonly available: number;
  /** Flowing and anchored ones: either may be what takes too much. */
  readonly regions: readonly RegionHeight[];
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
  const laid = sheet.regions.map((region): Laid => {
    return { region, fragment: stackFragments(layoutAll(region.children, width, context), 0) };
  });
  const flowing = laid.filter(
    ({ region, fragment }) => region.anchor === 'flow' && fragment.height > 0,
  );
  const anchored = laid.filter(({ region }) => region.anchor === 'bottom');
  const foot = anchored.reduce((height, { fragment }) => height + fragment.height, 0);
  const footTop = sheet.height - margin.bottom - foot;
  return {
    needed: flowing.reduce((sum, one, index) => sum + spaceOf(one, index), 0),
    available: footTop - (anchored.length > 0 ? sheet.clearance : 0) - margin.top,
    regions: [...flowing, ...anchored].map(({ region, fragment }) => ({
      name: region.name,
      source: region.source,
      height: fragment.height,
    })),
    draw: () => {
      const parts = { flowing, anchored, footTop };
      return context.structured ? drawStructured(sheet, parts) : drawPlain(sheet, parts);
    },
  };
}

function spaceOf({ region, fragment }: Laid, index: number): number {
  return fragment.height + (index === 0 ? 0 : region.gap);
}

interface Parts {
  readonly flowing: readonly Laid[];
  readonly anchored: readonly Laid[];
  readonly footTop: number;
}

function drawPlain(sheet: Sheet, parts: Parts): Page {
  const items: Item[] = [];
  placeRegions(sheet, parts, (item) => {
    items.push(item);
  });
  return { width: sheet.width, height: sheet.height, items: paintOrder(items) };
}

function drawStructured(sheet: Sheet, parts: Parts): Page {
  const structure = new Structure();
  placeRegions(sheet, parts, structure.sink);
  const items = paintOrder(structure.items, structure.ranks());
  const { width, height } = sheet;
  return { width, height, items, structure: structure.finish(items) };
}

function placeRegions(sheet: Sheet, parts: Parts, sink: Sink): void {
  const x = sheet.margin.left;
  let y = sheet.margin.top;
  parts.flowing.forEach((one, index) => {
    if (index > 0) y += one.region.gap;
    one.fragment.place(x, y, one.fragment.height, inRegion(sink));
    y += one.fragment.height;
  });
  y = parts.footTop;
  for (const { fragment } of parts.anchored) {
    fragment.place(x, y, fragment.height, inRegion(sink));
    y += fragment.height;
  }
}

function inRegion(sink: Sink): Sink {
  return sink.part?.begin({ kind: 'region' }) ?? sink;
}
