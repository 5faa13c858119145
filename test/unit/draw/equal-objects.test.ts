// Forms and images that are equal but not one object: two bills on a press sheet bring each their
// own, or share them, as chance has it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { VolumeWriter } from '../../../src/draw/volume.ts';
import type { Form, Page } from '../../../src/typeset/page.ts';
import { dictionariesWith } from './read-pdf.ts';
import { drop, fonts, metadata, staticForm } from './sample.ts';

const made = { source: 'sample.hbs:1', role: 'decoration' } as const;
const a3 = { width: 1190.55, height: 841.89 };

function volumeOf(pages: readonly Page[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const volume = new VolumeWriter(fonts, metadata, (bytes) => pieces.push(bytes));
  for (const page of pages) volume.add(page);
  volume.finish();
  return Buffer.concat(pieces);
}

function pageWith(...forms: readonly Form[]): Page {
  const place = (index: number) => ({ x: 40, y: 40 + 99 * index });
  const items = forms.map(
    (form, index) => ({ ...made, kind: 'form', ...place(index), form }) as const,
  );
  return { ...a3, items };
}

test('a volume is the same bytes whether equal forms of a page are one object or two', () => {
  const form: Form = staticForm;
  const one = volumeOf([pageWith(form, form), pageWith(form, form)]);
  const two = volumeOf([pageWith(form, { ...form }), pageWith({ ...form }, form)]);
  assert.deepEqual(two, one);
});

test('two copies of an image on a page are drawn as one', () => {
  const place = { kind: 'image', x: 9, y: 9, width: 9, height: 9, alt: 'су' } as const;
  const items = [drop, structuredClone(drop)].map((image) => ({ ...made, ...place, image }));
  assert.equal(dictionariesWith(volumeOf([{ ...a3, items }]), '/Subtype /Form').length, 1);
});
