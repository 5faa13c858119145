// Whatever the bill: one page, everything on it, nothing over anything else.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { CodeItem, Item, Page } from '../../src/typeset/page.ts';
import { ptToMm } from '../../src/typeset/unit.ts';
import { listCases } from '../golden/case.ts';
import { anyBillOfAny } from '../support/document.ts';
import {
  type Box,
  inkOf,
  itemsOf,
  overlapOf,
  resources,
  textsOf,
  typeset,
} from '../support/render.ts';
import { numRuns } from './runs.ts';

/** Hairlines touch, and widths are sums of floats: this much (points) is no overlap. */
const tolerance = 0.3;

/** What a bill may be refused for that is right in itself: room, and what layouts ask of it. */
const refusals = /DOES_NOT_FIT|CODE_REFUSED|LAYOUT_UNKNOWN|BILL_INVALID|LANGUAGE_NOT_OFFERED/;

/** Of every sample in every language: the pages that people look at first. */
const samplePages: readonly Page[] = listCases(resources).map(({ name, json }) => {
  const outcome = typeset(JSON.parse(json));
  assert.ok(outcome.ok, name);
  return outcome.value.page;
});

/** What is said of the page of every bill that fits; a bill that does not says why. */
function checkPages(check: (page: Page) => void): void {
  for (const page of samplePages) check(page);
  let pages = 0;
  fc.assert(
    fc.property(anyBillOfAny, (bill) => {
      const outcome = typeset(bill);
      if (!outcome.ok) {
        for (const { code } of outcome.faults) assert.match(code, refusals);
        return;
      }
      pages += 1;
      check(outcome.value.page);
    }),
    { numRuns },
  );
  assert.ok(pages > numRuns / 3, `only ${pages} of ${numRuns} bills fit: generate smaller ones`);
}

test('the page is A4 and everything lies on it', () => {
  checkPages((page) => {
    assert.deepEqual([page.width, page.height].map(ptToMm).map(Math.round), [210, 297]);
    const paper = { left: 0, top: 0, right: page.width, bottom: page.height };
    for (const item of itemsOf(page)) {
      const box = boxOf(item);
      const outside = Math.max(
        paper.left - box.left,
        paper.top - box.top,
        box.right - paper.right,
        box.bottom - paper.bottom,
      );
      assert.ok(outside <= 0, `${inWords(item)} is ${outside} points off the paper`);
    }
  });
});

test('no two texts overlap', () => {
  checkPages((page) => {
    const texts = textsOf(page).map((item) => ({ item, box: inkOf(item) }));
    texts.forEach((one, index) => {
      for (const other of texts.slice(index + 1)) {
        const overlap = overlapOf(one.box, other.box);
        assert.ok(
          overlap <= tolerance,
          `${inWords(one.item)} and ${inWords(other.item)} overlap by ${overlap.toFixed(2)} points`,
        );
      }
    });
  });
});

test('no text stands over a picture, a rule or a box to write in', () => {
  checkPages((page) => {
    const texts = textsOf(page);
    for (const item of itemsOf(page).filter(isInk)) {
      for (const text of texts) {
        const overlap = overlapOf(boxOf(item), inkOf(text));
        assert.ok(overlap <= tolerance, `${inWords(text)} stands over ${inWords(item)}`);
      }
    }
  });
});

/** Bands and tags are grounds for text; rules are as thin as their strokes. */
function isInk(item: Item): boolean {
  if (item.kind === 'image') return true;
  if (item.kind !== 'rect') return false;
  return item.role === 'field' || Math.min(item.width, item.height) < 3;
}

test('no text stands over a code or in its quiet zone', () => {
  checkPages((page) => {
    for (const code of itemsOf(page)) {
      if (code.kind !== 'code') continue;
      const zone = quietBox(code);
      for (const text of textsOf(page)) {
        const overlap = overlapOf(zone, inkOf(text));
        assert.ok(overlap <= tolerance, `${inWords(text)} stands in the zone of ${inWords(code)}`);
      }
    }
  });
});

test('modules of codes are no smaller than scanners need', () => {
  checkPages((page) => {
    for (const item of itemsOf(page)) {
      if (item.kind !== 'code') continue;
      const least = item.symbol.rows === 1 ? 0.25 : 0.33;
      const moduleMm = ptToMm(item.width / item.symbol.columns);
      assert.ok(moduleMm >= least - 1e-6, `${inWords(item)} has modules of ${moduleMm} mm`);
    }
  });
});

test('type is as large as the anatomy asks', () => {
  checkPages((page) => {
    for (const text of textsOf(page)) {
      assert.ok(text.size >= 6.5, `${inWords(text)} is set at ${text.size} pt`);
    }
  });
});

/** Quiet zones of ISO/IEC 18004 (4 modules all round) and 15417 (10, left and right). */
function quietBox({ x, y, width, height, symbol }: CodeItem): Box {
  const module = width / symbol.columns;
  const [aside, above] = symbol.rows === 1 ? [10 * module, 0] : [4 * module, 4 * module];
  return { left: x - aside, top: y - above, right: x + width + aside, bottom: y + height + above };
}

function boxOf(item: Item): Box {
  switch (item.kind) {
    case 'text':
      // Letters such as р hang a fifth of their size below the baseline.
      return { ...inkOf(item), bottom: item.y + 0.2 * item.size };
    case 'line': {
      const { x1, y1, x2, y2 } = item;
      return { left: x1, top: y1, right: Math.max(x1, x2), bottom: Math.max(y1, y2) };
    }
    case 'rect':
    case 'image':
    case 'code':
      return {
        left: item.x,
        top: item.y,
        right: item.x + item.width,
        bottom: item.y + item.height,
      };
    case 'path':
    case 'form':
      return { left: item.x, top: item.y, right: item.x, bottom: item.y };
  }
}

function inWords(item: Item): string {
  if (item.kind === 'text') return `«${item.text}» (${item.source})`;
  return `${item.kind} (${item.source})`;
}
