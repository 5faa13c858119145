// Keeps what V8 compiled from one start to the next: types need not be stripped nor code compiled
// again. Node checks every entry against its source. It decides nothing about what is loaded.

import { enableCompileCache, flushCompileCache, getCompileCacheDir } from 'node:module';
import { fileURLToPath } from 'node:url';

/** Beside the packages: whoever can write there can change the code itself. */
const folder = fileURLToPath(new URL('../node_modules/.cache/tolem', import.meta.url));

/**
 * For modules that this thread loads after it. Without a folder that can be written or read, every
 * start compiles; if NODE_COMPILE_CACHE names a folder, Node has done all this by itself.
 */
export function keepCompiledCode(): void {
  if (getCompileCacheDir() === undefined) enableCompileCache({ directory: folder });
}

/**
 * The environment of threads that this one starts. Told so, they have the cache from their first
 * module on; else each would load what strips types for that one, 26 MB of it.
 */
export function threadEnvironment(): Readonly<Record<string, string>> {
  // Node names the folder of this version of itself, which is in the one that it is to be told.
  const told = getCompileCacheDir()?.replace(/[\\/][^\\/]+$/, '');
  return told === undefined ? {} : { NODE_COMPILE_CACHE: told };
}

/** Of this thread, with every function that has run so far. Node itself saves at an orderly end. */
export function saveCompiledCode(): void {
  flushCompileCache();
}
