// What every store of batches must do, as tests over the interface. Which store it is, is said by
// who calls.

import assert from 'node:assert/strict';
import type { Batch, Claim, NewVolume, SealedVolume } from '../../../src/batch/batch.ts';
import { defaultOptions } from '../../../src/batch/options.ts';
import { type BatchStore, noLine } from '../../../src/batch/store.ts';

/** `reopen` closes the store and opens it again, as another process would. */
export interface OpenedStore {
  readonly store: BatchStore;
  reopen(): Promise<BatchStore>;
}

/** Each case gets a store of its own. */
export const storeContract: Readonly<Record<string, (opened: OpenedStore) => Promise<void>>> = {
  async 'ids and keys are taken once'({ store }) {
    assert.ok(await store.begin(aBatch('a', 'key')));
    assert.ok(!(await store.begin(aBatch('a', 'other'))));
    assert.ok(!(await store.begin(aBatch('b', 'key'))));
    assert.ok(await store.begin(aBatch('b')));
    assert.ok(await store.begin(aBatch('c')));
    assert.deepEqual(await store.byKey('key'), aBatch('a', 'key'));
    assert.equal(await store.byKey('nobody'), undefined);
    assert.equal(await store.get('nobody'), undefined);
  },

  async 'the newest batch is first in the list'({ store }) {
    await store.begin({ ...aBatch('old'), createdAt: '2026-11-01T00:00:00.000Z' });
    await store.begin({ ...aBatch('new'), createdAt: '2026-11-02T00:00:00.000Z' });
    assert.deepEqual(
      (await store.list()).map(({ id }) => id),
      ['new', 'old'],
    );
  },

  async 'the list is had in pages, whatever is removed meanwhile'({ store }) {
    const days = { a: 1, b: 3, c: 2, d: 3 };
    for (const [id, day] of Object.entries(days)) {
      await store.begin({ ...aBatch(id), createdAt: `2026-11-0${day}T00:00:00.000Z` });
    }
    const idsOf = (page: readonly Batch[]) => page.map(({ id }) => id);
    const first = await store.page(2);
    assert.deepEqual(idsOf(first), ['b', 'd']);
    assert.deepEqual(idsOf(await store.page(1, first[0])), ['d'], 'of two that came together');
    await store.remove('d');
    assert.deepEqual(idsOf(await store.page(2, first[1])), ['c', 'a']);
    assert.deepEqual(await store.page(2, (await store.list()).at(-1)), []);
  },

  async 'a status is left only from where the caller thinks it is'({ store }) {
    await store.begin(aBatch('a'));
    const cancelled = await store.advance('a', ['receiving'], { status: 'cancelled' });
    assert.equal(cancelled?.status, 'cancelled');
    assert.equal(await store.advance('a', ['receiving'], { status: 'failed' }), undefined);
    assert.ok(!(await store.plan('a', [volume(1)], { status: 'planned' })));
    assert.deepEqual(await store.volumes('a'), []);
    assert.equal((await store.get('a'))?.status, 'cancelled');
  },

  async 'a pause is told once when it begins and once when it ends'({ store }) {
    await store.begin(aBatch('a'));
    for (const pausedBy of ['disk-full', 'disk-full', undefined] as const) {
      await store.advance('a', ['receiving'], { pausedBy });
    }
    const events = await store.events('a', 0);
    assert.deepEqual(
      events.map(({ type }) => type),
      ['status', 'paused', 'resumed'],
    );
    assert.ok(!('pausedBy' in ((await store.get('a')) ?? {})));
    assert.deepEqual(await store.events('a', events[1]?.id ?? 0), events.slice(2));
  },

  async 'what is given as undefined is gone'({ store }) {
    await store.begin(aBatch('a'));
    const fault = { code: 'INTERNAL', message: 'It failed.' } as const;
    await store.advance('a', ['receiving'], { status: 'failed', endedAt: '2026', fault });
    const again = { status: 'receiving', endedAt: undefined, fault: undefined } as const;
    const batch = await store.advance('a', ['failed'], again);
    assert.deepEqual(batch, aBatch('a'));
    assert.deepEqual(await store.get('a'), aBatch('a'));
  },

  async 'volumes are claimed in order, and only the newest claim may seal'({ store }) {
    await planned(store);
    const [first, second] = [await claimOf(store), await claimOf(store)];
    assert.deepEqual([first.volume.number, second.volume.number], [1, 2]);
    assert.equal(await store.claim('a'), undefined);
    await store.release(first);
    const again = await claimOf(store);
    assert.deepEqual([again.volume.number, again.volume.attempt], [1, 2]);
    assert.ok(!(await store.seal(first, sealed, [aReject])));
    await store.release(first);
    assert.deepEqual(await store.lateRejects('a'), []);
    assert.ok(await store.seal(again, sealed, [aReject]));
    assert.ok(!(await store.seal(again, sealed, [])));
    const [one] = await store.volumes('a');
    assert.deepEqual([one?.status, one?.sealed], ['sealed', sealed]);
    assert.deepEqual(await store.lateRejects('a'), [aReject]);
    assert.equal((await store.get('a'))?.lateRejects, 1);
  },

  async 'strikes are counted by line; a bill is given up once'({ store }) {
    await planned(store);
    const counts = [];
    for (const line of [7, 8, 7]) counts.push(await store.strike('a', line));
    assert.deepEqual(counts, [1, 1, 2]);
    for (let loss = 1; loss <= 2; loss += 1) assert.equal(await store.strike('a', noLine), loss);
    await store.pardon('a');
    assert.equal(await store.strike('a', noLine), 1);
    assert.equal(await store.strike('a', 7), 3);
    for (let round = 0; round < 2; round += 1) await store.giveUp('a', aReject);
    assert.deepEqual(await store.lateRejects('a'), [aReject]);
    assert.equal((await store.get('a'))?.lateRejects, 1);
  },

  async 'another process finds everything, and nobody holds a claim'({ store, reopen }) {
    await planned(store);
    const claim = await claimOf(store);
    const events = await store.events('a', 0);
    const next = await reopen();
    assert.deepEqual(await next.events('a', 0), events);
    await next.releaseAll();
    assert.equal((await claimOf(next)).volume.attempt, claim.volume.attempt + 1);
    assert.ok(!(await next.seal(claim, sealed, [])), 'a claim of the dead was taken');
  },

  async 'the audit keeps what was noted, once a key, and survives its batch'({ store }) {
    await planned(store);
    const entry = { batch: 'a', at: '2026-11-06T00:00:00.000Z', action: 'reprint' } as const;
    assert.ok(await store.note({ ...entry, key: 'k' }));
    assert.ok(!(await store.note({ ...entry, key: 'k' })));
    assert.ok(await store.note({ ...entry, action: 'remove' }));
    await store.remove('a');
    const actions = (await store.audit('a')).map(({ action }) => action);
    assert.deepEqual(actions, ['reprint', 'remove']);
    assert.deepEqual(await store.audit('b'), []);
  },

  async 'the rejects of an account are one retry’s'({ store }) {
    for (const id of ['a', 'r1', 'r2']) await store.begin(aBatch(id));
    const lines = ['7', '8'].map((account, index) => ({ line: index + 1, account }));
    assert.deepEqual(await store.takeRejects('a', 'r1', lines), []);
    assert.deepEqual(await store.takeRejects('a', 'r1', lines), [], 'the same retry again');
    const others = ['9', '8', '7'].map((account, index) => ({ line: index + 1, account }));
    assert.deepEqual(await store.takeRejects('a', 'r2', others), [2, 3]);
    const free = others.slice(0, 1);
    assert.deepEqual(await store.takeRejects('a', 'r2', free), []);
    assert.deepEqual(await store.takeRejects('a', 'r1', free), [1], 'a part was taken before');
    assert.deepEqual(await store.takeRejects('r1', 'r2', lines), [], 'of another batch');
    await store.remove('r1');
    assert.deepEqual(await store.takeRejects('a', 'r2', others), []);
    assert.deepEqual(await store.takeRejects('nobody', 'r2', others), []);
  },

  async 'what a retry of a retry has, another retry of the first batch has not'({ store }) {
    await store.begin(aBatch('a'));
    await store.begin({ ...aBatch('r1'), retryOf: 'a' });
    await store.begin({ ...aBatch('r2'), retryOf: 'r1' });
    await store.begin({ ...aBatch('r3'), retryOf: 'a' });
    const [x, y, z] = ['x', 'y', 'z'].map((account, index) => [{ line: index + 1, account }]);
    assert.deepEqual(await store.takeRejects('a', 'r1', y ?? []), []);
    assert.deepEqual(await store.takeRejects('r1', 'r2', x ?? []), []);
    assert.deepEqual(await store.takeRejects('r1', 'r2', y ?? []), [], 'it could not be drawn');
    assert.deepEqual(await store.takeRejects('a', 'r3', x ?? []), [1]);
    assert.deepEqual(await store.takeRejects('a', 'r3', y ?? []), [2]);
    assert.deepEqual(await store.takeRejects('a', 'r3', z ?? []), []);
  },

  async 'a change and its entry in the audit are one'({ store }) {
    await store.begin(aBatch('a'));
    const entry = { batch: 'a', at: '', action: 'cancel' } as const;
    assert.equal(await store.advance('a', ['running'], { status: 'cancelled' }, entry), undefined);
    assert.deepEqual(await store.audit('a'), []);
    await store.advance('a', ['receiving'], { status: 'cancelled' }, entry);
    assert.deepEqual(await store.audit('a'), [entry]);
  },

  async 'the audit proves itself'({ store, reopen }) {
    assert.deepEqual(await store.proveAudit(), { entries: 0, head: '', broken: [] });
    for (const batch of ['a', 'b']) await store.note({ batch, at: '', action: 'cancel' });
    const proof = await store.proveAudit();
    assert.deepEqual([proof.entries, proof.broken], [2, []]);
    assert.match(proof.head, /^[0-9a-f]{64}$/);
    assert.deepEqual(await (await reopen()).proveAudit(), proof);
  },

  async 'a batch that is removed leaves nothing, and its key is free'({ store }) {
    await planned(store, 'key');
    await store.giveUp('a', aReject);
    await store.remove('a');
    assert.equal(await store.get('a'), undefined);
    assert.deepEqual(await store.volumes('a'), []);
    assert.deepEqual(await store.lateRejects('a'), []);
    assert.deepEqual(await store.events('a', 0), []);
    assert.ok(await store.begin(aBatch('b', 'key')));
  },
};

const sealed: SealedVolume = {
  bytes: 10,
  sha256: 'a'.repeat(64),
  rows: { bytes: 5, sha256: 'b'.repeat(64) },
  pages: 2,
  sheets: 2,
  bills: 2,
  amount: 300,
  chain: 'c'.repeat(64),
};

const aReject = {
  line: 3,
  account: '000123457',
  faults: [{ code: 'INTERNAL', message: 'It failed.' }],
} as const;

function aBatch(id: string, key?: string): Batch {
  return {
    id,
    ...(key !== undefined && { key }),
    status: 'receiving',
    options: defaultOptions,
    today: '2026-11-06',
    createdAt: '2026-11-06T00:00:00.000Z',
    lateRejects: 0,
  };
}

function volume(number: number): NewVolume {
  return { number, firstSequence: number, sheets: 2, planAt: { offset: 0, length: 1 } };
}

async function planned(store: BatchStore, key?: string): Promise<void> {
  await store.begin(aBatch('a', key));
  assert.ok(await store.plan('a', [volume(1), volume(2)], { status: 'planned' }));
}

async function claimOf(store: BatchStore): Promise<Claim> {
  const claim = await store.claim('a');
  assert.ok(claim, 'nothing to claim');
  return claim;
}
