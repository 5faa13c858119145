// The cases of the golden tests: every sample in every language that its layout offers. It renders
// nothing itself.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../../src/fault.ts';
import type { LanguageChoice } from '../../src/format/language.ts';
import { findLayout } from '../../src/layout/catalogue.ts';
import type { LayoutPackage } from '../../src/layout/package.ts';
import { loadResources, type Resources } from '../../src/render/resources.ts';

export const root = join(import.meta.dirname, '..', '..');
export const folders = { layoutsDir: join(root, 'layouts'), fontsDir: join(root, 'fonts') };

/** The print date of bills that give none; every sample gives one. */
export const today = '2026-11-06';

export interface GoldenCase {
  /** `almaty-city/typical.kk-ru`, as files and warnings.json name it. */
  readonly name: string;
  readonly sample: string;
  readonly language: LanguageChoice;
  /** The bill as a caller would send it. */
  readonly json: string;
}

export async function loadProject(): Promise<Resources> {
  return unwrap(await loadResources(folders));
}

/** In the order of names. The sample's own language counts no more than the others. */
export function listCases({ catalogue }: Resources): readonly GoldenCase[] {
  const samples = readdirSync(join(root, 'samples'), { recursive: true, encoding: 'utf8' });
  return samples
    .filter((path) => path.endsWith('.json'))
    .sort()
    .flatMap((path) => {
      const bill: { layout: string; period: string } = JSON.parse(readSample(path));
      const layout = unwrap(findLayout(catalogue, bill.layout, bill.period));
      return layout.file.languages.map((language) => caseOf(path, { bill, layout, language }));
    });
}

function caseOf(
  path: string,
  of: {
    readonly bill: object;
    readonly layout: LayoutPackage;
    readonly language: LanguageChoice;
  },
): GoldenCase {
  const sample = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
  const { bill, layout, language } = of;
  const name = `${layout.file.id}/${sample}.${language}`;
  return { name, sample, language, json: JSON.stringify({ ...bill, language }) };
}

function readSample(path: string): string {
  return readFileSync(join(root, 'samples', path), 'utf8');
}

/** The value, or a failed test with every fault in its message. */
export function unwrap<T>(outcome: Outcome<T>): T {
  assert(outcome.ok, outcome.ok ? '' : JSON.stringify(outcome.faults, undefined, 2));
  return outcome.value;
}
