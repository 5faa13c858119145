#!/usr/bin/env node
// Entry of the command line: hands the real terminal, environment and renderer to cli/main.ts.

import { openEngine } from './cli/engine.ts';
import { main } from './cli/main.ts';
import { readConfig } from './config.ts';

// `tolem config | head -1` closes the pipe early; that is no failure.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  process.exit(code === 'EPIPE' ? 0 : 3);
});

process.exitCode = await main(process.argv.slice(2), {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  readInput: async () => Buffer.concat(await Array.fromAsync(process.stdin)),
  readConfig: () => readConfig(),
  openEngine: (config) => openEngine(config, (bug) => console.error(JSON.stringify({ bug }))),
});
