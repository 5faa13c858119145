// Files in two parts: what is shared, what follows from the page alone, and that both are one PDF.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawPdf } from '../../../src/draw/pdf.ts';
import { drawAlone, joinPdf, splitPdf } from '../../../src/draw/split-pdf.ts';
import type { Form, Item, Page } from '../../../src/typeset/page.ts';
import { dictionariesWith, readContents, readLines } from './read-pdf.ts';
import { bold, fonts, metadata, rect, samplePage, staticForm, text } from './sample.ts';

const a4 = { width: 595.275591, height: 841.889764 };
const made = { source: 'sample.hbs:1', role: 'decoration' } as const;

function split(...items: readonly Item[]) {
  return splitPdf({ ...a4, items }, fonts, metadata);
}

function placed(form: Form): Item {
  return { ...made, kind: 'form', x: 40, y: 40, form };
}

function formOf(id: string, ...items: readonly Item[]): Form {
  return { id, width: 100, height: 20, items };
}

describe('a split file', () => {
  it('is the whole one in two parts', () => {
    const whole = drawPdf(samplePage, fonts, metadata);
    assert.deepEqual(joinPdf(splitPdf(samplePage, fonts, metadata)), whole);
  });

  it('shares its prefix with pages of the same packs and language, whatever they call', () => {
    const one = split(text(40, 40, 'бір'), text(40, 60, 'екі', { face: bold }));
    const other = split(placed(staticForm), text(40, 60, 'үш'));
    assert.equal(one.prefix, other.prefix);
    assert.notDeepEqual(one.tail, other.tail);
    assert.notEqual(split(text(40, 40, 'бір')).prefix.id, one.prefix.id);
    const russian = splitPdf(samplePage, fonts, { ...metadata, languageTag: 'ru-KZ' });
    assert.notEqual(russian.prefix.id, splitPdf(samplePage, fonts, metadata).prefix.id);
  });

  it('has the fonts in the prefix and the page in the tail', () => {
    const { prefix, tail } = splitPdf(samplePage, fonts, metadata);
    const [shared, own] = [prefix.bytes, tail].map((part) => Buffer.from(part).toString('latin1'));
    assert.match(shared ?? '', /^%PDF-1\.7\n.*\/Length1 /s);
    assert.doesNotMatch(own ?? '', /\/Length1 /);
    assert.match(own ?? '', /\/Type \/Page\n.*%%EOF\n$/s);
  });

  it('is the same whichever of two equal forms is known', () => {
    const lines = Array.from({ length: 20 }, (_, index) => text(0, index, `Жол ${index}`));
    const twin = () => formOf('twin', ...lines);
    const one = twin();
    const { tail } = split(placed(one), placed(twin()));
    // More than are kept by their ids: from now on another one of this id is drawn anew.
    for (let index = 0; index < 2100; index += 1) split(placed(formOf(`other ${index}`)));
    assert.deepEqual(split(placed(one), placed(twin())).tail, tail);
  });

  it('is unpacked as it was written, where a call takes back the line end of a form', () => {
    const lines = Array.from({ length: 20 }, (_, index) => text(0, index, `Жол ${index}`));
    const bottom = Math.round(a4.height * 100) / 100;
    const outer = formOf('outer at the origin', placed(formOf('inner', text(0, 10, 'ö'))));
    const items: readonly Item[] = [
      placed(formOf('long', ...lines)),
      { ...made, kind: 'form', x: 0, y: bottom - outer.height, form: outer },
      placed(formOf('long', ...lines)),
    ];
    const content = Buffer.from(drawAlone({ ...a4, items }, fonts).content).toString('latin1');
    assert.match(content, /ET\nQ\/X0 Do\nq/);
    assert.equal(readContents(joinPdf(split(...items)))[0], content);
  });

  it('has the fonts of forms too, and of forms in forms', async () => {
    const inner = formOf('inner', text(0, 10, 'ö'));
    const pdf = joinPdf(split(placed(formOf('outer', placed(inner)))));
    assert.equal(dictionariesWith(pdf, '/Type /Font\n').length, 1);
    assert.deepEqual(await readLines(pdf), ['ö']);
  });

  it('writes a form that is called twice once, however deep', () => {
    const inner = formOf('inner 2', rect([0, 0, 9, 9]));
    const pdf = joinPdf(
      split(placed(inner), placed(formOf('outer 2', placed(inner))), placed(inner)),
    );
    assert.equal(dictionariesWith(pdf, '/Subtype /Form').length, 2);
  });
});

describe('what is kept', () => {
  const page: Page = { ...a4, items: [text(40, 40, 'Шот'), placed(staticForm)] };

  it('may be forgotten: the bytes are the same, and so is the id of the prefix', () => {
    const first = splitPdf(page, fonts, metadata);
    for (let i = 0; i < 100; i += 1) {
      splitPdf(page, fonts, { ...metadata, title: `${i}`, languageTag: `x-${i}` });
    }
    const again = splitPdf(page, fonts, metadata);
    assert.notEqual(again.prefix, first.prefix);
    assert.equal(again.prefix.id, first.prefix.id);
    assert.deepEqual(joinPdf(again), joinPdf(first));
  });

  it('does not grow with forms that come once', () => {
    const first = splitPdf(page, fonts, metadata);
    for (let i = 0; i < 2100; i += 1) split(placed(formOf(`once ${i}`, rect([0, 0, 1, 1]))));
    assert.deepEqual(joinPdf(splitPdf(page, fonts, metadata)), joinPdf(first));
  });
});
