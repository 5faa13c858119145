// A folder of layouts made for one test: the shared parts, and copies of a layout with changes. It
// is in the temporary folder of the system and goes with the test. It asserts nothing.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Outcome } from '../../src/fault.ts';
import { loadResources, type Resources } from '../../src/render/resources.ts';

const root = join(import.meta.dirname, '..', '..');

/** Folder name → what differs in its layout.json from the layout that is copied. */
export type Copies = Readonly<Record<string, object>>;

export async function loadCopies(
  t: TestContext,
  from: string,
  copies: Copies,
): Promise<Outcome<Resources>> {
  const folder = mkdtempSync(join(tmpdir(), 'layouts-'));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(join(root, 'layouts', '_parts'), join(folder, '_parts'), { recursive: true });
  for (const [name, changes] of Object.entries(copies)) {
    cpSync(join(root, 'layouts', from), join(folder, name), { recursive: true });
    const path = join(folder, name, 'layout.json');
    const settings: object = JSON.parse(readFileSync(path, 'utf8'));
    writeFileSync(path, JSON.stringify({ ...settings, ...changes }));
  }
  return loadResources({ layoutsDir: folder, fontsDir: join(root, 'fonts') });
}
