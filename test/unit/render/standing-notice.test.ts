// Standing notices on a sheet that is too full: they go by their priority, the warning names the
// layout's notice, and deadlines and debts stay.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { renderTask } from '../../../src/render/render-bill.ts';
import { today } from '../../support/a-bill.ts';
import { loadCopies } from '../../support/layout-folder.ts';

const sample = join(import.meta.dirname, '../../../samples/almaty-city/crowded.json');

/** Droppable ones are long, so that one of them is too much for the sample. */
function notice(id: string, kind: string, priority: number) {
  const times = kind === 'info' ? 9 : 1;
  const kk = `Макеттің хабарламасы ${id}: {{date payBy}} күні. `.repeat(times);
  const ru = `Сообщение макета ${id}: до {{date payBy}}. `.repeat(times);
  return { id, kind, priority, text: { kk, ru } };
}

test('the least important go first, urgent ones never', async (t) => {
  const notices = [
    notice('owed', 'debt', 9),
    notice('until', 'deadline', 9),
    notice('eighth', 'info', 8),
    notice('ninth', 'info', 9),
  ];
  const loaded = await loadCopies(t, 'almaty-city', { 'almaty-city': { notices } });
  assert(loaded.ok, loaded.ok ? '' : JSON.stringify(loaded.faults));
  const json = readFileSync(sample, 'utf8');
  const task = { json, output: 'page', profile: 'print', dpi: 90, today } as const;
  const rendered = await renderTask(task, loaded.value);
  assert(rendered.ok, rendered.ok ? '' : JSON.stringify(rendered.faults));
  const dropped = rendered.warnings.filter(({ code }) => code === 'NOTICE_DROPPED');
  assert.deepEqual(
    dropped.slice(0, 2).map(({ pointer }) => pointer),
    ['almaty-city@1#/notices/ninth', 'almaty-city@1#/notices/eighth'],
  );
  const page = Buffer.from(rendered.value.bytes).toString();
  for (const kept of ['owed', 'until']) assert.match(page, new RegExp(`макета ${kept}: до`));
  for (const gone of ['eighth', 'ninth']) assert.doesNotMatch(page, new RegExp(`макета ${gone}`));
});
