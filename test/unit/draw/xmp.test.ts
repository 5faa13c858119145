// The XMP packet: well-formed whatever the title, and what it says.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { type DocumentMetadata, infoEntries } from '../../../src/draw/metadata.ts';
import { escapeXml, xmpPacket } from '../../../src/draw/xmp.ts';
import { metadata } from './sample.ts';

/** Text by element, as an XML parser reads it. */
function parse(packet: string): ReadonlyMap<string, string> {
  const parser = new SaxesParser({ xmlns: true });
  const texts = new Map<string, string>();
  const path: string[] = [];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => path.push(name));
  parser.on('closetag', () => path.pop());
  parser.on('text', (text) => {
    const name = path.findLast((element) => !element.startsWith('rdf:')) ?? '';
    if (text.trim() !== '') texts.set(name, text);
  });
  parser.write(packet).close();
  return texts;
}

describe('xmpPacket', () => {
  it('says what the document is', () => {
    const full: DocumentMetadata = {
      ...{ ...metadata, author: 'А & Б', subject: 'шот', keywords: 'қазан, октябрь' },
    };
    assert.deepEqual(
      [...parse(xmpPacket(full))],
      [
        ['pdfaid:part', '2'],
        ['pdfaid:conformance', 'U'],
        ['dc:format', 'application/pdf'],
        ['dc:title', 'Төлем құжаты A & B <c>'],
        ['dc:creator', 'А & Б'],
        ['dc:description', 'шот'],
        ['dc:language', 'kk-KZ'],
        ['dc:source', 'sample@1'],
        ['xmp:CreateDate', '2026-11-01T00:00:00Z'],
        ['xmp:CreatorTool', 'tolem 0.1.0'],
        ['pdf:Producer', 'tolem 0.1.0'],
        ['pdf:Keywords', 'қазан, октябрь'],
      ],
    );
  });

  it('leaves out what is not known', () => {
    const names = [...parse(xmpPacket(metadata)).keys()];
    assert.ok(!names.includes('dc:creator') && !names.includes('pdf:Keywords'));
  });

  it('is well-formed for any title', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(fc.property(text, (title) => void parse(xmpPacket({ ...metadata, title }))));
  });
});

describe('escapeXml', () => {
  const cases = [
    ['A & B <c>', 'A &amp; B &lt;c&gt;'],
    ['&amp;', '&amp;amp;'],
    ['a\u0000b\u000bc\ufffe', 'abc'],
    ['\ud83d', '\ufffd'],
    ['😀 ₸', '😀 ₸'],
    ['tab\there', 'tab\there'],
  ] as const;
  for (const [text, expected] of cases) {
    it(`writes ${JSON.stringify(text)}`, () => assert.equal(escapeXml(text), expected));
  }
});

describe('infoEntries', () => {
  it('has the date of the metadata, not of today', () => {
    assert.deepEqual(infoEntries(metadata).CreationDate, new Date(Date.UTC(2026, 10, 1)));
  });

  it('records the layout with its revision', () => {
    assert.equal(infoEntries(metadata).Layout, 'sample@1');
  });
});
