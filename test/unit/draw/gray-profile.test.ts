// The ICC profile, read back tag by tag.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { grayProfile, grayProfileName } from '../../../src/draw/gray-profile.ts';

describe('grayProfile', () => {
  const bytes = Buffer.from(grayProfile());

  it('says its own size and what it is', () => {
    assert.equal(bytes.readUInt32BE(0), bytes.length);
    assert.equal(bytes.toString('latin1', 12, 24), 'mntrGRAYXYZ ');
    assert.equal(bytes.toString('latin1', 36, 40), 'acsp');
    assert.ok(bytes.length < 400, `${bytes.length} bytes`);
  });

  it('has the four tags of a monochrome profile, each within it and aligned', () => {
    const tags = new Map<string, Buffer>();
    for (let i = 0; i < bytes.readUInt32BE(128); i += 1) {
      const entry = 132 + 12 * i;
      const offset = bytes.readUInt32BE(entry + 4);
      const length = bytes.readUInt32BE(entry + 8);
      assert.equal(offset % 4, 0);
      assert.ok(offset + length <= bytes.length);
      tags.set(bytes.toString('latin1', entry, entry + 4), bytes.subarray(offset, offset + length));
    }
    assert.deepEqual([...tags.keys()], ['desc', 'cprt', 'wtpt', 'kTRC']);
    const name = tags.get('desc')?.toString('latin1', 12, 12 + grayProfileName.length);
    assert.equal(name, grayProfileName);
    assert.equal(tags.get('kTRC')?.readUInt16BE(12), Math.round(2.2 * 256));
    assert.equal(tags.get('wtpt')?.readUInt32BE(12), 0x10000);
  });
});
