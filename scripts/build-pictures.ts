// Renders the pictures of layouts/<id>/README.md, or with --check says which are not fresh. Which
// pictures a layout has is the list below; what they show is in the samples.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderTask } from '../src/render/render-bill.ts';
import { loadResources } from '../src/render/resources.ts';

/** Sharp enough to read 7 pt type on a screen, and still below 150 kB. */
const dpi = 90;
const limitBytes = 150_000;

/** Sample → picture beside the README of its layout. */
const pictures = {
  'almaty-city/typical': 'picture.png',
  'almaty-city/twenty-lines': 'picture-twenty-lines.png',
  'astana-energosbyt/typical': 'picture.png',
  'oskemen-vodokanal/typical': 'picture.png',
  'oskemen-vodokanal/english': 'picture-english.png',
  'karagandy-su/typical': 'picture.png',
  'almaty-oblast/typical': 'picture.png',
  'ktk-rent/typical': 'picture.png',
  'ktk-rent/debit': 'picture-debit.png',
};

const root = join(import.meta.dirname, '..');
const checkOnly = process.argv.includes('--check');
const loading = await loadResources({
  layoutsDir: join(root, 'layouts'),
  fontsDir: join(root, 'fonts'),
});

if (!loading.ok) fail(loading.faults);
else {
  const resources = loading.value;
  for (const [sample, picture] of Object.entries(pictures)) {
    const json = readFileSync(join(root, 'samples', `${sample}.json`), 'utf8');
    // Samples give their print date; this one would only show that a sample does not.
    const task = { json, output: 'png', profile: 'print', dpi, today: '2000-01-01' } as const;
    const outcome = await renderTask(task, resources);
    if (outcome.ok) keep(join('layouts', sample, '..', picture), outcome.value.bytes);
    else fail(outcome.faults);
  }
}

function keep(picture: string, bytes: Uint8Array): void {
  const path = join(root, picture);
  if (bytes.byteLength > limitBytes) {
    fail([{ message: `${picture} has ${bytes.byteLength} bytes, at most ${limitBytes}` }]);
  } else if (!checkOnly) {
    writeFileSync(path, bytes);
  } else if (!existsSync(path) || !readFileSync(path).equals(bytes)) {
    fail([{ message: `${picture} is not fresh: run node scripts/build-pictures.ts` }]);
  }
}

function fail(faults: readonly { readonly message: string }[]): void {
  for (const { message } of faults) console.error(message);
  process.exitCode = 1;
}
