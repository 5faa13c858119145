// Which programs decide the bytes of a bill. Read once from package.json, where pins are exact.

import { readFileSync } from 'node:fs';
import { z } from 'zod';

export interface Versions {
  readonly service: string;
  readonly node: string;
  readonly zlib: string;
  readonly pdfkit: string;
}

const manifestSchema = z.object({
  version: z.string(),
  dependencies: z.object({ pdfkit: z.string() }),
});

export function readVersions(): Versions {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version, dependencies } = manifestSchema.parse(JSON.parse(text));
  const { node, zlib = 'unknown' } = process.versions;
  return { service: version, node, zlib, pdfkit: dependencies.pdfkit };
}
