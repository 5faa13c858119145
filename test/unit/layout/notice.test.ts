// Standing notices as layout.json has them: the schema is strict, shared ones are found by name,
// and whatever is wrong stops the start with its file and reason.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wordings } from '../../../src/compose/wordings.ts';
import type { LanguageChoice } from '../../../src/format/language.ts';
import { compileNotices } from '../../../src/layout/notice.ts';
import type { LayoutFile } from '../../../src/layout/schema.ts';
import { type NoticeFile, standingNotice } from '../../../src/layout/schema-notice.ts';
import { aLayoutFile } from '../../support/a-layout-file.ts';
import { loadCopies } from '../../support/layout-folder.ts';

const plain: NoticeFile = {
  id: 'plain',
  kind: 'info',
  priority: 5,
  text: { kk: 'Мәтін', ru: 'Текст' },
};

describe('the schema of a notice', () => {
  const cases: readonly (readonly [string, object, boolean])[] = [
    ['the least', {}, true],
    ['every condition', { when: { hasDebt: true, charge: { unit: ['m3'] }, months: [1] } }, true],
    ['a misspelt condition', { when: { hasDepts: true } }, false],
    ['a misspelt key of a charge', { when: { charge: { units: ['m3'] } } }, false],
    ['an unknown unit', { when: { charge: { unit: ['gallon'] } } }, false],
    ['a month that is none', { when: { months: [13] } }, false],
    ['a list that nothing can meet', { when: { premises: [] } }, false],
    ['an unknown kind', { kind: 'advert' }, false],
    ['priority 0', { priority: 0 }, false],
    ['a day that is none', { valid: { from: '2026-02-30' } }, false],
    ['no Russian', { text: { kk: 'Мәтін' } }, false],
    ['an id with capitals', { id: 'Plain' }, false],
    ['an unknown key', { supplier: 'water' }, false],
  ];
  for (const [what, changes, isRight] of cases) {
    test(`${isRight ? 'takes' : 'refuses'} ${what}`, () => {
      assert.equal(standingNotice.safeParse({ ...plain, ...changes }).success, isRight);
    });
  }
});

function compiled(overrides: Partial<LayoutFile>) {
  return compileNotices(
    aLayoutFile({ sharedNotices: [], ...overrides }),
    wordings,
    'town/layout.json',
  );
}

test('a layout takes shared notices by name, in its own order', () => {
  const shared = { ...plain, id: 'shared' };
  const { notices, faults } = compiled({
    sharedNotices: [{ ...plain, id: 'idle' }, shared],
    notices: [plain, 'shared'],
  });
  assert.deepEqual(faults, []);
  assert.deepEqual(
    notices.map(({ pointer }) => pointer),
    ['town@3#/notices/plain', 'town@3#/notices/shared'],
  );
});

describe('a notice stops the start', () => {
  function check(what: string, notices: LayoutFile['notices'], reason: RegExp): void {
    test(what, () => {
      const { faults } = compiled({ notices });
      assert.equal(faults[0]?.code, 'LAYOUT_BROKEN');
      assert.match(faults[0]?.message ?? '', reason);
      assert.match(faults[0]?.message ?? '', /^town\/layout\.json: notice "[a-z-]+": /);
    });
  }
  const said = (kk: string) => [{ ...plain, text: { kk, ru: 'Текст' } }];
  check('with an unknown shared name', ['late'], /no shared notice of this name; there are: none/);
  check('given twice', [plain, plain], /stands twice/);
  check('with an unknown value', said('{{payer}}'), /no value "payer".*\(kk\)\.$/);
  check('with a broken text', said('{{date payBy'), /Parse error.*\(kk\)\.$/);
  check('with a date without a helper', said('{{payBy}}'), /is a date; write/);
  check('with serials of no condition', said('{{meterSerials}}'), /needs when.verification/);
  const never = { from: '2026-02-01', to: '2026-01-01' };
  check('that is never valid', [{ ...plain, valid: never }], /which is never/);
  const backwards = { periodFrom: '2026-02', periodTo: '2026-01' };
  check('for no period', [{ ...plain, when: backwards }], /which is never/);
});

test('a notice speaks every language that the layout prints', () => {
  const languages: LanguageChoice[] = ['kk-ru', 'en'];
  const { faults } = compiled({ languages, notices: [plain] });
  assert.deepEqual(
    faults.map(({ message }) => message),
    ['town/layout.json: notice "plain": it has no text in "en".'],
  );
});

test('the loader says which notice of which layout is broken, all at once', async (t) => {
  const broken = { ...plain, text: { kk: '{{money payBy}}', ru: 'Иероглиф 漢' } };
  const loaded = await loadCopies(t, 'ktk-rent', { 'ktk-rent': { notices: [broken, 'nothing'] } });
  const messages = loaded.ok ? [] : loaded.faults.map(({ message }) => message);
  assert.equal(messages.length, 2, messages.join('\n'));
  assert.match(messages[0] ?? '', /^ktk-rent\/layout\.json: notice "nothing"/);
  assert.match(messages[1] ?? '', /notice "plain": \{\{money\}\} takes a money; payBy is a date/);
  const foreign = { ...plain, text: { kk: 'Мәтін', ru: 'Иероглиф 漢' } };
  const second = await loadCopies(t, 'ktk-rent', { 'ktk-rent': { notices: [foreign] } });
  const [fault] = second.ok ? [] : second.faults;
  assert.match(fault?.message ?? '', /notice "plain" \(ru\) has U\+6F22/);
});
