// The structure of a page in words, a part a line, and the texts it is read as. It asserts nothing.

import assert from 'node:assert/strict';
import type { Page, Part } from '../../src/typeset/page.ts';

/** `  cell 2×1 column «text» ⟨rect⟩`: what a part is, then its own items. */
export function partsInWords(page: Page): readonly string[] {
  return linesOf(structureOf(page), page, 0);
}

/** Texts in reading order, those of figures left out: the alternative text stands for them. */
export function readTexts(page: Page): readonly string[] {
  return textsOf(structureOf(page), page);
}

export function structureOf({ structure }: Page): Part {
  assert.ok(structure, 'the page has no structure');
  return structure;
}

type Of<K extends Part['kind']> = Part & { readonly kind: K };

/** Every part of a kind, in reading order. */
export function partsOf<K extends Part['kind']>(page: Page, kind: K): Of<K>[] {
  return everyPart(structureOf(page)).filter((part) => isKind(part, kind));
}

function isKind<K extends Part['kind']>(part: Part, kind: K): part is Of<K> {
  return part.kind === kind;
}

export function everyPart(part: Part): readonly Part[] {
  const below = part.children.flatMap((child) =>
    typeof child === 'number' ? [] : everyPart(child),
  );
  return [part, ...below];
}

function linesOf(part: Part, page: Page, depth: number): string[] {
  const own = part.children.flatMap((child) =>
    typeof child === 'number' ? [itemInWords(page, child)] : [],
  );
  const words = [partInWords(part), ...own].join(' ');
  const below = part.children.flatMap((child) =>
    typeof child === 'number' ? [] : linesOf(child, page, depth + 1),
  );
  return ['  '.repeat(depth) + words, ...below];
}

function partInWords(part: Part): string {
  switch (part.kind) {
    case 'heading':
      return `heading ${part.level}`;
    case 'figure':
      return `figure "${part.alt}"`;
    case 'cell': {
      const { columns, rows } = part.span;
      const span = columns === 1 && rows === 1 ? '' : ` ${columns}×${rows}`;
      return `cell${span}${part.heads === undefined ? '' : ` heads ${part.heads}`}`;
    }
    default:
      return part.kind;
  }
}

function itemInWords({ items }: Page, index: number): string {
  const item = items[index];
  return item?.kind === 'text' ? `«${item.text}»` : `⟨${item?.kind}⟩`;
}

function textsOf(part: Part, page: Page): readonly string[] {
  if (part.kind === 'figure') return [];
  return part.children.flatMap((child) => {
    if (typeof child !== 'number') return textsOf(child, page);
    const item = page.items[child];
    return item?.kind === 'text' ? [item.text] : [];
  });
}
