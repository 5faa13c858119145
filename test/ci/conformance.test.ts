// Every sample in every language and profile keeps the standards of its profile, and veraPDF would
// say so if it did not. The bytes are made here, without the service.

import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { VolumeWriter } from '../../src/draw/volume.ts';
import { cutAndStack, twoUp } from '../../src/impose/two-up.ts';
import { renderTask } from '../../src/render/render-bill.ts';
import { type Profile, profiles } from '../../src/worker/protocol.ts';
import { type GoldenCase, listCases, today, unwrap } from '../golden/case.ts';
import { resources, structuredPage, typeset } from '../support/render.ts';
import { readTexts } from '../support/structure.ts';
import { readContents } from '../unit/draw/read-pdf.ts';
import { damagedArchives } from './damaged.ts';
import { textAlongTags, withoutSpaces } from './struct-text.ts';
import { run } from './tool.ts';
import { brokenRules, type Question } from './vera/verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'tolem-conformance-'));
after(() => rmSync(folder, { recursive: true }));

interface Document {
  readonly name: string;
  readonly file: string;
  readonly profile: Profile;
  readonly from: GoldenCase;
}

const documents: readonly Document[] = await Promise.all(
  listCases(resources).flatMap((from) => profiles.map((profile) => render(from, profile))),
);

async function render(from: GoldenCase, profile: Profile): Promise<Document> {
  const name = `${from.name}.${profile}.pdf`;
  const file = join(folder, name);
  const task = { json: from.json, output: 'pdf', profile, dpi: 150, today } as const;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, unwrap(await renderTask(task, resources)).bytes);
  return { name, file, profile, from };
}

/** `print` is PDF/A-2u; `archive` is PDF/A-3a and PDF/UA-1 at once. */
const standards = { print: ['2u'], archive: ['3a', 'ua1'] } as const;

test('veraPDF finds every sample, language and profile right', () => {
  assert.ok(documents.length > 200, 'there are too few samples');
  const questions = documents.flatMap(({ file, profile }) =>
    standards[profile].map((standard): Question => ({ standard, file })),
  );
  const broken = brokenRules(questions).flatMap((rules, index) =>
    rules.map((rule) => `${questions[index]?.standard} ${questions[index]?.file}: ${rule}`),
  );
  assert.deepEqual(broken, []);
});

test('veraPDF and qpdf find a volume of them right', () => {
  const file = join(folder, 'volume.pdf');
  writeFileSync(file, volumeOf(documents.map(({ from }) => from)));
  assert.deepEqual(brokenRules([{ standard: '2u', file }]), [[]]);
  assert.match(run('qpdf', ['--check', file]), /No syntax or stream encoding errors/u);
});

test('so they do with two of them on a press sheet', () => {
  const file = join(folder, 'two-up.pdf');
  const typical = documents.filter(({ from, profile }) => isTypical(from) && profile === 'print');
  const pages = typical.map(({ from }) => unwrap(typeset(JSON.parse(from.json))).page);
  const sheets = cutAndStack(pages.length).map(([left, right = left]) =>
    twoUp('a3', pages[left] ?? assert.fail(), pages[right]),
  );
  assert.ok(sheets.length > 5, 'there are too few samples');
  const volume = writtenBy((writer) => {
    for (const page of sheets) writer.add(page);
  });
  writeFileSync(file, volume);
  assert.deepEqual(brokenRules([{ standard: '2u', file }]), [[]]);
  assert.match(run('qpdf', ['--check', file]), /No syntax or stream encoding errors/u);
});

function isTypical({ sample }: GoldenCase): boolean {
  return sample === 'typical';
}

function volumeOf(cases: readonly GoldenCase[]): Uint8Array {
  return writtenBy((volume) => {
    for (const { name, json } of cases) {
      const { page } = unwrap(typeset(JSON.parse(json)));
      volume.add(page, { label: name, section: dirname(name), bookmark: name });
    }
  });
}

function writtenBy(add: (volume: VolumeWriter) => void): Uint8Array {
  const pieces: Uint8Array[] = [];
  const volume = new VolumeWriter(resources.fonts, metadata, (bytes) => pieces.push(bytes));
  add(volume);
  volume.finish();
  return Buffer.concat(pieces);
}

const metadata = {
  title: 'Volume',
  languageTag: 'kk-KZ',
  createdOn: today,
  producer: resources.producer,
};

test('veraPDF finds each guard that is off', () => {
  const damaged = damagedArchives();
  const questions = damaged.map(({ name, standard, bytes }): Question => {
    const file = join(folder, `${name}.pdf`);
    writeFileSync(file, bytes);
    return { standard, file };
  });
  for (const [index, rules] of brokenRules(questions).entries()) {
    const { name, rule } = damaged[index] ?? assert.fail();
    assert.ok(
      rules.some((found) => found.startsWith(`${rule}: `)),
      `${name} breaks ${rules.join('; ') || 'nothing'}, not ${rule}`,
    );
  }
});

test('qpdf finds no fault in the syntax', () => {
  for (const { file } of documents) {
    assert.match(run('qpdf', ['--check', file]), /No syntax or stream encoding errors/u, file);
  }
});

test('a print has no operator of colour, transparency or images', () => {
  const banned = /(?<=^|[\s\])])(?:rg|RG|k|K|sc|scn|SC|SCN|cs|CS|gs|sh|BI)(?=[\s[/]|$)/u;
  for (const { name, file } of ofProfile('print')) {
    for (const content of readContents(readFileSync(file))) {
      const operators = content.replaceAll(/\([^)]*\)/gu, '()');
      assert.equal(banned.exec(operators)?.[0], undefined, name);
    }
  }
});

describe('the tags of an archive read as its page does, in order', () => {
  for (const { name, file, from } of ofProfile('archive')) {
    test(name, () => {
      const page = structuredPage(JSON.parse(from.json));
      assert.equal(textAlongTags(file), withoutSpaces(readTexts(page).join('')));
    });
  }
});

function ofProfile(profile: Profile): readonly Document[] {
  return documents.filter((document) => document.profile === profile);
}
