// Volumes: one document of many pages, read back page by page, and the memory it takes.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { queryObjects } from 'node:v8';
import PDFDocument from 'pdfkit';
import { drawPdf } from '../../../src/draw/pdf.ts';
import { type PageMarks, VolumeWriter } from '../../../src/draw/volume.ts';
import type { Page } from '../../../src/typeset/page.ts';
import { dictionariesWith, readObjects, readPages } from './read-pdf.ts';
import { bold, drop, fonts, metadata, samplePage, staticForm, text } from './sample.ts';

const a4 = { width: 595.275591, height: 841.889764 };
const made = { source: 'sample.hbs:1', role: 'decoration' } as const;

/** No two pages alike; every third with another set of fonts and images. */
function numbered(index: number): Page {
  const face = index % 3 === 0 ? { face: bold } : {};
  const items: Page['items'] = [
    text(40, 40, `Бет ${index}`, face),
    { ...made, kind: 'form', x: 40, y: 240, form: { ...staticForm } },
  ];
  const logo = { ...made, kind: 'image', x: 9, y: 9, width: 9, height: 9, alt: 'су' } as const;
  return { ...a4, items: index % 3 === 0 ? [...items, { ...logo, image: drop }] : items };
}

function volumeOf(pages: readonly Page[], marks: readonly PageMarks[] = []): Uint8Array {
  const pieces: Uint8Array[] = [];
  const volume = new VolumeWriter(fonts, metadata, (bytes) => pieces.push(bytes));
  pages.forEach((page, index) => {
    volume.add(page, marks[index]);
  });
  volume.finish();
  return Buffer.concat(pieces);
}

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('a volume', () => {
  it('shows each page as it is drawn alone', async () => {
    const pages = [samplePage, numbered(0), numbered(1), { ...samplePage, width: 300 }];
    const alone = await Promise.all(
      pages.map(async (page) => (await readPages(drawPdf(page, fonts, metadata)))[0]),
    );
    assert.deepEqual(await readPages(volumeOf(pages)), alone);
  });

  it('holds fonts, images, forms and the profile once', () => {
    const pdf = volumeOf(numbers(200).map(numbered));
    assert.equal(dictionariesWith(pdf, '/FontFile2').length, 2);
    assert.equal(dictionariesWith(pdf, '/Subtype /Form').length, 2);
    assert.equal(dictionariesWith(pdf, '/S /GTS_PDFA1').length, 1);
  });

  it('has small pages that name the resources they share', () => {
    const pages = dictionariesWith(volumeOf(numbers(200).map(numbered)), '/Type /Page\n');
    assert.equal(pages.length, 200);
    for (const page of pages) assert.ok(page.length < 180, page);
    const shared = new Set(pages.map((page) => /\/Resources (\d+ 0 R)/.exec(page)?.[1]));
    assert.equal(shared.size, 4);
  });

  it('is the same bytes again', () => {
    const pages = numbers(70).map(numbered);
    assert.deepEqual(volumeOf(pages), volumeOf(pages));
  });

  it('comes in pieces that are the caller’s own', () => {
    const pieces: Uint8Array[] = [];
    const volume = new VolumeWriter(fonts, metadata, (bytes) => pieces.push(bytes));
    for (const index of numbers(1200)) volume.add(numbered(index));
    assert.ok(pieces.length > 1, 'nothing is written before the end');
    volume.finish();
    for (const piece of pieces) {
      assert.equal(piece.buffer.byteLength, piece.length);
      assert.ok(piece.length < 140_000, `${piece.length} bytes at once`);
    }
    assert.deepEqual(Buffer.concat(pieces), volumeOf(numbers(1200).map(numbered)));
  });

  it('has one page at least', () => {
    assert.throws(() => volumeOf([]), /one page/);
  });
});

/** Page numbers as the tree holds them, and how many steps each is from the top. */
function walkTree(pdf: Uint8Array): readonly { readonly page: string; readonly depth: number }[] {
  const objects = new Map(readObjects(pdf).map(({ id, dictionary }) => [`${id}`, dictionary]));
  const catalogue = [...objects.values()].find((dictionary) => dictionary.includes('/Catalog'));
  const walk = (
    id: string,
    parent: string | undefined,
    depth: number,
  ): { page: string; depth: number }[] => {
    const dictionary = objects.get(id) ?? '';
    assert.equal(/\/Parent (\d+) 0 R/.exec(dictionary)?.[1], parent);
    if (dictionary.includes('/Type /Page\n')) return [{ page: id, depth }];
    const kids = /\/Kids \[([^\]]*)\]/.exec(dictionary)?.[1] ?? '';
    const found = [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid = '']) =>
      walk(kid, id, depth + 1),
    );
    assert.equal(/\/Count (\d+)/.exec(dictionary)?.[1], `${found.length}`);
    return found;
  };
  return walk(/\/Pages (\d+) 0 R/.exec(catalogue ?? '')?.[1] ?? '', undefined, 0);
}

describe('the page tree', () => {
  const cases = [
    [1, 1],
    [63, 1],
    [64, 1],
    [65, 2],
    [130, 2],
    [64 * 64, 2],
    [64 * 64 + 1, 3],
  ] as const;
  for (const [count, depth] of cases) {
    it(`of ${count} pages has them in order, ${depth} steps from the top`, () => {
      const page: Page = { ...a4, items: [] };
      const walked = walkTree(volumeOf(numbers(count).map(() => page)));
      assert.equal(walked.length, count);
      const ids = walked.map(({ page: id }) => Number(id));
      assert.deepEqual(
        ids,
        ids.toSorted((a, b) => a - b),
      );
      assert.deepEqual(new Set(walked.map((found) => found.depth)), new Set([depth]));
    });
  }
});

describe('page labels', () => {
  const page: Page = { ...a4, items: [] };
  const nums = (labels: readonly (string | undefined)[]) =>
    dictionariesWith(
      volumeOf(
        labels.map(() => page),
        labels.map((label) => (label === undefined ? {} : { label })),
      ),
      '/Nums',
    ).map((dictionary) => /\/Nums \[(.*)\]/s.exec(dictionary)?.[1]?.replace(/\s+/g, ' '));

  const cases: readonly (readonly [string, readonly (string | undefined)[], string | undefined])[] =
    [
      ['are left out where there are none', [undefined, undefined], undefined],
      ['that count on are one range', ['7', '8', '9', '10'], '0 << /S /D /St 7 >>'],
      [
        'with zeros in front change their prefix at a power of ten',
        ['A-08', 'A-09', 'A-10'],
        '0 << /S /D /St 8 /P (A-0) >> 2 << /S /D /St 10 /P (A-) >>',
      ],
      [
        'without a number stand as they are',
        ['cover', 'cover', 'x'],
        '0 << /P (cover) >> 2 << /P (x) >>',
      ],
      [
        'may begin and end anywhere',
        [undefined, '5', undefined],
        '0 << >> 1 << /S /D /St 5 >> 2 << >>',
      ],
    ];
  for (const [name, labels, expected] of cases) {
    it(name, () => assert.equal(nums(labels)[0], expected));
  }

  it('without any order are a tree', () => {
    const pdf = volumeOf(
      numbers(150).map(() => page),
      numbers(150).map((index) => ({ label: `${(index * 7) % 150}a` })),
    );
    assert.equal(dictionariesWith(pdf, '/Limits').length, 3);
    assert.match(dictionariesWith(pdf, '/Limits [128 149]')[0] ?? '', /\/Nums/);
  });
});

describe('the outline', () => {
  const page: Page = { ...a4, items: [] };

  it('is absent where no page has a line in it', () => {
    assert.deepEqual(dictionariesWith(volumeOf([page]), '/Outlines'), []);
  });

  it('has pages under their section, linked in order', () => {
    const marks = [
      { bookmark: 'Cover' },
      { section: 'Абай 1', bookmark: 'a' },
      { section: 'Абай 1' },
      { section: 'Абай 1', bookmark: 'b' },
      { section: 'Абай 2' },
      { section: 'Абай 3', bookmark: 'c' },
    ];
    const pdf = volumeOf(
      marks.map(() => page),
      marks,
    );
    assert.deepEqual(outlineOf(pdf), [
      'Cover → 1',
      'Абай 1 (-2) → 2',
      '  a → 2',
      '  b → 4',
      'Абай 2 → 5',
      'Абай 3 (-1) → 6',
      '  c → 6',
    ]);
    assert.equal(dictionariesWith(pdf, '/PageMode /UseOutlines').length, 1);
  });

  it('has what stands beside after everything else, each section once', () => {
    const marks = [
      { section: 'Абай 1', sectionBeside: 'Абай 2' },
      { section: 'Абай 1', sectionBeside: 'Абай 3' },
      { section: 'Абай 2', sectionBeside: 'Абай 3' },
      { section: 'Абай 2' },
    ];
    const pdf = volumeOf(
      marks.map(() => page),
      marks,
    );
    assert.deepEqual(outlineOf(pdf), ['Абай 1 → 1', 'Абай 2 → 3', 'Абай 3 → 2']);
  });
});

/** Lines of the outline with the number of lines they hide and their page, links checked. */
function outlineOf(pdf: Uint8Array): readonly string[] {
  const objects = new Map(readObjects(pdf).map(({ id, dictionary }) => [`${id}`, dictionary]));
  const pages = walkTree(pdf).map(({ page }) => page);
  const pointer = (dictionary: string, key: string) =>
    new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(dictionary)?.[1];
  const walk = (parent: string, indent: string): string[] => {
    const lines: string[] = [];
    let previous: string | undefined;
    for (let id = pointer(objects.get(parent) ?? '', 'First'); id !== undefined; ) {
      const entry = objects.get(id) ?? '';
      assert.equal(pointer(entry, 'Parent'), parent);
      assert.equal(pointer(entry, 'Prev'), previous);
      const count = /\/Count (-?\d+)/.exec(entry)?.[1];
      const place = pages.indexOf(pointer(entry, 'Dest') ?? '') + 1;
      lines.push(
        `${indent}${titleOf(entry)}${count === undefined ? '' : ` (${count})`} → ${place}`,
      );
      lines.push(...walk(id, `${indent}  `));
      previous = id;
      id = pointer(entry, 'Next');
    }
    assert.equal(pointer(objects.get(parent) ?? '', 'Last'), previous);
    return lines;
  };
  const root = [...objects].find(([, dictionary]) => dictionary.includes('/Type /Outlines'));
  return walk(root?.[0] ?? '', '');
}

/** Plain, or UTF-16 after its mark; the bytes read as Latin-1. */
function titleOf(entry: string): string {
  const spelled = /\/Title \((.*)\)\n/s.exec(entry)?.[1] ?? '';
  const bytes = Buffer.from(spelled.replace(/\\(.)/gs, '$1'), 'latin1');
  return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : spelled;
}

describe('memory', () => {
  it('holds as many objects after many pages as after few', () => {
    const reference = new PDFDocument({ autoFirstPage: false }).ref({});
    const kinds = [Map, Uint8Array, reference.constructor as () => void];
    const live = () => kinds.map((kind) => Number(queryObjects(kind, { format: 'count' })));
    const volume = new VolumeWriter(fonts, metadata, () => undefined);
    const marks = (index: number) => ({
      label: `${(index * 7) % 1000}a`,
      section: `${index >> 5}`,
      bookmark: `${index}`,
    });
    const addTo = (end: number) => {
      while (volume.length < end) volume.add(numbered(volume.length), marks(volume.length));
    };
    addTo(200);
    const few = live();
    addTo(64 * 32 + 200);
    const many = live();
    many.forEach((count, kind) => {
      assert.ok(count <= (few[kind] ?? 0) + 8, `${count} objects after ${few[kind]}`);
    });
    volume.finish();
  });
});
