// The least layout.json that the schema takes, laid over the shared base. It asserts nothing.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergeJson } from '../../src/layout/merge.ts';
import { type LayoutFile, layoutSchema } from '../../src/layout/schema.ts';

const base: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../layouts/_parts/base.json'), 'utf8'),
);

export function aLayoutFile(overrides: Partial<LayoutFile> = {}): LayoutFile {
  const own = {
    id: 'town',
    revision: 3,
    valid: { from: '2026-01' },
    title: { kk: 'Шот', ru: 'Счёт' },
    languages: ['kk-ru', 'kk', 'ru'],
    account: { pattern: '^\\d{9}$', shape: { kk: 'тоғыз цифр', ru: 'девять цифр' } },
    ...overrides,
  };
  return layoutSchema.parse(mergeJson(base, own));
}
