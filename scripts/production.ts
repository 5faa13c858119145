// The variables of Node and of the C library that the image sets, for what is measured here as it
// runs there. A test holds the Dockerfile against it.

import { join } from 'node:path';

export const productionEnvironment = {
  NODE_ENV: 'production',
  NODE_COMPILE_CACHE: join(import.meta.dirname, '../node_modules/.cache/tolem'),
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '32768',
  NODE_OPTIONS: '--max-semi-space-size=2',
} as const;
