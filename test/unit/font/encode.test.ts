// Encoded runs: the right bytes of the right packs, and a pen that keeps to the measure.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { encodeRun, largestDebt, type RunSink } from '../../../src/font/encode.ts';
import type { Face, Pack } from '../../../src/font/face.ts';
import { faceNamed, measureWith } from '../../../src/font/measure.ts';
import { faceNames, fonts, lettersOf } from './source.ts';

const measure = measureWith(fonts);

/** Records a run as a viewer walks it. */
class Recorder implements RunSink {
  readonly steps: (string | number)[] = [];
  readonly out = { bytes: new Uint8Array(1000), length: 0 };
  pen = 0;
  #pack: Pack | undefined;

  usePack(pack: Pack): void {
    this.takeLetters();
    this.#pack = pack;
    this.steps.push(`/${pack.id}`);
  }

  shift(thousandths: number): void {
    assert.notEqual(thousandths, 0);
    this.takeLetters();
    this.pen += thousandths;
    this.steps.push(thousandths);
  }

  takeLetters(): void {
    for (const code of this.out.bytes.subarray(0, this.out.length)) {
      assert(this.#pack, 'a letter came before its pack');
      this.pen += this.#pack.widths[code - this.#pack.firstCode] ?? 0;
      this.steps.push(String.fromCharCode(code));
    }
    // A sink may write, and may bring another buffer.
    this.out.bytes = new Uint8Array(1000);
    this.out.length = 0;
  }
}

function record(face: Face, text: string): Recorder {
  const recorder = new Recorder();
  const pen = encodeRun(face, text, recorder.out, recorder);
  recorder.takeLetters();
  assert.equal(pen, recorder.pen, 'the pen that is returned is the pen that was fed');
  return recorder;
}

const regular = faceNamed(fonts, 'RobotoCondensed-Regular');

describe('encodeRun', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['', []],
    ['12,5', ['/core', '1', '2', ',', '5']],
    ['\u00ad\u200b', []],
    ['a\u00adb', ['/core', 'a', 'b']],
  ];
  for (const [text, steps] of cases) {
    it(`sets ${JSON.stringify(text)} without shifts`, () => {
      assert.deepEqual(record(regular, text).steps, steps);
    });
  }

  it('changes packs in the middle of a word and says the pack of each run anew', () => {
    const packs = record(regular, 'Müller Ğ').steps.filter((step) => `${step}`.startsWith('/'));
    assert.deepEqual(packs, ['/core', '/latin-1', '/core', '/latin-extended-a']);
    assert.equal(record(regular, 'a').steps[0], '/core');
  });

  it('closes the gap of a kerned pair by a whole number', () => {
    const shifts = record(regular, 'То').steps.filter((step) => typeof step === 'number');
    assert.equal(shifts.length, 1);
    assert.ok(Number(shifts[0]) < -10 && Number.isInteger(shifts[0]));
  });

  it('pays the rounding of widths once it is worth a shift, and not sooner', () => {
    const debtOfDigit = Math.abs(1000 * measure.width(regular.name, 1, '0') - 494);
    const digits = Math.ceil(largestDebt / debtOfDigit);
    assert.ok(record(regular, '0'.repeat(digits)).steps.every((step) => typeof step === 'string'));
    assert.ok(record(regular, '0'.repeat(digits + 1)).steps.includes(-3));
  });

  it('sets amounts as one string', () => {
    const steps = record(regular, '1\u00a0234\u00a0567').steps;
    assert.ok(steps.every((step) => typeof step === 'string'));
  });

  it('fails on a letter that no pack has', () => {
    assert.throws(() => record(regular, '→'), /no pack has/);
  });

  for (const name of faceNames) {
    it(`keeps a viewer's pen within the debt of the measure in ${name}`, () => {
      const face = faceNamed(fonts, name);
      const letters = fc.constantFrom(...lettersOf(name));
      fc.assert(
        fc.property(fc.string({ unit: letters, maxLength: 60 }), (text) => {
          const debt = measure.width(name, 1000, text) - record(face, text).pen;
          assert.ok(Math.abs(debt) <= largestDebt + 0.5, `«${text}» is off by ${debt}/1000 em`);
        }),
      );
    });
  }
});
