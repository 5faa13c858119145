// What this checkout prints otherwise than an accepted commit: every sample in every language of
// its layout, rendered by the code of that commit and compared by this one. The report is for eyes;
// what is accepted is decided by the golden tests.
//
//   npm run snapshots:report            against HEAD, which shows what is not committed yet
//   npm run snapshots:report -- main    against a branch, a tag, a commit

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listCases, loadProject, root } from '../test/golden/case.ts';

const [, , commit = 'HEAD'] = process.argv;
const report = join(root, 'out', 'snapshots.html');
const place = mkdtempSync(join(tmpdir(), 'tolem-report-'));
try {
  const [accepted, bills] = [join(place, 'accepted'), join(place, 'bills')];
  extract(accepted);
  await writeBills(bills);
  const updated = tolem(accepted, ['snapshot', 'update', bills]);
  // A sample that is new, or that the accepted code refuses, has no golden: the check says so.
  if (updated > 1) process.exitCode = updated;
  else process.exitCode = tolem(root, ['snapshot', 'check', bills, '--report', report]);
} finally {
  rmSync(place, { recursive: true });
}

/** The files of the commit, with the packages of this checkout. */
function extract(folder: string): void {
  mkdirSync(folder);
  const files = ['src', 'layouts', 'fonts', 'samples', 'package.json'];
  const archive = execFileSync('git', ['archive', commit, ...files], {
    cwd: root,
    maxBuffer: 2 ** 30,
  });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
}

async function writeBills(folder: string): Promise<void> {
  for (const { name, json } of listCases(await loadProject())) {
    const path = join(folder, `${name}.json`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, json);
  }
}

function tolem(checkout: string, words: readonly string[]): number {
  const cli = join(checkout, 'src', 'cli.ts');
  return spawnSync(process.execPath, [cli, ...words], { stdio: 'inherit' }).status ?? 3;
}
