// Items of a page model → pieces: what a reader sees as one thing. The lines of a paragraph are one
// piece, so that a text that is broken elsewhere is still the same text. It compares nothing.

import type { PageItem, PageModel } from '../draw/page-schema.ts';

export interface Piece extends Origin {
  readonly kind: PageItem['kind'];
  readonly role: PageItem['role'];
  /** `file:line`; the folder of a layout is `~`, so that copies of a layout can be compared. */
  readonly source: string;
  /** One of a paragraph's lines each; exactly one for all other kinds. */
  readonly items: readonly [PageItem, ...PageItem[]];
  /** What it says: text, payload of a code, name of an image; empty for rules and grounds. */
  readonly content: string;
  /** The same without spaces and hyphens, which come and go with the ends of lines. */
  readonly core: string;
  readonly lines: number;
  readonly box: Box;
}

/** Only where the page model tells. */
interface Origin {
  /** Where the bill says it, as a JSON pointer. */
  readonly field?: string;
  /** The same with `*` for every row: rows may have come or gone above. */
  readonly fieldOfAnyRow?: string;
  /** Which fixed word of the layout it is, and where in a table it stands. */
  readonly label?: string;
  readonly table?: string;
  readonly column?: string;
}

/** Points; `y` is the top. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** In the order of the page. */
export function piecesOf({ items }: Pick<PageModel, 'items'>): readonly Piece[] {
  const groups: [PageItem, ...PageItem[]][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group !== undefined && continues(group, item)) group.push(item);
    else groups.push([item]);
  }
  return groups.map(pieceOf);
}

/** Of the font sizes that layouts use, lines are never further apart. */
const leadingLimit = 2.2;

function continues(group: readonly PageItem[], item: PageItem): boolean {
  const last = group.at(-1);
  if (last?.kind !== 'text' || item.kind !== 'text') return false;
  return (
    sameOrigin(last, item) &&
    last.lang === item.lang &&
    last.face === item.face &&
    last.size === item.size &&
    isNext(last, item)
  );
}

/** On the next line, or on the same one without more than a word space between them. */
function isNext(last: TextItem, item: TextItem): boolean {
  const step = item.y - last.y;
  if (step !== 0) return step > 0 && step < leadingLimit * item.size;
  return Math.abs(item.x - last.x - last.width) < item.size;
}

type TextItem = Extract<PageItem, { kind: 'text' }>;

function sameOrigin(a: PageItem, b: PageItem): boolean {
  if (a.source !== b.source || a.role !== b.role || a.form !== b.form) return false;
  return a.label === b.label && a.field?.join() === b.field?.join();
}

function pieceOf(items: readonly [PageItem, ...PageItem[]]): Piece {
  const [first] = items;
  const content = contentOf(items);
  return {
    kind: first.kind,
    role: first.role,
    source: first.source.replace(/^[^_/][^/]*\//, '~/'),
    items,
    content,
    core: content.replaceAll(/[\s\u00AD]/g, ''),
    lines: new Set(items.map(({ y }) => y)).size,
    box: boxAround(items.map(boxOf)),
    ...originOf(first),
  };
}

function originOf({ field, label, table, column }: PageItem): Origin {
  const [pointer] = field ?? [];
  return {
    ...(pointer === undefined
      ? {}
      : { field: pointer, fieldOfAnyRow: pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*') }),
    ...(label === undefined ? {} : { label }),
    ...(table === undefined ? {} : { table }),
    ...(column === undefined ? {} : { column }),
  };
}

function contentOf(items: readonly [PageItem, ...PageItem[]]): string {
  const [first] = items;
  switch (first.kind) {
    case 'text':
      return textOf(items);
    case 'code':
      return first.payload;
    case 'image':
      return first.image;
    default:
      return '';
  }
}

function textOf(items: readonly PageItem[]): string {
  let text = '';
  let y: number | undefined;
  for (const item of items) {
    if (item.kind !== 'text') continue;
    const space = y === undefined || item.y === y || text.endsWith(' ') ? '' : ' ';
    text += space + item.text;
    y = item.y;
  }
  return text;
}

/** Of type, how far letters reach above and below the baseline, as a share of its size. */
const ascent = 0.75;
const descent = 0.22;

function boxOf(item: PageItem): Box {
  switch (item.kind) {
    case 'text': {
      const { x, y, width, size } = item;
      return { x, y: y - ascent * size, width, height: (ascent + descent) * size };
    }
    case 'line': {
      const { x, y, x2, y2 } = item;
      return { x: Math.min(x, x2), y: Math.min(y, y2), ...spanOf(x, x2, y, y2) };
    }
    case 'path': {
      const points = item.segments.flatMap((segment) => segment.slice(1).map(Number));
      const xs = points.filter((_, index) => index % 2 === 0);
      const ys = points.filter((_, index) => index % 2 === 1);
      const [left, top] = [Math.min(0, ...xs), Math.min(0, ...ys)];
      const width = (Math.max(0, ...xs) - left) * item.scale;
      const height = (Math.max(0, ...ys) - top) * item.scale;
      return { x: item.x + left * item.scale, y: item.y + top * item.scale, width, height };
    }
    default: {
      const { x, y, width, height } = item;
      return { x, y, width, height };
    }
  }
}

function spanOf(x: number, x2: number, y: number, y2: number) {
  return { width: Math.abs(x2 - x), height: Math.abs(y2 - y) };
}

export function boxAround(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}
