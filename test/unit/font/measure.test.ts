// Widths by look-up against fontkit's layout of the whole string.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encodeRun } from '../../../src/font/encode.ts';
import { closestPairEm, leastPairEm } from '../../../src/font/kerning.ts';
import { measureWith } from '../../../src/font/measure.ts';
import type { MeasuredRun } from '../../../src/typeset/measure.ts';
import { faceNames, fonts, lettersOf, openFont } from './source.ts';

const measure = measureWith(fonts);

/**
 * Ligatures are off, as in the packs. U+2044 makes fontkit build fractions, which nobody asked for.
 * Pairs that the face sets closer than the packs may are counted at the closest, those that it
 * hardly moves as not moved.
 */
function layoutWidth(face: string, text: string): number {
  const font = openFont(face);
  const closest = -Math.floor(closestPairEm * font.unitsPerEm);
  const { glyphs, positions } = font.layout(text, { liga: false });
  const advances = positions.map(({ xAdvance }, index) => {
    const own = glyphs[index]?.advanceWidth ?? 0;
    const kerning = xAdvance - own;
    const isSlight = Math.abs(kerning) < leastPairEm * font.unitsPerEm;
    return own + (isSlight ? 0 : Math.max(closest, kerning));
  });
  return advances.reduce((sum, advance) => sum + advance, 0) / font.unitsPerEm;
}

function checkWidth(face: string, text: string): void {
  const difference = measure.width(face, 1, text) - layoutWidth(face, text);
  assert.ok(Math.abs(difference) < 1e-6, `${face}: «${text}» differs by ${difference} em`);
}

const texts = [
  '',
  ' ',
  'Төленетін сома · Сумма к оплате',
  'Әкімшілік, Ғимарат, Қазақстан, Ұйым, Үй, Һәм, Ішкі, Өсімпұл, Жаңа',
  'Объём, щётка, ЙОД, Ёлка, подъезд № 5',
  '1\u00a0234\u00a0567,89 ₸',
  '\u22121 305,10',
  'TAVATAR To Ty WAVE Pa. L’été “quoted”',
  'office@fifth-affair.kz',
  '25\u2011іне дейін, 20–25 — 5×3 м³, 20°',
  'ГОСТ Р 50.1.029-2001; IBAN KZ12 3456',
  'Müller & Søn, Ğğ Şş İı Ñ Ū, Łódź',
  'Їжак і Ґанок, Ўзбек, Җәй',
  'ΑΩ αω ≤ ≥ ± ½ €',
];

describe('width', () => {
  for (const face of faceNames) {
    it(`is fontkit's for ordinary texts in ${face}`, () => {
      for (const text of texts) checkWidth(face, text);
    });

    it(`is fontkit's for any letters of any packs in ${face}`, () => {
      const letters = lettersOf(face).filter((letter) => letter !== '\u2044');
      const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 });
      fc.assert(
        fc.property(text, (content) => checkWidth(face, content)),
        { numRuns: 300 },
      );
    });

    it(`parts a figure at its last comma in ${face}`, () => {
      const wholes = {
        '12\u00a0345,67': '12\u00a0345',
        '1,234,5': '1,234',
        '\u2212353,73': '\u2212353',
        ',5': '',
        '8\u00a0590': '8\u00a0590',
        '': '',
        'То\u00ad,Т': 'То',
      };
      for (const [text, whole] of Object.entries(wholes)) {
        const figure: MeasuredRun = { face, size: 8, text };
        measure.figure(figure);
        assert.equal(figure.whole, measure.width(face, 8, whole), text);
        assert.equal(figure.width, measure.width(face, 8, text), text);
      }
    });

    it(`gives figures one width and no kerning in ${face}`, () => {
      const digit = measure.width(face, 1, '0');
      for (let number = 0; number < 100; number += 1) {
        const text = String(number).padStart(2, '0');
        assert.equal(measure.width(face, 1, text), 2 * digit, text);
      }
    });

    it(`grows with the size in ${face}`, () => {
      const text = 'Тариф';
      assert.equal(measure.width(face, 16, text), 2 * measure.width(face, 8, text));
    });

    it(`kerns across a soft hyphen as if it were not there in ${face}`, () => {
      const plain = measure.width(face, 8, 'Тарату');
      assert.equal(measure.width(face, 8, 'Т\u00adа\u00adр\u200bа\u2060ту'), plain);
    });
  }

  it('kerns at all', () => {
    const apart = measure.width('RobotoCondensed-Bold', 1, 'Т') + 0;
    const pair = measure.width('RobotoCondensed-Bold', 1, 'То');
    assert.ok(pair < apart + measure.width('RobotoCondensed-Bold', 1, 'о'));
  });

  it('refuses a face that is not there', () => {
    assert.throws(() => measure.width('Roboto-Comic', 8, 'a'), /there is no face Roboto-Comic/);
  });
});

describe('missing', () => {
  const present = [
    'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ',
    'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789',
    '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~',
    '₸№«»„“”‘’–—…·•×±°²³§\u2212\u2011\u00a0\u202f\u2009',
    'ÄäÖöÜüÑñĞğŞşİıŪūŊŋ',
    '\u00ad\u200b\u2060',
  ];
  const absent: readonly (readonly [string, number])[] = [
    ['a\tb', 0x09],
    ['→', 0x2192],
    ['中文', 0x4e2d],
    ['ok 😀', 0x1f600],
    ['и\u0306', 0x306],
    ['\ufeff', 0xfeff],
    ['\ud83d', 0xd83d],
  ];
  for (const face of faceNames) {
    it(`is nothing for the letters of a bill in ${face}`, () => {
      for (const text of present) assert.equal(measure.missing(face, text), undefined, text);
    });

    it(`is the first code point without a glyph in ${face}`, () => {
      for (const [text, codePoint] of absent) assert.equal(measure.missing(face, text), codePoint);
    });
  }

  it('core has every letter of Kazakh and Russian', () => {
    const used: string[] = [];
    const out = { bytes: new Uint8Array(1000), length: 0 };
    for (const face of fonts.faces.values()) {
      for (const letter of [...present.slice(0, 2), '№ 0 – «1», “a”… − ₸'].join('')) {
        encodeRun(face, letter, out, { usePack: ({ id }) => used.push(id), shift: () => 0 });
      }
    }
    assert.deepEqual(new Set(used), new Set(['core']));
  });
});
