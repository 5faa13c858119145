// PDFs for archives and listeners: tags, marks, languages, the attachment. That they keep the
// standards is veraPDF's affair, in test/ci/.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { drawArchive } from '../../../src/draw/archive.ts';
import { drawPdf } from '../../../src/draw/pdf.ts';
import { rasteriseRgba } from '../../../src/draw/raster.ts';
import type { Item, Page, Part } from '../../../src/typeset/page.ts';
import { dictionariesWith, readContents, readLines, readObjects } from './read-pdf.ts';
import { bold, code, drop, fonts, metadata, rect, text } from './sample.ts';

const a4 = { width: 595.275591, height: 841.889764 };
const source = {
  name: 'bill.json',
  mediaType: 'application/json',
  description: 'The bill as it was sent.',
  bytes: new TextEncoder().encode('{"төлем": 1}'),
};

const items: readonly Item[] = [
  rect([40, 40, 515, 16], { fill: 0.93 }),
  rect([300, 300, 10, 40], { fill: 0 }),
  text(44, 52, 'Төлем құжаты', { face: bold, size: 10, lang: 'kk-KZ' }),
  text(44, 72, 'Платёжный документ', { lang: 'ru-KZ' }),
  text(44, 92, '4', { spoken: '4 «Үлгі жылу желілері» ЖШС' }),
  text(60, 92, '15,00'),
  code(400, 150, 58),
  { kind: 'image', x: 300, y: 160, width: 48, height: 48, image: drop, alt: 'су', ...made() },
  text(300, 350, 'қазан', { lang: 'kk-KZ' }),
];

function made() {
  return { source: 'sample.hbs:1', role: 'figure' } as const;
}

const cell = { kind: 'cell', span: { columns: 1, rows: 1 } } as const;

const structure: Part = {
  kind: 'sheet',
  children: [
    {
      kind: 'region',
      children: [
        { kind: 'heading', level: 1, children: [2, 3] },
        { kind: 'figure', alt: 'QR-код', children: [6] },
        { kind: 'figure', alt: '10.2026: 6,71 м³', children: [1, 8] },
        { kind: 'figure', alt: 'су', children: [7] },
        {
          kind: 'table',
          children: [
            {
              kind: 'row',
              children: [
                { ...cell, heads: 'row', children: [4] },
                { ...cell, children: [5] },
                { ...cell, span: { columns: 2, rows: 1 }, children: [] },
              ],
            },
          ],
        },
      ],
    },
  ],
};

const page: Page = { ...a4, items, structure };
const pdf = drawArchive(page, fonts, metadata, source);

/** Structure elements by type, as their dictionaries say. */
function elements(type: string): readonly string[] {
  return dictionariesWith(pdf, `/S /${type}\n`);
}

/** As pdfkit writes what is not ASCII: UTF-16 behind a mark. */
function spelled(words: string): string {
  const bytes = Buffer.from(`\ufeff${words}`, 'utf16le').swap16().toString('latin1');
  return `(${bytes.replace(/[\\()\r\n]/g, (sign) => `\\${sign}`)})`;
}

/** In their order; names and numbers are none. */
function operatorsOf(content: string): readonly string[] {
  const bare = content.replace(/\([^)]*\)/g, '()');
  return bare.match(/(?<=^|[\s\])>])[A-Za-z]+(?=[\s[/]|$)/g) ?? [];
}

describe('the content of a tagged page', () => {
  const [content = ''] = readContents(pdf);

  it('is marked from end to end: no operator paints outside a sequence', () => {
    let open = 0;
    for (const operator of operatorsOf(content)) {
      if (operator === 'BDC' || operator === 'BMC') open += 1;
      if (operator === 'EMC') open -= 1;
      assert.ok(open === 0 || open === 1, 'sequences do not nest');
      if (['f', 'S', 'B', 'TJ', 'Do'].includes(operator)) assert.equal(open, 1, operator);
    }
    assert.equal(open, 0);
  });

  it('closes a sequence in the text object that it began in', () => {
    const inText = content
      .split(/^BT$/m)
      .slice(1)
      .map((rest) => rest.split(/^ET$/m)[0] ?? '');
    for (const part of inText) {
      const operators = operatorsOf(part);
      const begun = operators.filter((operator) => operator === 'BDC' || operator === 'BMC');
      const ended = operators.filter((operator) => operator === 'EMC');
      assert.ok(begun.length > 0, part);
      assert.equal(begun.length, ended.length, part);
    }
  });

  it('numbers sequences as the parent tree counts them', () => {
    const numbers = Array.from(content.matchAll(/<<\/MCID (\d+)>>/g), ([, number]) =>
      Number(number),
    );
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => index),
    );
    const [tree = ''] = dictionariesWith(pdf, '/Nums');
    const owners = /\/Nums \[0 \[([^\]]*)\]\]/.exec(tree)?.[1]?.match(/\d+ 0 R/g) ?? [];
    assert.equal(owners.length, numbers.length);
  });

  it('reads and looks as it does without tags', async () => {
    const { structure: _, ...plain } = page;
    const printed = drawPdf(plain, fonts, metadata);
    assert.deepEqual(await readLines(pdf), await readLines(printed));
    const [tagged, untagged] = [await rasteriseRgba(pdf, 72), await rasteriseRgba(printed, 72)];
    assert.ok(Buffer.compare(tagged.data, untagged.data) === 0, 'the pictures differ');
  });
});

describe('tags', () => {
  it('have the standard types of parts', () => {
    const counts = ['Document', 'Sect', 'H1', 'Figure', 'Table', 'TR', 'TH', 'TD'].map(
      (type) => elements(type).length,
    );
    assert.deepEqual(counts, [1, 1, 1, 3, 1, 1, 1, 2]);
  });

  it('say each language but the one around it', () => {
    assert.doesNotMatch(elements('H1')[0] ?? '', /\/Lang/);
    assert.match(elements('Span').join(), /\/Lang \(ru-KZ\)/);
    assert.match(dictionariesWith(pdf, '/Type /Catalog').join(), /\/Lang \(kk-KZ\)/);
  });

  it('say what stands for a text, and what a picture shows', () => {
    assert.ok(
      elements('Span')
        .join()
        .includes(`/ActualText ${spelled('4 «Үлгі жылу желілері» ЖШС')}`),
    );
    const figures = elements('Figure').join();
    for (const alt of ['QR-код', '10.2026: 6,71 м³', 'су']) {
      assert.ok(figures.includes(`/Alt ${spelled(alt)}`), alt);
    }
  });

  it('give figures their boxes, with the type in them', () => {
    assert.ok(elements('Figure').some((figure) => figure.includes('/BBox [300 489.89 ')));
  });

  it('say what headings head and how far cells reach', () => {
    assert.match(elements('TH')[0] ?? '', /\/Scope \/Row/);
    assert.ok(elements('TD').some((dictionary) => dictionary.includes('/ColSpan 2')));
  });

  it('hang in a page that names them', () => {
    const [dictionary = ''] = dictionariesWith(pdf, '/Type /Page\n');
    assert.match(dictionary, /\/StructParents 0/);
    assert.match(dictionary, /\/Tabs \/S/);
    assert.match(dictionariesWith(pdf, '/Marked').join(), /\/Marked true/);
  });
});

describe('the attachment', () => {
  it('is what was given, byte for byte, with its digests', () => {
    const [file] = readObjects(pdf).filter(({ dictionary }) =>
      dictionary.includes('EmbeddedFile\n'),
    );
    assert.deepEqual(file?.stream, Buffer.from(source.bytes));
    assert.match(file?.dictionary ?? '', /\/Subtype \/application#2Fjson/);
    const md5 = createHash('md5').update(source.bytes).digest('hex');
    assert.ok(file?.dictionary.includes(`/CheckSum <${md5}>`));
    const sha256 = createHash('sha256').update(source.bytes).digest('hex');
    const [description = ''] = dictionariesWith(pdf, '/Type /Filespec');
    assert.ok(description.includes(`SHA-256: ${sha256})`));
    assert.match(description, /\/AFRelationship \/Source/);
    assert.match(dictionariesWith(pdf, '/Type /Catalog').join(), /\/AF \[\d+ 0 R\]/);
  });

  it('makes another file of another source', () => {
    const other = drawArchive(page, fonts, metadata, { ...source, bytes: new Uint8Array(1) });
    const idOf = (bytes: Uint8Array) =>
      /\/ID \[<(\w+)>/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    assert.notEqual(idOf(other), idOf(pdf));
    assert.deepEqual(drawArchive(page, fonts, metadata, source), pdf);
  });
});

it('says in XMP which standards it keeps', () => {
  const xmp = readObjects(pdf)
    .map(({ stream }) => stream.toString('utf8'))
    .join('\n');
  assert.match(xmp, /<pdfaid:part>3<.*\n<pdfaid:conformance>A</);
  assert.match(xmp, /<pdfuaid:part [^>]*>1</);
});

it('a page without its structure, or with forms, is a bug', () => {
  assert.throws(() => drawArchive({ ...a4, items }, fonts, metadata, source), /structure/);
});
