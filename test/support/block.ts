// Blocks with every field filled in that a test does not care about, a measure of one point a
// letter, and placed items in short words. It asserts nothing.

import type {
  Block,
  BoxBlock,
  ColumnsBlock,
  Place,
  Region,
  Sheet,
  StackBlock,
} from '../../src/typeset/block.ts';
import { createContext } from '../../src/typeset/layout-block.ts';
import type {
  DigitsBlock,
  FieldBlock,
  TextBlock,
  TextSetting,
} from '../../src/typeset/leaf-block.ts';
import type { Measure } from '../../src/typeset/measure.ts';
import type { CodeSymbol, Item, VectorImage } from '../../src/typeset/page.ts';
import type { Span } from '../../src/typeset/span.ts';

/** A letter is as wide as its type size; a soft hyphen has no width, as in every font. */
export const measure: Measure = {
  width: (_face, size, text) => [...text.replaceAll('\u00ad', '')].length * size,
  figure: (figure) => {
    const { face, size, text } = figure;
    const comma = text.lastIndexOf(',');
    figure.whole = measure.width(face, size, comma === -1 ? text : text.slice(0, comma));
    figure.width = measure.width(face, size, text);
  },
  missing: () => undefined,
};

export function aSpan(text: string, overrides: Partial<Span> = {}): Span {
  return { text, face: 'regular', size: 1, gray: 0, ...overrides };
}

/** Each string is one part; lines are 10 points apart, so the first baseline is at 7.8. */
export function aText(
  parts: string | readonly string[],
  overrides: Partial<TextBlock & TextSetting> = {},
): TextBlock {
  const texts = typeof parts === 'string' ? [parts] : parts;
  const { join, separator, leading, align, role, wrap, balance, sizes, ...own } = overrides;
  return {
    kind: 'text',
    source: 't',
    setting: {
      join: join ?? 'stack',
      separator: separator ?? aSpan(' · '),
      leading: leading ?? 10,
      align: align ?? 'left',
      role: role ?? 'text',
      wrap: wrap ?? 'words',
      balance: balance ?? false,
      sizes: sizes ?? [],
    },
    parts: texts.map((text) => [aSpan(text)]),
    ...own,
  };
}

export function aStack(
  children: readonly Block[],
  overrides: Partial<StackBlock> = {},
): StackBlock {
  return { kind: 'stack', source: 's', gap: 0, children, ...overrides };
}

/** Tracks in words, as templates have them: `20` points, `1fr`, `auto`. */
export function aColumns(
  tracks: string,
  children: readonly Block[],
  overrides: Partial<ColumnsBlock> = {},
): ColumnsBlock {
  return {
    kind: 'columns',
    source: 'c',
    tracks: tracks.split(' ').map((track) => {
      if (track === 'auto') return { kind: 'content' } as const;
      const number = Number.parseFloat(track);
      return track.endsWith('fr')
        ? ({ kind: 'share', weight: number } as const)
        : ({ kind: 'fixed', width: number } as const);
    }),
    gap: 0,
    spread: false,
    children,
    ...overrides,
  };
}

export function aPlace(block: Block, overrides: Partial<Place> = {}): Place {
  const corner = { points: 0, share: 0 };
  return { x: corner, y: corner, middle: false, block, ...overrides };
}

export function aFrame(places: readonly Place[], height = 0, pad = 0): Block {
  return { kind: 'frame', source: 'f', height, pad, places };
}

export function aBox(children: readonly Block[], overrides: Partial<BoxBlock> = {}): BoxBlock {
  const plain = { padX: 0, padY: 0, hug: false, align: 'left' } as const;
  return { kind: 'box', source: 'b', ...plain, fill: 1, children, ...overrides };
}

export function aField(overrides: Partial<FieldBlock> = {}): FieldBlock {
  return {
    kind: 'field',
    source: 'p',
    width: 10,
    height: 0,
    inset: 1,
    maxHeight: 6,
    fillBelow: 5,
    stroke: { width: 0.5, gray: 0 },
    align: 'left',
    ...overrides,
  };
}

export function aDigits(overrides: Partial<DigitsBlock> = {}): DigitsBlock {
  return {
    kind: 'digits',
    source: 'd',
    digits: 3,
    decimals: 0,
    boxWidth: 5,
    leastWidth: 4,
    boxHeight: 6,
    stroke: { width: 0.5, gray: 0 },
    comma: aSpan(','),
    commaGap: 2,
    ...overrides,
  };
}

/** Something that takes room and shows where it stands. */
export function aRoom(width: number, height: number, name = 'room', alt = ''): Block {
  const image: VectorImage = { name, width, height, shapes: [] };
  return { kind: 'image', source: 'i', image, height, alt, align: 'left' };
}

export function aSymbol(columns: number, rows = columns): CodeSymbol {
  return { symbology: 'qr', columns, rows, rects: [0, 0, 1, 1] };
}

export function aRegion(children: readonly Block[], overrides: Partial<Region> = {}): Region {
  return { source: 'r', name: 'body', gap: 0, anchor: 'flow', children, ...overrides };
}

/** 120 wide and 220 high with margins of 10. */
export function aSheet(regions: readonly Region[], overrides: Partial<Sheet> = {}): Sheet {
  const margin = { top: 10, right: 10, bottom: 10, left: 10 };
  return { source: 'page', width: 120, height: 220, margin, clearance: 0, regions, ...overrides };
}

export interface Placed {
  readonly width: number;
  readonly height: number;
  readonly baseline: number | undefined;
  readonly items: readonly Item[];
  /** The items in short words. */
  readonly shown: readonly string[];
  /** `source needed > available` */
  readonly overflows: readonly string[];
  /** Type sizes a table was reduced to. */
  readonly reductions: readonly number[];
}

/** Lays a block out and places it at the origin; `room` is its own height unless given. */
export function placed(block: Block, width: number, room?: number): Placed {
  const context = createContext(measure);
  const fragment = context.layout(block, width);
  const items: Item[] = [];
  fragment.place(0, 0, room ?? fragment.height, (item) => items.push(item));
  return {
    width: round(fragment.width),
    height: round(fragment.height),
    baseline: fragment.baseline === undefined ? undefined : round(fragment.baseline),
    items,
    shown: items.map(inWords),
    overflows: context.overflows.map(
      ({ source, needed, available }) => `${source} ${round(needed)} > ${round(available)}`,
    ),
    reductions: context.reductions.map(({ size }) => size),
  };
}

/** `text x y`, `rect x y width×height`: rounded to a tenth, as widths carry a hair of slack. */
export function inWords(item: Item): string {
  switch (item.kind) {
    case 'text':
      return `${item.text} ${round(item.x)} ${round(item.y)}`;
    case 'line':
      return `line ${[item.x1, item.y1, item.x2, item.y2].map(round).join(' ')}`;
    case 'path':
    case 'form':
      return `${item.kind} ${round(item.x)} ${round(item.y)}`;
    case 'image':
    case 'rect':
    case 'code': {
      const name = item.kind === 'image' ? item.image.name : item.kind;
      const size = `${round(item.width)}×${round(item.height)}`;
      return `${name} ${round(item.x)} ${round(item.y)} ${size}`;
    }
  }
}

function round(points: number): number {
  return Math.round(points * 10) / 10 + 0;
}
