// What the runner does where the store itself has no room: a claim that could not be given back is
// no end of the batch. Steps here are quick and false; the store is real.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Batch, SealedVolume } from '../../../src/batch/batch.ts';
import { defaultOptions } from '../../../src/batch/options.ts';
import { Runner } from '../../../src/batch/runner.ts';
import { openSqliteStore } from '../../../src/batch/sqlite-store.ts';
import { Steps } from '../../../src/batch/steps.ts';
import { aFolder } from '../../support/batch.ts';

const now = () => new Date('2026-11-06T00:00:00Z');
const file = { bytes: 1, sha256: '0'.repeat(64) };
const sealed: SealedVolume = {
  ...file,
  rows: file,
  pages: 1,
  sheets: 1,
  bills: 1,
  amount: 0,
  chain: file.sha256,
};

/** Draws at the second attempt; the first ends with a full disk and keeps its claim. */
class FullOnce extends Steps {
  readonly #store;
  drawn = 0;

  constructor(options: ConstructorParameters<typeof Steps>[0]) {
    super(options);
    this.#store = options.store;
  }

  override async draw(...[, claim]: Parameters<Steps['draw']>): ReturnType<Steps['draw']> {
    this.drawn += 1;
    if (this.drawn === 1) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
    await this.#store.seal(claim, sealed, []);
    return 'done';
  }

  override async finish({ id }: Batch): ReturnType<Steps['finish']> {
    const volumes = await this.#store.volumes(id);
    assert.deepEqual(
      volumes.map(({ status }) => status),
      ['sealed', 'sealed'],
      'the end comes after all volumes',
    );
    const change = { status: 'completed', endedAt: now().toISOString() } as const;
    return (await this.#store.advance(id, ['planned', 'running'], change)) ?? 'stopped';
  }
}

test('a volume whose claim could not be given back on a full disk is drawn again', async (t) => {
  const store = openSqliteStore(join(aFolder(t), 'batch.sqlite'), now);
  await store.begin({
    id: 'A',
    status: 'receiving',
    options: defaultOptions,
    today: '2026-11-06',
    createdAt: now().toISOString(),
    lateRejects: 0,
  });
  const planAt = { offset: 0, length: 0 };
  const volumes = [1, 2].map((number) => ({ number, firstSequence: number, sheets: 1, planAt }));
  await store.plan('A', volumes, { status: 'planned', sheets: 2 });
  const crew = {
    size: 2,
    run() {
      throw new Error('no thread is needed');
    },
  };
  const steps = new FullOnce({ store, crew, folderOf: () => '', now, reach: () => {} });
  const ended = Promise.withResolvers<Batch>();
  const onBug = (error: unknown) => {
    ended.reject(error);
    return '';
  };
  const runner = new Runner({
    ...{ store, crew, steps, now, onBug },
    retryMs: 5,
    onEnd: ended.resolve,
  });
  runner.add('A');
  assert.equal((await ended.promise).status, 'completed');
  assert.equal(steps.drawn, 3);
  await runner.close();
  await store.close();
});
