// Digests of pages read back from files: of volumes, of other documents, and of damaged ones.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UnreadablePdf } from '../../../src/draw/object-table.ts';
import { contentDigests } from '../../../src/draw/page-content.ts';
import { VolumeWriter } from '../../../src/draw/volume.ts';
import type { Page } from '../../../src/typeset/page.ts';
import { drawPages } from '../../support/draw-pages.ts';
import { fonts, metadata, text } from './sample.ts';

function numbered(index: number): Page {
  return { width: 300, height: 200, items: [text(40, 40, `Бет ${index}`)] };
}

/** Of so many pages that their objects fill more than one object stream. */
function volumeOf(count: number): { readonly pdf: Buffer; readonly digests: readonly string[] } {
  const pieces: Uint8Array[] = [];
  const volume = new VolumeWriter(fonts, metadata, (bytes) => pieces.push(bytes));
  const pages = Array.from({ length: count }, (_, index) => numbered(index));
  const digests = pages.map((page, index) => volume.add(page, { bookmark: `${index}` }));
  volume.finish();
  return { pdf: Buffer.concat(pieces), digests };
}

describe('digests of pages', () => {
  it('are those that were told when a volume was drawn, in the order of its pages', () => {
    for (const count of [1, 130, 600]) {
      const { pdf, digests } = volumeOf(count);
      assert.deepEqual(contentDigests(pdf), digests);
      assert.equal(new Set(digests).size, count);
    }
  });

  it('are read from a file with a table of objects too', () => {
    const digests = contentDigests(
      drawPages([numbered(1), numbered(2), numbered(1)], fonts, metadata),
    );
    assert.equal(digests.length, 3);
    assert.equal(digests[0], digests[2]);
    assert.notEqual(digests[0], digests[1]);
  });

  it('are refused where the file is cut, or its objects are not where it says', () => {
    const { pdf } = volumeOf(3);
    const damaged = [pdf.subarray(0, -100), pdf.subarray(500), Buffer.from('%PDF-1.7\n')];
    for (const bytes of damaged) assert.throws(() => contentDigests(bytes), UnreadablePdf);
  });
});
