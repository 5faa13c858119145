// What counts as a difference, in what order bills are told, and the report that shows them.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Comparison } from '../../../src/snapshot/finding.ts';
import { reportHtml } from '../../../src/snapshot/report.ts';
import {
  type CaseResult,
  type Evidence,
  judge,
  ranked,
  summarise,
  tally,
  unjudged,
} from '../../../src/snapshot/result.ts';

const nothing: Comparison = { findings: [], notes: [], weight: 0 };
const same = { name: 'a', comparison: nothing, sameBytes: true, pixels: 0, strict: false };

describe('a bill', () => {
  const otherBytes = 'the PDF has other bytes; its pixels and its page model are the same';
  check('is the same', {}, 'same', []);
  check('is the same with other bytes, which is noted', { sameBytes: false }, 'same', [otherBytes]);
  check('differs by bytes if that is asked', { sameBytes: false, strict: true }, 'differs', [
    otherBytes,
  ]);
  check('differs by pixels alone', { sameBytes: false, pixels: 3 }, 'differs', [
    '3 pixels differ, though the page model is the same: it is drawn otherwise',
  ]);
  check('differs by the size of its picture', { sameBytes: false, pixels: undefined }, 'differs', [
    'the picture has another size',
  ]);

  function check(what: string, facts: Partial<Evidence>, status: string, said: string[]): void {
    test(what, () => {
      const { findings, notes, ...result } = judge({ ...same, ...facts });
      const told = [...findings.map(({ sentence }) => sentence), ...notes];
      assert.deepEqual([result.status, told], [status, said]);
    });
  }
});

const results: readonly CaseResult[] = [
  judge(same),
  { ...unjudged('small', 'differs', ['one']), weight: 1 },
  { ...unjudged('<b>"large"', 'differs', ['one', '<script>alert(1)</script>']), weight: 9 },
  unjudged('broken', 'failed', ['It is broken.']),
];

test('bills are told in the order of how much they changed', () => {
  const names = ranked(results).map(({ name }) => name);
  assert.deepEqual(names, ['broken', '<b>"large"', 'small', 'a']);
});

test('what several bills share is summed up', () => {
  const summary = summarise(results);
  assert.deepEqual(summary.shared, [{ sentence: 'one', bills: 2 }]);
  assert.equal(tally(summary), '4 bills: 1 cannot be rendered, 2 differ, 1 is the same.');
});

describe('the report', () => {
  const picture = Uint8Array.of(1, 2, 3);
  const pictures = {
    before: picture,
    after: picture,
    overlay: picture,
    page: { width: 595, height: 842 },
  };
  const html = reportHtml({
    title: 'Snapshots & <more>',
    results: ranked(results.map((one) => ({ ...one, pictures }))),
    summary: summarise(results),
  });

  test('needs nothing outside itself', () => {
    const addresses = [...html.matchAll(/(?:src|href|url)\s*[=(]\s*"?([^">)]*)/g)];
    const outside = addresses
      .map(([, address = '']) => address)
      .filter((one) => !/^(?:#|data:)/.test(one));
    assert.deepEqual(outside, []);
    assert.match(html, /data:image\/png;base64,AQID/);
  });

  test('shows what a bill says as text, whatever it says', () => {
    assert.match(html, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
    assert.match(html, /id="&lt;b&gt;&quot;large&quot;"/);
    assert.match(html, /Snapshots &amp; &lt;more&gt;/);
    assert.equal(html.match(/<script>/g)?.length, 1);
  });
});
