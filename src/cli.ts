#!/usr/bin/env node
// Entry of the command line: hands the real terminal, environment and renderer to cli/main.ts. What
// is loaded after the first line is compiled once and kept.

import { once } from 'node:events';
import { keepCompiledCode } from './compile-cache.ts';

keepCompiledCode();
const { main } = await import('./cli/main.ts');
const { readConfig } = await import('./config.ts');

// `tolem config | head -1` closes the pipe early; that is no failure.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  process.exit(code === 'EPIPE' ? 0 : 3);
});

process.exitCode = await main(process.argv.slice(2), {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  ...(process.stderr.isTTY && {
    // Back to the start of the line, and what was longer before is wiped out (ECMA-48, EL).
    progress: (line: string) => process.stderr.write(`\r${line}\x1b[K`),
  }),
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  readInput: async () => Buffer.concat(await Array.fromAsync(process.stdin)),
  readConfig: () => readConfig(),
  openEngine: async (config) => {
    // Late, so that what renders nothing loads no renderer.
    const { openEngine } = await import('./cli/engine.ts');
    return openEngine(config, (bug) => console.error(JSON.stringify({ bug })));
  },
});
