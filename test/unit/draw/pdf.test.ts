// Whole PDFs: what can be read back out of them.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawPdf } from '../../../src/draw/pdf.ts';
import type { Item, Page } from '../../../src/typeset/page.ts';
import { drawPages } from '../../support/draw-pages.ts';
import { dictionariesWith, readContents, readLines, readObjects } from './read-pdf.ts';
import {
  bold,
  code,
  drop,
  fonts,
  lines,
  metadata,
  rect,
  samplePage,
  staticForm,
  text,
} from './sample.ts';

const a4 = { width: 595.275591, height: 841.889764 };

function draw(...items: readonly Item[]): Uint8Array {
  return drawPdf({ ...a4, items }, fonts, metadata);
}

/** PDFium reports a run of spaces as one. */
function oneSpace(line: string): string {
  return line.replace(/ {2,}/g, ' ');
}

describe('text', () => {
  it('reads as it was written, every letter of it', async () => {
    const read = await readLines(drawPdf(samplePage, fonts, metadata));
    const heads = 'Тұрақты бөлік Тұрақты бөлік';
    assert.deepEqual(read, [...Object.values(lines).map(oneSpace), heads]);
  });

  it('keeps no-break spaces and hyphens apart from plain ones', async () => {
    const content = 'a\u00a0b c 20\u201125-30\u202f%';
    assert.deepEqual(await readLines(draw(text(40, 40, content))), [content]);
  });

  it('reads runs of one line in their order, with a space where there is a gap', async () => {
    const runs = [
      text(40, 40, 'Барлығы', { face: bold }),
      text(90, 40, '· Итого'),
      text(200, 40, '15,00'),
    ];
    assert.deepEqual(await readLines(draw(...runs)), ['Барлығы · Итого 15,00']);
  });

  it('reads runs that step back on their line', async () => {
    const runs = [text(200, 40, 'екі'), text(40, 40, 'бір'), text(40, 60, 'үш')];
    const read = await readLines(draw(...runs));
    assert.deepEqual(read.join(' ').split(' ').toSorted(), ['бір', 'екі', 'үш'].toSorted());
  });
});

describe('fonts', () => {
  const embedded = (pdf: Uint8Array) =>
    dictionariesWith(pdf, '/Type /Font\n').map((font) => /BaseFont \/(\S+)/.exec(font)?.[1]);

  it('are embedded once each, with a ToUnicode map and no named encoding', () => {
    const pdf = draw(text(40, 40, 'Аа'), text(40, 60, 'Бб', { face: bold }), text(40, 80, 'Вв'));
    const dictionaries = dictionariesWith(pdf, '/Type /Font\n');
    assert.equal(dictionaries.length, 2);
    for (const dictionary of dictionaries) {
      assert.match(dictionary, /\/ToUnicode \d+ 0 R/);
      assert.doesNotMatch(dictionary, /\/Encoding/);
    }
    assert.equal(dictionariesWith(pdf, '/FontFile2').length, 2);
  });

  it('of equal letters share one ToUnicode map', () => {
    const pdf = draw(text(40, 40, 'А'), text(40, 60, 'А', { face: bold }));
    const maps = readObjects(pdf).filter(({ stream }) => stream.includes('begincmap'));
    assert.equal(maps.length, 1);
  });

  it('come with an extension pack only where one of its letters occurs', () => {
    assert.equal(embedded(draw(text(40, 40, 'Қазақ'))).length, 1);
    assert.equal(embedded(draw(text(40, 40, 'Қазақ ö'))).length, 2);
    assert.equal(embedded(draw(text(40, 40, 'ö'))).length, 1);
    assert.equal(embedded(draw(rect([0, 0, 9, 9]))).length, 0);
  });

  it('have names that tell subsets apart', () => {
    const names = embedded(draw(text(40, 40, 'Қö'), text(40, 60, 'Қ', { face: bold })));
    assert.equal(new Set(names).size, 3);
    for (const name of names) assert.match(name ?? '', /^[A-Z]{6}\+RobotoCondensed-/);
  });
});

describe('colours', () => {
  it('are gray only, and nothing is raster or transparent', () => {
    const pdf = drawPdf(samplePage, fonts, metadata);
    for (const content of readContents(pdf)) {
      const operators =
        withoutStrings(content).match(/(?<=^|[\s\])])[A-Za-z]+[*01]?(?=[\s[/]|$)/g) ?? [];
      const banned = ['rg', 'RG', 'k', 'K', 'sc', 'scn', 'SC', 'SCN', 'cs', 'CS', 'gs', 'sh', 'BI'];
      assert.deepEqual(
        operators.filter((operator) => banned.includes(operator)),
        [],
      );
      assert.ok(operators.length > 0);
    }
    assert.deepEqual(dictionariesWith(pdf, '/Subtype /Image'), []);
    assert.deepEqual(dictionariesWith(pdf, '/ExtGState'), []);
  });
});

function withoutStrings(content: string): string {
  return content.replace(/\([^)]*\)/g, '()');
}

describe('objects that are drawn twice', () => {
  const forms = (pdf: Uint8Array) => dictionariesWith(pdf, '/Subtype /Form').length;
  const made = { source: 'sample.hbs:1', role: 'figure' } as const;
  const image = (x: number): Item => ({
    ...{ ...made, kind: 'image', x, y: 40, width: 20, height: 20, image: drop, alt: 'су' },
  });

  it('images stand in the file once', () => {
    assert.equal(forms(draw(image(40), image(80))), 1);
    assert.equal(
      readContents(draw(image(40), image(80)))[0]?.match(/\/I[0-9a-f]{12} Do/g)?.length,
      2,
    );
  });

  const form = (y: number, drawn = staticForm): Item => {
    return { ...made, kind: 'form', x: 40, y, form: drawn };
  };

  it('forms stand in a file of several pages once, with the images in them', () => {
    const pageOf = (...items: Item[]) => ({ ...a4, items });
    const pages = [pageOf(form(40), form(90), image(300)), pageOf(form(0, { ...staticForm }))];
    assert.equal(forms(drawPages(pages, fonts, metadata)), 2);
  });

  it('forms stand in the content itself where there is one page', () => {
    const pdf = draw(form(40), form(90));
    assert.equal(forms(pdf), 1);
    assert.equal(readContents(pdf)[0]?.match(/^q 1 0 0 1 40 /gm)?.length, 2);
  });

  it('pages of one file share fonts, images and forms', () => {
    const two = drawPages([samplePage, samplePage], fonts, metadata);
    const three = drawPages([samplePage, samplePage, samplePage], fonts, metadata);
    assert.equal(forms(three), forms(two));
    assert.equal(dictionariesWith(three, '/FontFile2').length, 5);
    assert.equal(dictionariesWith(three, '/Type /Page\n').length, 3);
    assert.match(dictionariesWith(three, '/Type /Pages')[0] ?? '', /\/Count 3/);
  });
});

describe('the document', () => {
  const pdf = draw(text(40, 40, 'Шот'));

  it('has one page of the right size', () => {
    const [page = '', ...others] = dictionariesWith(pdf, '/Type /Page\n');
    assert.deepEqual(others, []);
    assert.match(page, /\/MediaBox \[0 0 595\.275591 841\.889764\]/);
    assert.match(page, /\/TrimBox \[0 0 595\.275591 841\.889764\]/);
  });

  it('says its language, its title and that viewers show it', () => {
    assert.match(dictionariesWith(pdf, '/Type /Catalog')[0] ?? '', /\/Lang \(kk-KZ\)/);
    assert.equal(dictionariesWith(pdf, '/DisplayDocTitle true').length, 1);
  });

  it('names PDF/A-2u and a gray output intent', () => {
    const packet = readObjects(pdf).find(({ dictionary }) => dictionary.includes('/Subtype /XML'));
    assert.match(String(packet?.stream), /<pdfaid:part>2<\/pdfaid:part>/);
    assert.match(String(packet?.stream), /<pdfaid:conformance>U<\/pdfaid:conformance>/);
    assert.equal(dictionariesWith(pdf, '/S /GTS_PDFA1').length, 1);
  });

  it('is the same bytes again, whatever was drawn in between', () => {
    const first = drawPdf(samplePage, fonts, metadata);
    draw(text(40, 40, 'ö и й ї'), code(90, 90, 50));
    assert.deepEqual(drawPdf(samplePage, fonts, metadata), first);
  });

  it('owns its memory whole', () => {
    assert.equal(pdf.byteOffset, 0);
    assert.equal(pdf.buffer.byteLength, pdf.byteLength);
  });

  it('has an identifier that follows content and metadata', () => {
    const id = (bytes: Uint8Array) =>
      /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(Buffer.from(bytes).toString('latin1'))?.[1];
    const page: Page = { ...a4, items: [text(40, 40, 'Шот')] };
    const retitled = drawPdf(page, fonts, { ...metadata, title: 'Басқа' });
    assert.equal(id(pdf), id(drawPdf(page, fonts, metadata)));
    assert.notEqual(id(pdf), id(retitled));
    assert.notEqual(id(pdf), id(draw(text(40, 40, 'шот'))));
    assert.match(id(pdf) ?? '', /^[0-9a-f]{32}$/);
  });

  it('stays small', () => {
    assert.ok(pdf.length < 16_000, `${pdf.length} bytes`);
  });
});
