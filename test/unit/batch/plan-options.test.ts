// Options as they come by query or command line.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { planOptionsSchema } from '../../../src/batch/plan-options.ts';

test('nothing said is the order by address, in volumes of 5000', () => {
  assert.deepEqual(planOptionsSchema.parse({}), {
    sort: 'address',
    volumeSheets: 5000,
    breakAt: 'anywhere',
    separators: 'none',
    proof: 0,
  });
});

test('numbers may be written in digits', () => {
  const { volumeSheets, volumeBytes, proof } = planOptionsSchema.parse({
    volumeSheets: '200',
    volumeBytes: '5000000',
    proof: 12,
  });
  assert.deepEqual([volumeSheets, volumeBytes, proof], [200, 5_000_000, 12]);
});

describe('refused', () => {
  refused({ sort: 'name' }, 'sort');
  refused({ volumeSheets: '0' }, 'volumeSheets', 'a whole number from 1 to 30000');
  refused({ volumeSheets: '1e3' }, 'volumeSheets', 'a whole number from 1 to 30000');
  refused({ volumeSheets: 1.5 }, 'volumeSheets', 'a whole number from 1 to 30000');
  refused({ volumeBytes: 'many' }, 'volumeBytes', 'a whole number from 1000000 to 2147483647');
  refused({ breakAt: 'route' }, 'breakAt', /^anywhere unless sort/);
  refused({ breakAt: 'every-route', sort: 'account' }, 'breakAt', /^anywhere unless sort/);
  refused({ breakAt: 'house', sort: 'as-sent' }, 'breakAt', /^anywhere unless sort/);
  refused({ separators: 'route' }, 'separators', /^none unless sort/);
  refused({ separators: 'house', sort: 'account' }, 'separators', /^none unless sort/);

  function refused(given: object, path: string, message: string | RegExp = /./): void {
    test(JSON.stringify(given), () => {
      const { error } = planOptionsSchema.safeParse(given);
      assert.deepEqual(
        error?.issues.map((issue) => issue.path.join('/')),
        [path],
      );
      const told = error?.issues[0]?.message ?? '';
      if (typeof message === 'string') assert.equal(told, message);
      else assert.match(told, message);
    });
  }
});
