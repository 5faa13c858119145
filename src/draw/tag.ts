// The structure of a page in the words of PDF: standard structure types, languages, alternative
// texts. It writes nothing.

import type { Item, Page, Part, TextItem } from '../typeset/page.ts';

/** A structure element (ISO 32000-1, 14.7.2) and what it holds, in reading order. */
export interface Tag {
  /** A standard structure type (ISO 32000-1, 14.8.4). */
  readonly type: string;
  readonly children: readonly (Tag | Leaf)[];
  /** BCP 47; absent where it is that of the tag around it. */
  readonly language?: string;
  readonly alt?: string;
  /** Stands for what is printed, where listeners need more than readers. */
  readonly actualText?: string;
  /** An attribute dictionary (ISO 32000-1, 14.8.5), owner included. */
  readonly attributes?: object;
}

/** Items that follow each other in one tag, by their index in the page's. */
export interface Leaf {
  readonly items: readonly number[];
}

export function isLeaf(child: Tag | Leaf): child is Leaf {
  return 'items' in child;
}

/** The whole page as one tag; `language` is that of the document. */
export function tagsOf(page: Page, structure: Part, language: string): Tag {
  return tagOf(structure, { page, language });
}

interface Within {
  readonly page: Page;
  readonly language: string;
}

function tagOf(part: Part, within: Within): Tag {
  switch (part.kind) {
    case 'sheet':
      return holder('Document', part, within);
    case 'region':
      return holder('Sect', part, within);
    case 'table':
      return holder('Table', part, within);
    case 'row':
      return holder('TR', part, within);
    case 'list':
      return holder('L', part, within);
    case 'entry':
      return { type: 'LI', children: [holder('LBody', part, within)] };
    case 'paragraph':
      return holder('P', part, within);
    case 'heading':
      return holder(`H${part.level}`, part, within);
    case 'cell':
      return cellTag(part, within);
    case 'figure':
      return figureTag(part, within.page);
  }
}

function cellTag(part: Extract<Part, { kind: 'cell' }>, within: Within): Tag {
  const { columns, rows } = part.span;
  const attributes = {
    O: 'Table',
    ...(part.heads === undefined ? {} : { Scope: part.heads === 'row' ? 'Row' : 'Column' }),
    ...(columns > 1 ? { ColSpan: columns } : {}),
    ...(rows > 1 ? { RowSpan: rows } : {}),
  };
  const tag = holder(part.heads === undefined ? 'TD' : 'TH', part, within);
  return Object.keys(attributes).length > 1 ? { ...tag, attributes } : tag;
}

/** A picture is one thing, whatever it is made of; its box is in PDF's own coordinates. */
function figureTag(part: Extract<Part, { kind: 'figure' }>, { items, height }: Page): Tag {
  const own = part.children.filter((child) => typeof child === 'number');
  const boxes = own.flatMap((index) => boxOf(items[index]));
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.right));
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const BBox = [left, height - bottom, right, height - top].map(hundredths);
  return {
    type: 'Figure',
    children: [{ items: own }],
    alt: part.alt,
    attributes: { O: 'Layout', BBox },
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function boxOf(item: Item | undefined): readonly Box[] {
  switch (item?.kind) {
    case 'rect':
    case 'image':
    case 'code': {
      const { x, y, width, height } = item;
      return [{ left: x, top: y, right: x + width, bottom: y + height }];
    }
    case 'text': {
      const { x, y, width, size } = item;
      return [{ left: x, top: y - size, right: x + width, bottom: y + size / 4 }];
    }
    default:
      return [];
  }
}

function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}

/** A tag that speaks the language of its first words; the others stand in spans of their own. */
function holder(type: string, part: Part, { page, language: around }: Within): Tag {
  const language = languageOf(part, page) ?? around;
  const children: (Tag | Leaf)[] = [];
  let run: number[] = [];
  for (const child of part.children) {
    if (typeof child !== 'number') {
      run = [];
      children.push(tagOf(child, { page, language }));
      continue;
    }
    const item = page.items[child];
    const span = item?.kind === 'text' ? spanOf(item, language) : undefined;
    if (span !== undefined) {
      run = [];
      children.push({ ...span, children: [{ items: [child] }] });
      continue;
    }
    if (run.length === 0) children.push({ items: run });
    run.push(child);
  }
  return language === around ? { type, children } : { type, children, language };
}

function languageOf({ children }: Part, { items }: Page): string | undefined {
  for (const child of children) {
    const item = typeof child === 'number' ? items[child] : undefined;
    if (item?.kind === 'text' && item.lang !== undefined) return item.lang;
  }
  return undefined;
}

function spanOf({ lang, spoken }: TextItem, around: string): Omit<Tag, 'children'> | undefined {
  const foreign = lang !== undefined && lang !== around;
  if (!foreign && spoken === undefined) return undefined;
  return {
    type: 'Span',
    ...(foreign ? { language: lang } : {}),
    ...(spoken === undefined ? {} : { actualText: spoken }),
  };
}
