// From the files of one layout to its package: the schema, names across files, labels.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mmToPt } from '../../../src/typeset/unit.ts';
import { aLayout, builtLayout, checkFaults, type PlainLayout } from '../../support/a-layout.ts';

const settingsFile = 'plain/layout.json';
const labelsFile = 'plain/labels.json';

function check(layout: PlainLayout, expected: Parameters<typeof checkFaults>[1]): void {
  const built = builtLayout(layout);
  checkFaults(built.ok ? [] : built.faults, expected);
}

function checkSettings(settings: object, reason: RegExp): void {
  check({ settings }, [[settingsFile, reason]]);
}

test('a right layout is a package in points', () => {
  const { page, reference, nil, faces, accountPattern } = aLayout();
  assert.equal(reference, 'plain@1');
  assert.deepEqual([page.width, page.margin.left], [mmToPt(210), mmToPt(10)]);
  assert.deepEqual(nil, { text: '–', gray: 0.5 });
  assert.equal(faces.get('bold'), 'RobotoCondensed-Bold');
  assert.ok(accountPattern.test('000123457') && !accountPattern.test('00012345'));
});

test('what the schema does not know or refuses is named by its path', () => {
  checkSettings({ colour: 'blue' }, /colour/);
  checkSettings({ styles: { text: { size: 'big' } } }, /styles\.text\.size/);
  checkSettings({ styles: { text: { size: 2 } } }, /styles\.text\.size/);
  checkSettings({ tables: { charges: { columns: [] } } }, /tables\.charges\.columns/);
  checkSettings({ ladder: [] }, /ladder/);
  checkSettings({ valid: { from: '2020-13' } }, /valid\.from/);
  checkSettings({ languages: ['de'] }, /languages\.0/);
  checkSettings({ tones: { ink: 2 } }, /tones\.ink/);
});

test('every fault of the settings is told at once', () => {
  check({ settings: { colour: 1, revision: 0 }, labels: { due: { kk: 'Төлеуге' } } }, [
    [settingsFile, /colour/],
    [settingsFile, /revision/],
    [labelsFile, /due\.ru/],
  ]);
});

test('the folder is named after the layout', () => {
  checkSettings({ id: 'other' }, /"other@1"/);
  checkSettings({ revision: 2, id: 'plai' }, /"plai@2"/);
});

test('a face that no font has is named', () => {
  checkSettings({ faces: { bold: 'Comic-Bold' } }, /"bold".*"Comic-Bold"/);
});

test('an account pattern that is no regular expression is named', () => {
  checkSettings({ account: { pattern: '[0-9' } }, /account\.pattern/);
});

test('a label speaks every language that the layout offers', () => {
  check({ settings: { languages: ['kk', 'en'] } }, [
    [labelsFile, /"service".*"en"/],
    [labelsFile, /"due".*"en"/],
    [labelsFile, /"countedTo".*"en"/],
  ]);
  check({ settings: { languages: ['kk'] } }, []);
  check({ labels: { due: { kk: 'Төлеуге', ru: 'К оплате', de: 'Zahlung' } } }, [
    [labelsFile, /due.*de/],
  ]);
});

test('a heading needs its label', () => {
  const columns = [{ id: 'due', label: 'amount', width: { fixed: 9 } }];
  const template = '{{#page}}{{/page}}';
  check({ template, settings: { tables: { charges: { columns } } } }, [[settingsFile, /"amount"/]]);
  const groups = [{ from: 'service', to: 'due', label: 'all' }];
  checkSettings({ tables: { charges: { groups, groupRule: 'hairline' } } }, /"all"/);
});

test('the logo of the layout’s own settlement centre is one of its images', () => {
  const centre = (logo: string) => ({
    settlementCentre: { name: { kk: 'Орталық', ru: 'Центр' }, phones: [], logo },
  });
  check({ settings: centre('water') }, []);
  checkSettings(centre('sun'), /"sun"/);
});
